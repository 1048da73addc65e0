import { useQuery } from '@tanstack/react-query';
import { deskTodayView } from '#wire/desk-today.wire.ts';
import { ask } from '../../api/request.ts';
import { keepClock } from '../../api/session.ts';

export const useToday = () =>
  useQuery({
    queryKey: ['today'],
    queryFn: async ({ signal }) => {
      const view = await ask('/api/desk/today', deskTodayView, signal);
      keepClock(view.now);
      return view;
    },
    refetchInterval: 60_000,
  });

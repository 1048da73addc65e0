import { useQuery } from '@tanstack/react-query';
import { devicesView } from '#wire/offline.wire.ts';
import { ask } from '../../api/request.ts';

export const DEVICES = ['admin-devices'] as const;
export const useDevices = () => useQuery({ queryKey: DEVICES, queryFn: ({ signal }) => ask('/api/admin/devices', devicesView, signal), refetchInterval: 60_000 });

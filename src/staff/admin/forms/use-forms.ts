import { useQuery } from '@tanstack/react-query';
import type { SetFormVersion } from '#core/paper-form/set-form-version.ts';
import { formsView, setFormAnswer } from '#wire/forms.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';

const FORMS = ['admin', 'forms'] as const;
export const useForms = () => useQuery({ queryKey: FORMS, queryFn: ({ signal }) => ask('/api/admin/forms', formsView, signal) });

export const useSetForm = (onDone: () => void) =>
  useAct((body: SetFormVersion) => ({ path: '/api/admin/forms', body, answer: setFormAnswer }), { refresh: [FORMS], onDone });

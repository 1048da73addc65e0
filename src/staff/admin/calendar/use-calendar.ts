// The calendar, and the draft of its next version: what was changed stays through reload and other screens.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { calendarView, changeCalendarAnswer, changeCalendarCommand } from '#wire/calendar.wire.ts';
import { ask } from '../../api/request.ts';
import { useMe } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { countOf, type Draft, startDraft } from './calendar-draft.ts';

export const CALENDAR = ['admin-calendar'] as const;
export const useCalendar = () => useQuery({ queryKey: CALENDAR, queryFn: ({ signal }) => ask('/api/admin/calendar', calendarView, signal) });

const draftSchema = changeCalendarCommand.omit({ decision: true, reason: true });

const readKept = (key: string): Draft | undefined => {
  try {
    const kept = draftSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    return kept.success ? kept.data : undefined;
  } catch {
    return undefined;
  }
};

export const useDraft = (calendar: WorkingCalendar) => {
  const { world, account } = useMe();
  const key = `motcua-calendar-${world.name}-${account.login}`;
  const [kept, setDraft] = useState<Draft | undefined>(() => readKept(key));
  useEffect(() => {
    if (kept && countOf(kept) > 0) sessionStorage.setItem(key, JSON.stringify(kept));
    else sessionStorage.removeItem(key);
  }, [key, kept]);
  const draft = kept && countOf(kept) > 0 ? kept : startDraft(calendar.version);
  return { draft, setDraft, drop: () => setDraft(undefined) };
};

type Input = { readonly draft: Draft; readonly decision: string; readonly reason: string };
export const useSaveCalendar = (onDone: (version: number) => void) => useAct(
  ({ draft, decision, reason }: Input) => ({ path: '/api/admin/calendar/versions', body: { ...draft, decision, reason }, answer: changeCalendarAnswer }),
  { refresh: [CALENDAR], onDone: ({ version }) => onDone(version) },
);

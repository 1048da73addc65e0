// A change of the calendar makes its next version and opens the batch of the dossiers it would move.
import { type CalendarChanged, type CalendarCommand, type CalendarFacts, type CalendarRefused, changeCalendar } from '#core/deadline/change-calendar.ts';
import type { Act } from '../../acts/act.ts';
import { lockChainHead } from '../../acts/perform.sql.ts';
import { insertVersion, loadCalendarFacts } from './calendar.sql.ts';

export type ChangeCalendarAnswer = { readonly version: number };

export const changeCalendarAct: Act<CalendarCommand, CalendarFacts, CalendarChanged, CalendarRefused, ChangeCalendarAnswer> = {
  name: 'change-calendar',
  load: async (db, context) => {
    // two administrators at once: the second waits here and reads what the first made
    await lockChainHead(db, context.provinceId, 'admin');
    return loadCalendarFacts(db, context.provinceId);
  },
  decide: (command, facts) => changeCalendar(command, facts),
  save: async (db, context, { decision, reason }, { calendar, changes }) => {
    const by = { accountId: context.accountId, name: context.accountName, at: context.now };
    await insertVersion(db, context.provinceId, { calendar, changes, by, decision, reason });
    const { calendarId, version } = calendar;
    return {
      answer: { version },
      chain: 'admin',
      journal: [{ act: 'change-calendar', data: { calendarId, version, decision, reason, changes } }],
      outbox: [],
    };
  },
};

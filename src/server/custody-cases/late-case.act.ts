// A case for what came late: of one dossier by its desk or agency, of all that one record lists by the post's supervisor.
import type { CustodyChange } from '#core/custody/change.ts';
import { type CaseFacts, settleBy } from '#core/custody/differences.ts';
import { type LateCaseRefused, openLateCase, openLateCases } from '#core/custody/late-case.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Act, ActContext, JournalEntry } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { CustodyScope } from '../custody/held.sql.ts';
import type { WorkingHours } from '../office/agency/working-hours.ts';
import { type Late, findOnRecord, loadLate } from './late-case.sql.ts';

type Loaded = { readonly all: readonly [Late, ...Late[]]; readonly calendar: AnyCalendar };

const loaded = ([first, ...more]: readonly Late[], calendar: AnyCalendar): Loaded | undefined => first && { all: [first, ...more], calendar };
const casesOf = ({ calendar }: Loaded, context: ActContext): CaseFacts => ({ stamp: custodyStamp(context), settleBy: settleBy(calendar, context.now) });

const journalOf = ({ all }: Loaded, { opened }: CustodyChange, note: string): readonly JournalEntry[] => opened.flatMap(({ caseId, dossierId }) => {
  const code = all.find((one) => one.dossierId === dossierId)?.code;
  return dossierId === undefined ? [] : [{ act: 'late-case', dossierId, data: { code, caseId, note } }];
});

export type LateCall = { readonly scope: CustodyScope; readonly body: { readonly dossierId: string; readonly note: string } };

export const lateCaseAct = (hours: WorkingHours): Act<LateCall, Loaded, CustodyChange, LateCaseRefused, { caseId: string; settleBy: PlainDate }> => ({
  name: 'late-case',
  load: async (db, { provinceId }, { scope, body: { dossierId } }) => loaded(await loadLate(db, provinceId, scope, [dossierId]), (await hours.at(db, '')).calendar),
  decide: ({ body: { note } }, facts, context) => openLateCase(note, facts.all[0].late, casesOf(facts, context)),
  save: async (_db, _context, { body: { note } }, change, facts) => {
    const [opened] = change.opened;
    const [{ code, chain }] = facts.all;
    if (!opened) throw new Error(`no case of ${code}`);
    return Promise.resolve({ answer: { caseId: opened.caseId, settleBy: opened.settleBy }, chain, outbox: [], custody: change, journal: journalOf(facts, change, note) });
  },
});

export type LateRecordCall = { readonly scope: CustodyScope; readonly handOverId: string; readonly body: { readonly note: string } };
type Opened = { readonly handOverId: string; readonly cases: number; readonly without: number; readonly settleBy: PlainDate };

export const lateRecordAct = (hours: WorkingHours): Act<LateRecordCall, Loaded, CustodyChange, LateCaseRefused, Opened> => ({
  name: 'late-record',
  load: async (db, { provinceId }, { scope, handOverId }) => {
    const listed = await loadLate(db, provinceId, scope, await findOnRecord(db, provinceId, handOverId));
    // what went out again since then is no longer this record's to claim
    return loaded(listed.filter(({ late }) => late.recordId === handOverId), (await hours.at(db, '')).calendar);
  },
  decide: ({ body: { note } }, facts, context) => openLateCases(note, facts.all.map(({ late }) => late), casesOf(facts, context)),
  save: async (_db, context, { handOverId, body: { note } }, change, facts) => {
    const cases = change.opened.length;
    return Promise.resolve({
      answer: { handOverId, cases, without: facts.all.length - cases, settleBy: casesOf(facts, context).settleBy }, chain: facts.all[0].chain, outbox: [], custody: change,
      journal: journalOf(facts, change, note),
    });
  },
});

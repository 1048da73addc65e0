// What follows from a minute: issued anew by whoever was asked, paid by the post with its receipt; and a case for what came late.
import type { CustodyChange } from '#core/custody/change.ts';
import { settleBy } from '#core/custody/differences.ts';
import { type LateCaseRefused, type LateFacts, openLateCase } from '#core/custody/late-case.ts';
import { type OwedLine, type PaidRefused, compensationPaid } from '#core/custody/liability.ts';
import { type ReissueDoneRefused, type ReissueFacts, reissueDone } from '#core/custody/reissue.ts';
import { atAgency, atDesk } from '#core/custody/thing.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { Act, ChainId } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { CustodyScope } from '../custody/held.sql.ts';
import { findThingsById } from '../custody/things.sql.ts';
import type { WorkingHours } from '../office/agency/working-hours.ts';
import { findCompensation, findTasks } from './cases.sql.ts';
import { loadLate } from './late-case.sql.ts';
import { type LockedCase, chainOfCase, lockCase, savePaid, saveReissueDone, settledOf } from './lock-case.sql.ts';
import type { CaseCall } from './settle-case.act.ts';

export type ReissueCall = CaseCall<{ readonly note: string }> & { readonly taskNo: number };
type TaskFacts = { readonly found: LockedCase; readonly task: ReissueFacts };

export const reissueDoneAct: Act<ReissueCall, TaskFacts, CustodyChange, ReissueDoneRefused, { caseId: string; taskNo: number; at: Moment }> = {
  name: 'reissue-done',
  load: async (db, { provinceId }, { caseId, taskNo, scope }) => {
    const found = await lockCase(db, provinceId, caseId, scope);
    const row = found && (await findTasks(db, provinceId, caseId)).find((one) => one.taskNo === taskNo);
    const [old] = row ? await findThingsById(db, provinceId, [row.thingId]) : [];
    if (!found || !row || !old) return undefined;
    const { bySide, what, doneAt, doneByName } = row;
    return {
      found,
      task: {
        old, side: scope.side, holder: scope.side === 'desk' ? atDesk(found.deskId) : atAgency(found.agencyUnitId), ...settledOf(found),
        task: { bySide, what, ...(doneAt !== undefined && { done: { by: doneByName ?? '', at: doneAt } }) },
      },
    };
  },
  decide: ({ body: { note } }, { task }, context) => reissueDone(note, task, custodyStamp(context)),
  save: async (db, context, { caseId, taskNo, scope, body: { note } }, change, { found, task }) => {
    await saveReissueDone(db, context, caseId, taskNo, note);
    const { dossierId } = task.old;
    return {
      answer: { caseId, taskNo, at: context.now }, chain: chainOfCase(scope, found), outbox: [], custody: change,
      journal: [{ act: 'reissue-done', ...(dossierId !== undefined && { dossierId }), data: { caseId, note: `${task.task.what}: ${note}` } }],
    };
  },
};

export type PaidCall = CaseCall<{ readonly receiptNumber: string }> & { readonly lineNo: number };
type PaidFacts = { readonly found: LockedCase; readonly owed: OwedLine; readonly amount: number };

export const compensationPaidAct: Act<PaidCall, PaidFacts, true, PaidRefused, { caseId: string; lineNo: number; at: Moment }> = {
  name: 'compensation-paid',
  load: async (db, { provinceId }, { caseId, lineNo, scope }) => {
    const found = await lockCase(db, provinceId, caseId, scope);
    const line = found && (await findCompensation(db, provinceId, caseId)).find((one) => one.lineNo === lineNo);
    return found && line && {
      found, amount: line.amount,
      owed: { kind: line.kind, caseFound: found.settledHow === 'found', ...(line.receiptNumber !== undefined && { paid: { receiptNumber: line.receiptNumber } }) },
    };
  },
  decide: (_call, { owed }) => compensationPaid(owed),
  save: async (db, context, { caseId, lineNo, scope, body: { receiptNumber } }, _decision, { found, amount }) => {
    await savePaid(db, context, caseId, lineNo, receiptNumber);
    return {
      answer: { caseId, lineNo, at: context.now }, chain: chainOfCase(scope, found), outbox: [],
      journal: [{ act: 'compensation-paid', ...(found.dossierId !== null && { dossierId: found.dossierId }), data: { caseId, amount, receiptNumber } }],
    };
  },
};

export type LateCall = { readonly scope: CustodyScope; readonly body: { readonly dossierId: string; readonly note: string } };
type LateLoaded = { readonly late: LateFacts; readonly code: string; readonly chain: ChainId; readonly calendar: AnyCalendar };

export const lateCaseAct = (hours: WorkingHours): Act<LateCall, LateLoaded, CustodyChange, LateCaseRefused, { caseId: string; settleBy: PlainDate }> => ({
  name: 'late-case',
  load: async (db, { provinceId }, { scope, body: { dossierId } }) => {
    const found = await loadLate(db, provinceId, scope, dossierId);
    return found && { ...found, calendar: (await hours.at(db, '')).calendar };
  },
  decide: ({ body: { note } }, { late, calendar }, context) => openLateCase(note, late, { stamp: custodyStamp(context), settleBy: settleBy(calendar, context.now) }),
  save: async (_db, _context, { body: { dossierId, note } }, change, { code, chain }) => {
    const [opened] = change.opened;
    if (!opened) throw new Error(`no case of ${code}`);
    return { answer: { caseId: opened.caseId, settleBy: opened.settleBy }, chain, outbox: [], custody: change, journal: [{ act: 'late-case', dossierId, data: { code, caseId: opened.caseId, note } }] };
  },
});

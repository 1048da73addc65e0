// What follows from a minute: issued anew by whoever was asked, paid by the post with its receipt.
import type { CustodyChange } from '#core/custody/change.ts';
import { type OwedLine, type PaidRefused, compensationPaid } from '#core/custody/liability.ts';
import { type ReissueDoneRefused, type ReissueFacts, reissueDone } from '#core/custody/reissue.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThingsById } from '../custody/things.sql.ts';
import { findCompensation, findTasks } from './cases.sql.ts';
import { type LockedCase, chainOfCase, isForPerson, lockCase, savePaid, saveReissueDone, settledOf, sideOf } from './lock-case.sql.ts';
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
    const { bySide, what, doneAt, doneByName, withdrawnAt } = row;
    return {
      found,
      task: {
        old, side: scope.side, holder: sideOf(scope, found), isForPerson: isForPerson(found), ...settledOf(found),
        task: { bySide, what, isWithdrawn: withdrawnAt !== undefined, ...(doneAt !== undefined && { done: { by: doneByName ?? '', at: doneAt } }) },
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
      owed: { kind: line.kind, caseFound: found.settledHow === 'found', isWithdrawn: line.withdrawnAt !== undefined, ...(line.receiptNumber !== undefined && { paid: { receiptNumber: line.receiptNumber } }) },
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

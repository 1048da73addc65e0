// The duty is met and proved: the clock goes on, the due moment moves by the time waited.
// @law NĐ 61/2018/NĐ-CP Đ.19
import { type Waiting, dueAfterWaiting } from '../deadline/due-after-supplement.ts';
import { type Due, isLarge } from '../deadline/due.ts';
import { type Moment, type PlainDate, type WallTime, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import {
  type Hours, type OfficeActor, type OfficeDossier, type OfficeRefused, type StepStarted, mayActInOffice, startStep,
} from './office-work.ts';

export type SettleCommand = { readonly expectedRevision: number; readonly paidOn: PlainDate };
export type SettleFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  /** When the statutory time began: at intake, or at the signed hand-over record. */
  readonly clockFrom: Moment;
  readonly limit?: TimeLimit;
  readonly cutoffTime: WallTime;
  /** Every wait that has ended, in order, without the one that ends now. */
  readonly waits: readonly Waiting[];
  readonly askedAt: Moment;
  readonly hours: Hours;
  readonly now: Moment;
};

export type FinancialDutySettled = { readonly due?: Due; readonly started: StepStarted };
export type SettleRefused = OfficeRefused | { readonly kind: 'paid-in-future'; readonly paidOn: PlainDate };

export const settleFinancialDuty = (command: SettleCommand, facts: SettleFacts): Result<FinancialDutySettled, SettleRefused> => {
  const { dossier, now } = facts;
  const may = mayActInOffice('settle-financial-duty', dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  if (command.paidOn > dateOf(now)) return refuse({ kind: 'paid-in-future', paidOn: command.paidOn });
  const wait: Waiting = { kind: 'financial-duty', policy: 'PAUSE', askedAt: facts.askedAt, answeredAt: now };
  const holder = dossier.assigneeId === undefined ? undefined : { accountId: dossier.assigneeId, name: dossier.assigneeName ?? '' };
  return ok({
    due: facts.limit && dossier.due
      ? dueAfterWaiting(
          { receivedAt: facts.clockFrom, limit: facts.limit, cutoffTime: facts.cutoffTime, large: isLarge(dossier.due), ...facts.hours },
          [...facts.waits, wait],
        )
      : undefined,
    started: startStep(dossier, dossier.stepNo ?? 1, now, facts.hours, holder),
  });
};

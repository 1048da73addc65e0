// The duty is met and proved: the clock goes on, the due moment moves by the time waited.
// @law NĐ 61/2018/NĐ-CP Đ.19
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { ownDueOf } from './clock-words.ts';
import { type ClockMoved, type DossierClock, clockAfter } from './kept-clock.ts';
import {
  type Hours, type OfficeActor, type OfficeDossier, type OfficeRefused, type StepStarted, mayActInOffice, startStep,
} from './office-work.ts';

export type SettleCommand = { readonly expectedRevision: number; readonly paidOn: PlainDate };
export type SettleFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  readonly clock?: DossierClock;
  readonly hours: Hours;
  readonly now: Moment;
};

export type FinancialDutySettled = { readonly clock?: ClockMoved; readonly started: StepStarted };
export type SettleRefused = OfficeRefused | { readonly kind: 'paid-in-future'; readonly paidOn: PlainDate };

export const settleFinancialDuty = (command: SettleCommand, facts: SettleFacts): Result<FinancialDutySettled, SettleRefused> => {
  const { dossier, now } = facts;
  const may = mayActInOffice('settle-financial-duty', dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  if (command.paidOn > dateOf(now)) return refuse({ kind: 'paid-in-future', paidOn: command.paidOn });
  const holder = dossier.assigneeId === undefined ? undefined : { accountId: dossier.assigneeId, name: dossier.assigneeName ?? '' };
  const clock = clockAfter(facts.clock, { kind: 'financial-duty-settled', at: now });
  return ok({ clock, started: startStep(dossier, dossier.stepNo ?? 1, now, facts.hours, holder, ownDueOf(clock?.reading)) });
};

// The citizen must first meet a financial duty (tax notice, land fee): the clock stands still meanwhile.
// @law NĐ 61/2018/NĐ-CP Đ.19; QĐ 985/QĐ-TTg 2018 (status 6)
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok } from '../kernel/result.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice, seatOnStep } from './office-work.ts';

export type AskFinancialDutyCommand = { readonly expectedRevision: number };
export type AskFinancialDutyFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  readonly dutiesBefore: number;
  readonly now: Moment;
};
export type FinancialDutyAsked = { readonly dutyNo: number; readonly askedAt: Moment };

export const askFinancialDuty = (
  command: AskFinancialDutyCommand, facts: AskFinancialDutyFacts,
): Result<FinancialDutyAsked, OfficeRefused> => {
  const may = mayActInOffice('ask-financial-duty', facts.dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  const seat = seatOnStep(facts.dossier, facts.actor);
  return seat.ok ? ok({ dutyNo: facts.dutiesBefore + 1, askedAt: facts.now }) : seat;
};

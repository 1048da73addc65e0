// Who is in charge of a dossier at the agency: whoever has it in hand, had it in this round, or leads the section.
// @law NĐ 61/2018/NĐ-CP Đ.19.1, Đ.19.9
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type NotYourStep, type OfficeActor, type OfficeDossier, type OfficeSeat, currentStep } from './office-work.ts';

export const inCharge = (dossier: OfficeDossier, actor: OfficeActor): Result<OfficeSeat, NotYourStep> => {
  const head = actor.seats.find((seat) => seat.role === 'section-head');
  if (head) return ok(head);
  const seat = actor.seats.find((one) => one.role === 'agency-officer');
  const onDesk = currentStep(dossier)?.role === 'agency-officer';
  const before = dossier.workedBefore.filter((one) => dossier.steps[one.stepNo - 1]?.role === 'agency-officer').at(-1);
  const holder = onDesk
    ? (dossier.assigneeId === undefined ? undefined : { accountId: dossier.assigneeId, name: dossier.assigneeName ?? '' })
    : before;
  if (seat && (holder === undefined || holder.accountId === actor.accountId)) return ok(seat);
  return refuse({ kind: 'not-your-step', needs: 'agency-officer', holder: holder?.name });
};

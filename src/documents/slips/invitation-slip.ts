// The invitation to collect an outcome, and the record under which an uncollected one goes back to its agency.
import type { DossierCode } from '#core/dossier/dossier.ts';
import type { InvitedToCollect, OutcomeSentBack } from '#core/dossier/invite-to-collect.ts';
import { formatDate } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { HandOverRecordPayload } from '#documents/hand-over-record/payload.ts';
import type { InvitationPayload } from '#documents/invitation/payload.ts';
import { ownerOf, partyLineOf } from '#documents/kit/party-line.ts';
import { type SlipPlace, unitOf } from './desk-place.ts';
import { deskHead, handsPrinted } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

export type UncollectedDossier = {
  readonly code: DossierCode;
  readonly codeIsProvisional: boolean;
  readonly parties: Parties;
  readonly procedureName: string;
  readonly agencyUnitId: UnitId;
  /** 'Giấy phép xây dựng số 12/GPXD' */
  readonly outcomeName?: string;
};

type Facts = {
  readonly place: SlipPlace; readonly actor: StandingActor; readonly dossier: UncollectedDossier; readonly now: Moment; readonly number: string;
};

const BRING = ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Giấy tờ tùy thân', 'Văn bản ủy quyền, nếu nhận thay'];

export const invitationSlip = (
  { hands, round, earlier, until }: InvitedToCollect, { place, actor, dossier, now, number, origin, toPay }: Facts & { readonly origin: string; readonly toPay: number },
): InvitationPayload => {
  const { applicant, owner } = dossier.parties;
  return {
    kind: 'invitation', version: 'v1', issuedAt: now, head: deskHead(place), number,
    tracking: { code: dossier.code, url: `${origin}/q/${dossier.code}`, verify: `${origin}/x/`, ...(dossier.codeIsProvisional ? { provisional: true } : {}) },
    invited: partyLineOf(applicant), ...(owner && { ownerName: owner.fullName }), procedureName: dossier.procedureName,
    ...(dossier.outcomeName !== undefined && { outcomeName: dossier.outcomeName }), round, earlierInvitations: earlier,
    ...(until && { until, afterwards: `kết quả được chuyển lại ${unitOf(place, dossier.agencyUnitId).name}` }),
    collectAt: { name: place.desk.name, address: place.desk.address, phone: place.desk.phone }, bring: BRING,
    ...(toPay > 0 && { toPay }), hands: handsPrinted(hands, actor),
  };
};

export const outcomeBackSlip = ({ hands, invitedOn }: OutcomeSentBack, { place, actor, dossier, now, number }: Facts): HandOverRecordPayload => {
  const agency = unitOf(place, dossier.agencyUnitId);
  const giver = handsPrinted(hands, actor);
  return {
    kind: 'hand-over-record', version: 'v2016', direction: 'to-agency', issuedAt: now, sentAt: now, head: deskHead(place), number,
    giver: { unitName: place.desk.name, address: place.desk.address, personName: giver.receiverName, personTitle: giver.receiverTitle },
    taker: { unitName: agency.name, address: agency.address },
    lines: [{
      code: dossier.code, ownerName: ownerOf(dossier.parties).fullName, procedureName: dossier.procedureName, original: 1, certifiedCopy: 0, plainCopy: 0,
      ...(dossier.outcomeName !== undefined && { outcome: dossier.outcomeName }),
    }],
    remarks: `Chuyển hoàn kết quả không có người đến nhận; đã mời ngày ${invitedOn.map(formatDate).join(' và ngày ')}.`,
  };
};

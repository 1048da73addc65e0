// The record of a bag that leaves the desk for its agency.
import type { Due } from '#core/deadline/due.ts';
import type { DossierCode, DossierId } from '#core/dossier/dossier.ts';
import type { DossiersForwarded } from '#core/dossier/forward-dossiers.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { HandOverLine, HandOverRecordPayload } from '#documents/hand-over-record/payload.ts';
import type { Replacing } from '#documents/kit/parts.ts';
import { ownerOf } from '#documents/kit/party-line.ts';
import { type SlipPlace, unitOf } from './desk-place.ts';
import { deskHead, handsPrinted } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

export type BaggedDossier = {
  readonly dossierId: DossierId;
  readonly code: DossierCode;
  readonly parties: Parties;
  readonly procedureName: string;
  readonly due: Due | null;
};
/** What lies in one envelope. */
export type Enveloped = Pick<HandOverLine, 'original' | 'certifiedCopy' | 'plainCopy'> & {
  readonly dossierId: string;
  readonly postingNumber: string | null;
  readonly sealNumber?: string | null;
};

/** Papers that go after a dossier its agency has already. */
export type Following = {
  readonly dossiers: readonly BaggedDossier[];
  readonly forms: readonly (Pick<HandOverLine, 'original' | 'certifiedCopy' | 'plainCopy'> & { readonly dossierId: string })[];
};

export type HandOverFacts = {
  readonly place: SlipPlace;
  readonly actor: StandingActor;
  readonly agencyUnitId: UnitId;
  readonly dossiers: readonly BaggedDossier[];
  readonly papers: readonly Enveloped[];
  readonly following?: Following | undefined;
  readonly now: Moment;
  readonly number: string;
  readonly supersedes?: Replacing['supersedes'];
};

const followingLines = ({ dossiers, forms }: Following): readonly HandOverLine[] => dossiers.map(({ dossierId, code, parties, procedureName, due }) => {
  const counted = forms.find((line) => line.dossierId === dossierId);
  return {
    code, ownerName: ownerOf(parties).fullName, procedureName, original: counted?.original ?? 0, certifiedCopy: counted?.certifiedCopy ?? 0, plainCopy: counted?.plainCopy ?? 0,
    dueAt: due?.due, note: 'Giấy tờ bổ sung',
  };
});
const NOTHING_FOLLOWS: Following = { dossiers: [], forms: [] };
const FOLLOWING = 'Giấy tờ bổ sung của hồ sơ mà cơ quan đang giải quyết.';
const LATE = 'Có hồ sơ tiếp nhận sau 15 giờ, được chuyển chậm nhất đầu giờ ngày làm việc tiếp theo.';

export const handOverSlip = ({ hands, mayGoUntil }: DossiersForwarded, facts: HandOverFacts): HandOverRecordPayload => {
  const { place, now, following = NOTHING_FOLLOWS } = facts;
  const remarks = [...(mayGoUntil === undefined ? [] : [LATE]), ...(following.dossiers.length > 0 ? [FOLLOWING] : [])];
  const agency = unitOf(place, facts.agencyUnitId);
  const giver = handsPrinted(hands, facts.actor);
  return {
    kind: 'hand-over-record', version: 'v2016', direction: 'to-agency', issuedAt: now, sentAt: now, head: deskHead(place), number: facts.number, supersedes: facts.supersedes,
    giver: { unitName: place.desk.name, address: place.desk.address, personName: giver.receiverName, personTitle: giver.receiverTitle },
    taker: { unitName: agency.name, address: agency.address },
    lines: [...facts.dossiers.map((dossier) => {
      const counted = facts.papers.find((line) => line.dossierId === dossier.dossierId);
      return {
        code: dossier.code, postingNumber: counted?.postingNumber ?? undefined, ownerName: ownerOf(dossier.parties).fullName,
        procedureName: dossier.procedureName, original: counted?.original ?? 0, certifiedCopy: counted?.certifiedCopy ?? 0,
        plainCopy: counted?.plainCopy ?? 0, dueAt: dossier.due?.due,
        ...(counted?.sealNumber && { note: `Phong bì niêm phong ${counted.sealNumber}` }),
      };
    }), ...followingLines(following)],
    remarks: remarks.length > 0 ? remarks.join(' ') : undefined,
  };
};

/** The record under which papers follow a dossier that its agency has already. */
export const papersAfterSlip = (
  { place, actor, agencyUnitId, now, number, ...following }: Pick<HandOverFacts, 'place' | 'actor' | 'agencyUnitId' | 'now' | 'number'> & Following,
): HandOverRecordPayload => {
  const agency = unitOf(place, agencyUnitId);
  return {
    kind: 'hand-over-record', version: 'v2016', direction: 'to-agency', issuedAt: now, sentAt: now, head: deskHead(place), number,
    giver: { unitName: place.desk.name, address: place.desk.address, personName: actor.fullName, personTitle: actor.title },
    taker: { unitName: agency.name, address: agency.address },
    lines: followingLines(following), remarks: FOLLOWING,
  };
};

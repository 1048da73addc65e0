// What stands in place of the lost receipt, or beside a fingerprint: one paper, signed and kept.
import type { DossierCode } from '#core/dossier/dossier.ts';
import type { OutcomeReturned, OutcomeReceiver, ReturnOutcome } from '#core/dossier/return-outcome.ts';
import { formatDate } from '#core/kernel/format.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';
import { identityText, ownerOf, partyLineOf } from '#documents/kit/party-line.ts';
import type { ReturnNotePayload } from '#documents/return-note/payload.ts';
import type { SlipPlace } from './desk-place.ts';
import { deskHead, handsPrinted } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

/** What the note says of the dossier itself. */
export type NotedDossier = { readonly code: DossierCode; readonly parties: Parties; readonly procedureName: string };

const RELATIONS: Readonly<Record<OutcomeReceiver['relation'], string>> = {
  self: 'người nộp hoặc chủ hồ sơ', family: 'người thân', authorised: 'người được ủy quyền',
};

const relationText = ({ relation, authorisation }: OutcomeReceiver): string => {
  if (!authorisation) return RELATIONS[relation];
  const { number, date, madeBy } = authorisation;
  return [
    `${RELATIONS[relation]}, theo văn bản ủy quyền${number ? ` số ${number}` : ''}`,
    ...(date ? [`ngày ${formatDate(date as PlainDate)}`] : []), ...(madeBy ? [madeBy] : []),
  ].join(', ');
};

/** Undefined where the receipt was handed in and the receiver signs: the register is enough. */
export const returnNotePaper = (
  command: ReturnOutcome, { hands }: OutcomeReturned, dossier: NotedDossier, place: SlipPlace, actor: StandingActor, now: Moment,
): ReturnNotePayload | undefined => {
  const { receiver, signing } = command;
  const fingerprint = signing?.kind === 'fingerprint'
    ? { witnesses: signing.witnesses.map((witness) => ({ name: witness.name, identity: witness.identityNumber })) }
    : undefined;
  if (command.receiptShown && !fingerprint) return undefined;
  return {
    kind: 'return-note', version: 'v1', issuedAt: now, head: deskHead(place), code: dossier.code, owner: partyLineOf(ownerOf(dossier.parties)),
    procedureName: dossier.procedureName, returnedAt: now,
    receiver: { name: receiver.fullName, identity: identityText(receiver.identity), phone: receiver.phone, relation: relationText(receiver) },
    lostReceiptNote: command.receiptShown ? undefined : command.lostReceiptNote, fingerprint, hands: handsPrinted(hands, actor),
  };
};

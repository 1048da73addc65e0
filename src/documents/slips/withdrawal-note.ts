// The note that says which papers went back, which were kept and why, and who took them; made where they change hands.
import type { PaperKept, PapersGivenBack, PapersTaken } from '#core/dossier/way-back.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';
import { partyLineOf } from '#documents/kit/party-line.ts';
import type { HandsPrinted, Letterhead, PaperLine, Replacing, Tracking } from '#documents/kit/parts.ts';
import type { WithdrawalNotePayload } from '#documents/withdrawal-note/payload.ts';

export type NoteFacts = {
  readonly head: Letterhead;
  readonly number: number;
  readonly tracking: Tracking;
  readonly parties: Parties;
  readonly procedureName: string;
  readonly receivedAt: Moment;
  readonly issuedAt: Moment;
  readonly askedAt: Moment;
  readonly reason: string;
  readonly feeNote?: string;
  readonly hands: HandsPrinted;
  readonly supersedes?: Replacing['supersedes'];
};

const RELATIONS = { applicant: 'người nộp hồ sơ', owner: 'chủ hồ sơ', authorised: 'người được ủy quyền' } as const;

/** A line of a paper, by form. */
export const paperLineOf = ({ name, form, count }: PaperKept): PaperLine => ({
  name, original: form === 'original' ? count : 0, certifiedCopy: form === 'certified-copy' ? count : 0, plainCopy: form === 'plain-copy' ? count : 0,
});

export const withdrawalNote = (facts: NoteFacts, { receiver }: PapersTaken, back: PapersGivenBack): WithdrawalNotePayload => ({
  kind: 'withdrawal-note', version: 'v1', issuedAt: facts.issuedAt, head: facts.head, number: String(facts.number).padStart(2, '0'),
  tracking: facts.tracking, applicant: partyLineOf(facts.parties.applicant),
  owner: facts.parties.owner ? partyLineOf(facts.parties.owner) : undefined, procedureName: facts.procedureName,
  receivedAt: facts.receivedAt, askedAt: facts.askedAt, reason: facts.reason, feeNote: facts.feeNote,
  papersBack: back.given.map(paperLineOf),
  papersKept: back.withheld.length > 0 ? back.withheld.map((paper) => ({ ...paperLineOf(paper), note: paper.note })) : undefined,
  receiver: {
    name: back.receiverName, identity: receiver.identityNumber,
    relation: receiver.relation === 'authorised' ? `${RELATIONS.authorised} (${receiver.authorisation})` : RELATIONS[receiver.relation],
  },
  hands: facts.hands, supersedes: facts.supersedes,
});

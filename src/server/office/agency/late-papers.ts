// The papers of acts out of the ordinary: apology (form 04), stopping (form 05), and the papers' way back.
import type { SigningCapacity } from '#core/dossier/complete-step.ts';
import type { PaperKept } from '#core/dossier/way-back.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { PAPER_SYMBOLS } from '#core/numbering/series.ts';
import { formVersionOn } from '#core/paper-form/form-versions.ts';
import { ownerOf, partyLineOf } from '#documents/kit/party-line.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { paperLineOf } from '#documents/slips/withdrawal-note.ts';
import { type PaperFacts, headOf, trackingOf } from './office-papers.ts';

const numberText = (number: number): string => String(number).padStart(2, '0');

const whatOf = ({ dossier }: Pick<PaperFacts, 'dossier'>) => ({
  applicant: partyLineOf(dossier.parties.applicant),
  owner: dossier.parties.owner ? partyLineOf(dossier.parties.owner) : undefined,
  procedureName: dossier.procedureName, receivedAt: dossier.receivedAt,
});

const signerOf = (name: string, { prefix, title }: SigningCapacity) => ({ prefix, title, name });

export const apologyPaper = (
  facts: PaperFacts, { reason, oldDue, newDue, capacity }: { readonly reason: string; readonly oldDue: Moment; readonly newDue: Moment; readonly capacity: SigningCapacity },
): PaperPayload => ({
  kind: 'apology-notice', version: formVersionOn(facts.agency.forms, 'apology-notice', dateOf(facts.issuedAt)), issuedAt: facts.issuedAt, head: headOf(facts),
  number: numberText(facts.number), symbol: PAPER_SYMBOLS['apology-notice'], tracking: trackingOf(facts), ...whatOf(facts), dueAt: oldDue, newDueAt: newDue, reason,
  signer: signerOf(facts.officer.name, capacity), recipients: [facts.dossier.deskName],
});

export const stopPaper = (
  facts: PaperFacts, stopped: { readonly reason: string; readonly legalGround: string; readonly capacity: SigningCapacity },
): PaperPayload => ({
  kind: 'stop-notice', version: formVersionOn(facts.agency.forms, 'stop-notice', dateOf(facts.issuedAt)), issuedAt: facts.issuedAt, head: headOf(facts),
  number: numberText(facts.number), symbol: PAPER_SYMBOLS['stop-notice'], tracking: trackingOf(facts), ...whatOf(facts), dueAt: facts.dossier.due?.due, stoppedAt: facts.issuedAt,
  reason: stopped.reason, legalGround: stopped.legalGround,
  advice: ['Tổ chức, cá nhân có thể nộp lại hồ sơ khi đã có đủ giấy tờ theo yêu cầu.'],
  signer: signerOf(facts.officer.name, stopped.capacity), recipients: [facts.dossier.deskName],
});

/** What goes back to the desk when a dossier ended without an outcome. */
export const papersRecord = (facts: PaperFacts, kept: readonly PaperKept[]): PaperPayload => {
  const lines = kept.map(paperLineOf);
  const sum = (key: 'original' | 'certifiedCopy' | 'plainCopy'): number => lines.reduce((total, one) => total + one[key], 0);
  const { dossier, agency, officer } = facts;
  return {
    kind: 'hand-over-record', version: 'v2016', direction: 'to-desk', issuedAt: facts.issuedAt, sentAt: facts.issuedAt, head: headOf(facts),
    number: numberText(facts.number),
    giver: { unitName: agency.name, address: agency.address ?? undefined, personName: officer.name, personTitle: officer.title },
    taker: { unitName: dossier.deskName, address: dossier.deskAddress },
    lines: [{
      code: dossier.code, ownerName: ownerOf(dossier.parties).fullName, procedureName: dossier.procedureName,
      original: sum('original'), certifiedCopy: sum('certifiedCopy'), plainCopy: sum('plainCopy'),
    }],
    remarks: `Giấy tờ trả lại người nộp: ${kept.map((paper) => `${paper.name} (${paper.count})`).join('; ')}.`,
  };
};

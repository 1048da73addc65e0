// The slip of the fast path: an appointment's, or the receipt that somebody asks for.
import type { CopiesCertified } from '#core/dossier/certify-copies.ts';
import type { PaperReceived } from '#core/dossier/dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';
import type { ProcedureCase } from '#core/procedure/procedure.ts';
import type { Replacing } from '#documents/kit/parts.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { SlipPlace } from './desk-place.ts';
import { type CodeText, receptionSlip } from './reception-slip.ts';
import type { StandingActor } from './standing-actor.ts';

export type CertificationFacts = {
  readonly place: SlipPlace;
  readonly actor: StandingActor;
  readonly parties: Parties;
  readonly issuedAt: Moment;
  readonly origin: string;
  readonly supersedes?: Replacing['supersedes'];
};

export const certificationCase = ({ procedure }: Pick<CopiesCertified, 'procedure'>): ProcedureCase =>
  procedure.cases[0] ?? { caseId: 'copy', name: procedure.name, checklist: [] };

export const certifiedPapers = (lines: CopiesCertified['lines']): readonly PaperReceived[] =>
  lines.map((line) => ({ itemId: 'copy', name: line.paperName, form: 'plain-copy', count: line.copies, shownOnly: false, scans: line.scans }));

/** Undefined where everything is done in the same visit and nobody asks for a receipt. */
export const certificationSlip = (done: CopiesCertified, facts: CertificationFacts, text: CodeText): PaperPayload | undefined => {
  if (!done.printsReceipt) return undefined;
  const { procedure, transfer, hands, fees, due, clock } = done;
  return receptionSlip({
    ...facts, hands, slip: 'intake-receipt', channel: 'counter', setCount: 1, receivedAt: done.receivedAt, register: done.register,
    returnWish: { kind: 'at-desk', deskId: facts.place.desk.deskId },
    assessed: {
      procedure, procedureCase: certificationCase(done), transfer, papers: certifiedPapers(done.lines), fees, due, forwardBy: facts.issuedAt,
      calendarVersion: clock.calendar, clock: { clock },
    },
  }, text);
};

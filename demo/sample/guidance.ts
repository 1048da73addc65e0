// People who came without all their papers, or could not be received: what they were told is kept.
import { giveGuidance } from '#core/dossier/give-guidance.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import type { Person } from '#core/people/person.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { formVersionOn } from '#core/paper-form/form-versions.ts';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { partyLineOf } from '#documents/kit/party-line.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { guidancePaper } from '#documents/slips/guidance-slip.ts';
import { deskHead } from '#documents/slips/slip-parts.ts';
import { completePapers } from '../builders.ts';
import { timedUuidOf } from '../identifiers.ts';
import type { Scene } from './at-desk.ts';
import { ORIGINS, issuePaper, takePaperNumber } from './sample-papers.ts';
import type { DeskStage } from './visit.ts';

export type Question = {
  readonly kind: 'question';
  readonly at: Moment;
  readonly stage: DeskStage;
  readonly procedure: ProcedureVersion;
  readonly agencyUnitId: string;
  readonly person: Person;
  /** Not allowed at all, or only short of papers. */
  readonly refused: boolean;
};

const UNLAWFUL = 'Nội dung đề nghị không thuộc thẩm quyền giải quyết của xã';

export type RefusedAtDesk = Pick<Question, 'at' | 'stage' | 'procedure' | 'agencyUnitId' | 'person'> & {
  readonly filed?: { readonly dossierId: string; readonly code: string };
};

export const refuseAtDesk = ({ books }: Scene, { at, stage, procedure, person, filed }: RefusedAtDesk): void => {
  const { desk } = stage.place;
  const { officer } = stage.team;
  const id = timedUuidOf(momentToEpoch(at), `${books.world}/refusal/${person.fullName}/${procedure.code}`);
  const { count, number } = takePaperNumber(books, 'refusal-notice', desk.receivingUnitId, at);
  const ground = procedure.legalGrounds[0]?.instrument ?? '';
  const party = partyLineOf(person);
  const payload: PaperPayload = {
    kind: 'refusal-notice', version: formVersionOn(SHIPPED_FORMS, 'refusal-notice', dateOf(at)), act: 'reception', issuedAt: at, head: deskHead(stage.place), number: String(count).padStart(2, '0'),
    ...(filed === undefined ? {} : { tracking: { code: filed.code, url: `${ORIGINS[books.world] ?? ''}/q/${filed.code}` } }),
    applicant: party, procedureName: procedure.name, reason: UNLAWFUL, legalGround: ground,
    contact: { name: officer.name, phone: desk.phone }, hands: { receiverName: officer.name, receiverTitle: officer.title },
  };
  books.add('guidance', {
    guidance_id: id, desk_id: desk.deskId, procedure_code: procedure.code, procedure_version: procedure.version, at, by_account: officer.accountId,
    person_name: person.fullName, missing: [{ name: UNLAWFUL }], kind: 'refusal', ground,
  });
  issuePaper(books, id, at, officer, { deskId: desk.deskId, number, payload, ...(filed === undefined ? {} : { dossierId: filed.dossierId }) });
  books.journal(`desk:${desk.deskId}`, at, officer, 'refuse-reception', filed?.dossierId, {
    code: filed?.code, refusalId: id, procedureCode: procedure.code, number, receiverId: officer.accountId, receiverName: officer.name, reason: UNLAWFUL, ground,
  });
};

/** One complete list of what is missing, on paper and in the books. */
export const guided = (scene: Scene, question: Question): void => {
  if (question.refused) {
    refuseAtDesk(scene, question);
    return;
  }
  const { books } = scene;
  const { at, stage, procedure, person, agencyUnitId } = question;
  const { place, team } = stage;
  const chosen = procedure.cases[0];
  const brought = completePapers(chosen?.checklist ?? []).slice(1);
  const guidanceId = timedUuidOf(momentToEpoch(at), `${books.world}/guidance/${person.fullName}/${procedure.code}`);
  const base = { guidanceId, deskId: place.desk.deskId, procedureCode: procedure.code, procedureVersion: procedure.version, missing: [], brought: brought.map((paper) => ({ ...paper, scans: [] })), personName: person.fullName, ...(chosen === undefined ? {} : { caseId: chosen.caseId }) };
  const decision = giveGuidance(base, { actor: stage.actor, procedure });
  if (!decision.ok) throw new Error(`${procedure.code}: ${JSON.stringify(decision.refusal)}`);
  const given = decision.value;
  const agency = unitOf(place, agencyUnitId as Parameters<typeof unitOf>[1]);
  const { count, number } = takePaperNumber(books, given.paper === 'guidance-slip' ? 'guidance-slip' : 'supplement-request', place.desk.receivingUnitId, at);
  const payload = guidancePaper(base, given, {
    place, agencyName: agency.name, guide: { receiverName: team.clerk.name, receiverTitle: team.clerk.title }, issuedAt: at,
    number: String(count).padStart(2, '0'), origin: ORIGINS[books.world] ?? '',
  }, agency.unitId);
  books.add('guidance', {
    guidance_id: guidanceId, desk_id: place.desk.deskId, procedure_code: procedure.code, procedure_version: procedure.version, at, by_account: team.clerk.accountId,
    person_name: person.fullName, missing: given.missing, kind: 'guidance', ground: null,
  });
  issuePaper(books, guidanceId, at, team.clerk, { deskId: place.desk.deskId, number, payload });
  books.journal(`desk:${place.desk.deskId}`, at, team.clerk, 'give-guidance', undefined, {
    guidanceId, procedureCode: procedure.code, caseId: base.caseId, number, missing: given.missing.map((item) => item.name),
  });
};

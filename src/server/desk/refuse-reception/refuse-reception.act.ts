import { randomUUIDv7 } from 'node:crypto';
import {
  type ReceptionRefusedAtDesk, type RefuseReceptionRefusal, refuseReception,
} from '#core/dossier/refuse-reception.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { formVersionOn } from '#documents/form-versions.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { ReceptionRefusedAnswer, RefuseReceptionCommand } from '#wire/refuse-reception.wire.ts';
import type { Act } from '../../acts/act.ts';
import { type DeskFacts, type ProcedureAtDesk, unitOf } from '../facts/desk-facts.ts';
import type { DeskCall } from '../facts/desk-route.ts';
import { handsOf, messagesOf } from '../save/desk-act.ts';
import { type LockedDossier, lockDeskDossiers } from '../save/desk-dossier.sql.ts';
import { insertGuidance, insertIssuedPaper, saveState, takeNumbers } from '../save/desk-save.sql.ts';
import { deskHead, handsPrinted, unitHead } from '../slips/slip-parts.ts';

export type RefuseCall = DeskCall & { readonly command: RefuseReceptionCommand };
type Facts = ProcedureAtDesk & { readonly filed?: LockedDossier };

const refusalPaper = (
  { command, place, actor, origin }: RefuseCall, { procedure, hands, paper }: ReceptionRefusedAtDesk, facts: Facts, issuedAt: Moment, number: string,
): PaperPayload => {
  const printed = handsPrinted(hands, actor);
  if (paper === 'residence-refusal') {
    const head = unitHead(place, unitOf(place, facts.transfer?.agencyUnitId ?? place.desk.receivingUnitId));
    return {
      kind: 'residence-refusal', version: 'v2023', issuedAt, superiorAgency: head.superiorAgency ?? '', agency: head.agency, place: head.place,
      number, person: { name: command.personName, personalNumber: '', currentAddress: command.address, phone: command.phone, email: command.email },
      procedureName: procedure.name, hands: printed, reason: command.reason, legalGround: command.ground,
    };
  }
  return {
    kind: 'refusal-notice', version: formVersionOn(dateOf(issuedAt)), act: 'reception', issuedAt, head: deskHead(place), number,
    tracking: facts.filed && { code: facts.filed.code, url: `${origin}/q/${facts.filed.code}`, verify: `${origin}/x/` },
    applicant: { name: command.personName, address: command.address ?? '', phone: command.phone, email: command.email },
    procedureName: procedure.name, reason: command.reason, legalGround: command.ground,
    contact: { name: printed.receiverName, phone: place.desk.phone }, hands: printed,
  };
};

export const refuseReceptionAct = (
  facts: DeskFacts,
): Act<RefuseCall, Facts, ReceptionRefusedAtDesk, RefuseReceptionRefusal, ReceptionRefusedAnswer> => ({
  name: 'refuse-reception',
  load: async (db, { provinceId, now }, { command }) => {
    const known = await facts.procedure(command.deskId, command.procedureCode, dateOf(now), { db });
    if (!command.filed) return known;
    const [filed] = await lockDeskDossiers(db, provinceId, command.deskId, [command.filed.dossierId]);
    return filed && { ...known, filed };
  },
  decide: ({ command, actor, place }, { row, filed }) => refuseReception(command, { actor, desk: place.desk, procedure: row?.procedure, filed }),
  save: async (db, { provinceId, now }, call, decision, known) => {
    const { command, place } = call;
    const { filed } = known;
    const number = await takeNumbers(db, provinceId, paperSeries('refusal-notice', place.desk.receivingUnitId, dateOf(now)));
    const numberText = formatPaperNumber('refusal-notice', number);
    const paperId = randomUUIDv7();
    const payload = refusalPaper(call, decision, known, now, String(number).padStart(2, '0'));
    await insertGuidance(db, provinceId, {
      guidanceId: command.refusalId, deskId: command.deskId, procedureCode: decision.procedure.code, procedureVersion: decision.procedure.version,
      at: now, by: decision.hands.receiverId, personName: command.personName, missing: [{ name: command.reason }], kind: 'refusal', ground: command.ground,
    });
    if (filed) await saveState(db, provinceId, filed.dossierId, { state: 'refused-at-desk', closedAt: now });
    await insertIssuedPaper(
      db, provinceId, command.deskId, { paperId, dossierId: filed?.dossierId, number: numberText, payload }, now, decision.hands.receiverId,
    );
    return {
      answer: { refusalId: command.refusalId, paperId, number: numberText, at: now },
      chain: `desk:${command.deskId}`,
      journal: [{
        act: 'refuse-reception', dossierId: filed?.dossierId,
        data: {
          code: filed?.code, refusalId: command.refusalId, procedureCode: decision.procedure.code, number: numberText, ...handsOf(decision.hands),
          reason: command.reason, ground: command.ground,
        },
      }],
      outbox: filed ? messagesOf(filed, 'refused-at-desk', now, { kind: 'refused-at-desk' }) : [],
    };
  },
});

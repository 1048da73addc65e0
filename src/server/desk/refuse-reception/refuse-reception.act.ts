import {
  type ReceptionRefusedAtDesk, type RefuseReceptionRefusal, refuseReception,
} from '#core/dossier/refuse-reception.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';
import { refusalSlip } from '#documents/slips/refusal-slip.ts';
import type { ReceptionRefusedAnswer, RefuseReceptionCommand } from '#wire/refuse-reception.wire.ts';
import type { Act } from '../../acts/act.ts';
import { findFormTable } from '../../papers/form-table.sql.ts';
import type { DeskFacts, ProcedureAtDesk } from '../facts/desk-facts.ts';
import type { DeskCall } from '../facts/desk-route.ts';
import { handsOf, messagesOf } from '../save/desk-act.ts';
import { type LockedDossier, lockDeskDossiers } from '../save/desk-dossier.sql.ts';
import { insertGuidance, insertIssuedPaper, newPaperId, saveState, takeNumber } from '../save/desk-save.sql.ts';

export type RefuseCall = DeskCall & { readonly command: RefuseReceptionCommand };
type Facts = ProcedureAtDesk & { readonly forms: FormTable; readonly filed?: LockedDossier };

export const refuseReceptionAct = (
  facts: DeskFacts,
): Act<RefuseCall, Facts, ReceptionRefusedAtDesk, RefuseReceptionRefusal, ReceptionRefusedAnswer> => ({
  name: 'refuse-reception',
  load: async (db, { provinceId, now }, { command }) => {
    const known = { ...(await facts.procedure(command.deskId, command.procedureCode, dateOf(now), { db })), forms: await findFormTable(db, provinceId) };
    if (!command.filed) return known;
    const [filed] = await lockDeskDossiers(db, provinceId, command.deskId, [command.filed.dossierId]);
    return filed && { ...known, filed };
  },
  decide: ({ command, actor, place }, { row, filed }) => refuseReception(command, { actor, desk: place.desk, procedure: row?.procedure, filed }),
  save: async (db, context, call, decision, known) => {
    const { provinceId, now } = context;
    const { command, place, actor, origin } = call;
    const { filed } = known;
    const number = await takeNumber(db, context, paperSeries('refusal-notice', place.desk.receivingUnitId, dateOf(now)));
    const numberText = formatPaperNumber('refusal-notice', number);
    const paperId = newPaperId(context);
    const payload = refusalSlip(command, decision, {
      place: { ...place, forms: known.forms }, actor, agencyUnitId: known.transfer?.agencyUnitId, filedCode: filed?.code, issuedAt: now, number: String(number).padStart(2, '0'), origin, supersedes: context.offline?.supersedes,
    });
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

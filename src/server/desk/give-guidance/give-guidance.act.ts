import { type GuidanceGiven, type GuidanceRefusal, giveGuidance } from '#core/dossier/give-guidance.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { guidancePaper } from '#documents/slips/guidance-slip.ts';
import type { GiveGuidanceCommand, GuidanceGivenAnswer } from '#wire/give-guidance.wire.ts';
import type { Act } from '../../acts/act.ts';
import { findFormTable } from '../../papers/form-table.sql.ts';
import type { DeskFacts, ProcedureAtDesk } from '../facts/desk-facts.ts';
import type { DeskCall } from '../facts/desk-route.ts';
import { insertGuidance, insertIssuedPaper, newPaperId, takeNumber } from '../save/desk-save.sql.ts';

export type GuidanceCall = DeskCall & { readonly command: GiveGuidanceCommand };

type Facts = ProcedureAtDesk & { readonly forms: FormTable };

export const giveGuidanceAct = (facts: DeskFacts): Act<GuidanceCall, Facts, GuidanceGiven, GuidanceRefusal, GuidanceGivenAnswer> => ({
  name: 'give-guidance',
  load: async (db, { provinceId, now }, { command }) =>
    ({ ...(await facts.procedure(command.deskId, command.procedureCode, dateOf(now), { db })), forms: await findFormTable(db, provinceId) }),
  decide: ({ command, actor }, { row }) => giveGuidance(command, { actor, procedure: row?.procedure }),
  save: async (db, context, { command, place, actor, origin }, given, { transfer, forms }) => {
    const { provinceId, accountId, accountName, now } = context;
    const { procedure } = given;
    const unitId = place.desk.receivingUnitId;
    const agencyUnitId = transfer?.agencyUnitId ?? unitId;
    const series = given.paper === 'guidance-slip' ? 'guidance-slip' : 'supplement-request';
    const number = await takeNumber(db, context, paperSeries(series, unitId, dateOf(now)));
    const payload = guidancePaper(command, given, {
      place: { ...place, forms }, agencyName: transfer ? unitOf(place, agencyUnitId).name : procedure.authority,
      guide: { receiverName: accountName, receiverTitle: actor.title }, issuedAt: now,
      number: String(number).padStart(2, '0'), origin, supersedes: context.offline?.supersedes,
    }, agencyUnitId);
    const paperId = newPaperId(context);
    const numberText = formatPaperNumber(series, number);
    await insertGuidance(db, provinceId, {
      guidanceId: command.guidanceId, deskId: command.deskId, procedureCode: procedure.code, procedureVersion: procedure.version, at: now,
      by: accountId, personName: command.personName, missing: given.missing, kind: 'guidance',
    });
    await insertIssuedPaper(db, provinceId, command.deskId, { paperId, number: numberText, payload }, now, accountId);
    return {
      answer: { guidanceId: command.guidanceId, paperId, number: numberText, at: now, missing: [...given.missing] },
      chain: `desk:${command.deskId}`,
      journal: [{
        act: 'give-guidance',
        data: { guidanceId: command.guidanceId, procedureCode: procedure.code, caseId: command.caseId, number: numberText, missing: given.missing.map((item) => item.name) },
      }],
      outbox: [],
    };
  },
});

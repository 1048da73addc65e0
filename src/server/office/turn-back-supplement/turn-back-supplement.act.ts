import { type TurnBackRefused, type TurnedBack, turnBackSupplement } from '#core/dossier/turn-back-supplement.ts';
import type { TurnBackSupplementBody } from '#wire/turn-back-supplement.wire.ts';
import { type Office, officeAct } from '../agency/office-act.ts';
import { type WaitingAnswer, countTurnedBack, findWaitingAnswer, saveAnswerDecision } from '../agency/supplement-answer.sql.ts';
import { type OpenRequest, findOpenRequest } from '../record-supplement/record-supplement.sql.ts';

type More = { readonly request?: OpenRequest; readonly answer?: WaitingAnswer; readonly turnedBackBefore: number };

export const performTurnBackSupplement = (office: Office) =>
  officeAct<TurnBackSupplementBody, More, TurnedBack, TurnBackRefused, { readonly repeated: boolean }>(office, {
    name: 'turn-back-supplement',
    more: async (db, { provinceId }, { dossierId }) => {
      const request = await findOpenRequest(db, provinceId, dossierId);
      return {
        request, answer: await findWaitingAnswer(db, provinceId, dossierId),
        turnedBackBefore: request ? await countTurnedBack(db, provinceId, dossierId, request.requestNo) : 0,
      };
    },
    decide: ({ body }, { dossier, actor, more: { request, answer, turnedBackBefore } }) =>
      turnBackSupplement(body, { dossier, actor, items: request?.items ?? [], answer, turnedBackBefore }),
    effect: async (db, context, { body }, { repeated, missing }, { dossier, more: { answer } }) => {
      if (answer) await saveAnswerDecision(db, context, dossier.dossierId, answer, { decision: 'turned-back', reason: body.reason, missing });
      return {
        state: 'supplement-asked',
        journal: { requestNo: answer?.requestNo, answerNo: body.answerNo, missing, repeated, note: `${body.reason} Còn thiếu: ${missing.join('; ')}` },
        notice: { kind: 'supplement-turned-back', missing: missing.length },
        extra: { repeated },
      };
    },
  });

// An administrator completes what the source left open. A version that dossiers were received under
// is never changed: the completed procedure becomes its successor from today.
import { dateOf } from '#core/kernel/moment.ts';
import { type AnswerRefusal, applyAnswer, incompleteAfter, type QuestionAnswer } from '#core/procedure/catalogue-question.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { AnswerQuestionAnswer } from '#wire/admin.wire.ts';
import type { Act } from '../../acts/act.ts';
import { type AnswerFacts, loadAnswerFacts, markAnswered, saveCompleted } from './answer-question.sql.ts';

export type AnswerQuestion = { readonly questionId: string; readonly answer: QuestionAnswer };

export const answerQuestion: Act<AnswerQuestion, AnswerFacts, ProcedureVersion, AnswerRefusal, AnswerQuestionAnswer> = {
  name: 'answer-catalogue-question',
  load: (db, context, { questionId }) => loadAnswerFacts(db, context.provinceId, questionId),
  decide: ({ answer }, { content, question, open }, context) => {
    const applied = applyAnswer(content, question, answer);
    if (!applied.ok) return applied;
    const completed = { ...applied.value, incomplete: incompleteAfter(applied.value, open) };
    return { ok: true, value: { ...completed, validFrom: dateOf(context.now) } };
  },
  save: async (db, context, { questionId, answer }, decided, { content, open, used, question }) => {
    await markAnswered(db, context.provinceId, questionId, context.accountId, context.now, answer);
    const saved = await saveCompleted(db, context.provinceId, { before: content, used }, decided);
    return {
      answer: { procedureCode: content.code, version: saved.version, openQuestions: open.length },
      chain: 'admin',
      journal: [{ act: 'answer-catalogue-question', data: { procedureCode: content.code, version: saved.version, question: question.kind, path: question.path, answer } }],
      outbox: [],
    };
  },
};

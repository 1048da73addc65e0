// The administrator's and the steering committee's routes.
import { z } from 'zod';
import { foldVietnamese } from '#core/kernel/fold.ts';
import type { AnswerRefusal } from '#core/procedure/catalogue-question.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import {
  accountsView, answerQuestionAnswer, answerQuestionCommand, catalogueQuestionsQuery, catalogueQuestionsView,
  journalOverview,
} from '#wire/admin.wire.ts';
import { id } from '#wire/fields.ts';
import { perform } from '../acts/perform.ts';
import { sendPerformed } from '../http/problem.ts';
import { type RouteModule, actContextOf } from '../http/route.ts';
import { answerQuestion } from './answer-question/answer-question.act.ts';
import { countOpenQuestions, listOpenQuestions } from './answer-question/answer-question.sql.ts';
import { batchRoutes } from './calendar/batch.route.ts';
import { calendarRoutes } from './calendar/calendar.route.ts';
import { formRoutes } from './forms/forms.route.ts';
import { postalRuleRoutes } from './postal-rules/postal-rules.route.ts';
import { linkedAgencyRoutes } from './linked-agencies/linked-agencies.route.ts';
import { outboxRoutes } from './outbox/outbox.route.ts';
import { registerRoutes } from './register/register.route.ts';
import { listAccounts, overviewOfJournal } from './register/register.sql.ts';

const REFUSALS: Readonly<Record<AnswerRefusal['kind'], string>> = {
  'answer-does-not-fit': 'Câu trả lời không đúng loại của câu hỏi này. Vui lòng chọn lại cách trả lời.',
  'place-gone': 'Chỗ được hỏi không còn trong thủ tục. Vui lòng tải lại danh sách.',
};

/** The paper a question is about, by its name as it stands. */
const placeOf = (content: ProcedureVersion, path: string): string => {
  const paper = /^cases\[(\d+)\]\.checklist\[(\d+)\]$/u.exec(path);
  if (paper) return content.cases[Number(paper[1])]?.checklist[Number(paper[2])]?.name ?? '';
  const channel = /^(limits|fees)\.(counter|online|post)/u.exec(path);
  const names = { counter: 'Trực tiếp', online: 'Trực tuyến', post: 'Qua dịch vụ bưu chính công ích' } as const;
  return channel ? names[channel[2] as keyof typeof names] : '';
};

export const adminRoutes: RouteModule = (app, deps) => {
  const { pool, world } = deps;
  calendarRoutes(app, deps);
  batchRoutes(app, deps);
  formRoutes(app, deps);
  postalRuleRoutes(app, deps);
  linkedAgencyRoutes(app, deps);
  registerRoutes(app, deps);
  outboxRoutes(app, deps);

  app.get('/api/admin/catalogue-questions', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Những chỗ của danh mục thủ tục còn chờ bổ sung', querystring: catalogueQuestionsQuery, response: { 200: catalogueQuestionsView } },
  }, async (request) => {
    const { q, after } = request.query;
    const [{ rows, next }, counts] = await Promise.all([
      listOpenQuestions(pool, world.provinceId, foldVietnamese(q), after), countOpenQuestions(pool, world.provinceId),
    ]);
    return { ...counts, questions: rows.map(({ content, ...row }) => ({ ...row, place: placeOf(content, row.path) })), next };
  });

  app.post('/api/admin/catalogue-questions/:questionId/answer', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Bổ sung một chỗ của danh mục thủ tục', params: z.object({ questionId: id() }), body: answerQuestionCommand, response: { 200: answerQuestionAnswer } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, answerQuestion.name);
    const performed = await perform(pool, answerQuestion, context, { questionId: request.params.questionId, answer: request.body });
    return sendPerformed(request, reply, performed, { refusalText: (refusal) => REFUSALS[refusal.kind] });
  });

  app.get('/api/admin/accounts', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Tài khoản và phân công', response: { 200: accountsView } },
  }, async () => ({ accounts: await listAccounts(pool, world.provinceId) }));

  app.get('/api/admin/journal', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Nhật ký: các chuỗi và điểm chốt gần nhất', response: { 200: journalOverview } },
  }, async () => overviewOfJournal(pool, world.provinceId));
};

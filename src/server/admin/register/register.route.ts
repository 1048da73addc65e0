// The transfer register: look at it, and add a line by a decision.
import { dateOf } from '#core/kernel/moment.ts';
import { transferRegisterQuery, transferRegisterView } from '#wire/admin.wire.ts';
import { registerChoices, registerChoicesQuery, registerLineAnswer, registerLineCommand } from '#wire/register-line.wire.ts';
import { registerRefusalText } from '#wire/refusals/register.ts';
import { perform } from '../../acts/perform.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type RouteModule, actContextOf } from '../../http/route.ts';
import { addRegisterLineAct } from './add-register-line.act.ts';
import { listRegisterChoices } from './add-register-line.sql.ts';
import { listTransferRegister } from './register.sql.ts';

export const registerRoutes: RouteModule = (app, deps) => {
  const { pool, world } = deps;

  app.get('/api/admin/transfer-register', {
    config: { roles: ['administrator', 'steering-committee', 'post-supervisor'] },
    schema: { summary: 'Thủ tục nào của cơ quan nào được tiếp nhận ở điểm nào, theo quyết định nào', querystring: transferRegisterQuery, response: { 200: transferRegisterView } },
  }, async (request) => listTransferRegister(pool, world.provinceId, request.query));

  app.get('/api/admin/transfer-register/choices', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Điểm, cơ quan, thủ tục để ghi một dòng của Sổ chuyển giao', querystring: registerChoicesQuery, response: { 200: registerChoices } },
  }, async (request) => listRegisterChoices(pool, world.provinceId, request.query, dateOf(deps.clock.businessNow())));

  app.post('/api/admin/transfer-register', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Ghi một dòng vào Sổ chuyển giao; dòng trước đó hết hiệu lực từ ngày dòng mới bắt đầu', body: registerLineCommand, response: { 201: registerLineAnswer } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, addRegisterLineAct.name);
    const performed = await perform(pool, addRegisterLineAct, context, request.body);
    return sendPerformed(request, reply, performed, { status: 201, refusalText: registerRefusalText });
  });
};

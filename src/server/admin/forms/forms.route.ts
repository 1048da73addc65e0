// The province's table of forms: look at it, set one row of it.
import { formsView, setFormAnswer, setFormCommand } from '#wire/forms.wire.ts';
import { formRefusalText } from '#wire/refusals/forms.ts';
import { perform } from '../../acts/perform.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type RouteModule, actContextOf } from '../../http/route.ts';
import { findFormTable } from '../../papers/form-table.sql.ts';
import { listFormVersions } from './forms.sql.ts';
import { setFormVersionAct } from './set-form-version.act.ts';

export const formRoutes: RouteModule = (app, deps) => {
  const { pool, world } = deps;

  app.get('/api/admin/forms', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Biểu mẫu của tỉnh: mẫu nào áp dụng từ ngày nào, theo văn bản nào', response: { 200: formsView } },
  }, async () => {
    const [table, versions] = await Promise.all([findFormTable(pool, world.provinceId), listFormVersions(pool, world.provinceId)]);
    return { ...table, versions: [...versions] };
  });

  app.post('/api/admin/forms', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Đặt ngày áp dụng, căn cứ của một mẫu: lập phiên bản mới của bảng biểu mẫu', body: setFormCommand, response: { 201: setFormAnswer } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, setFormVersionAct.name);
    const performed = await perform(pool, setFormVersionAct, context, request.body);
    return sendPerformed(request, reply, performed, { status: 201, refusalText: formRefusalText });
  });
};

import { z } from 'zod';
import { USUAL_WARNINGS } from '#core/warning/warning-settings.ts';
import { warningSettings, warningSettingsView, warningsChangedAnswer } from '#wire/warnings.wire.ts';
import { line } from '#wire/fields.ts';
import { perform } from '../acts/perform.ts';
import { sendPerformed } from '../http/problem.ts';
import { type RouteModule, actContextOf } from '../http/route.ts';
import { changeWarningsAct } from './change-warnings.act.ts';
import { listWarningSettings } from './warning-settings.sql.ts';

export const warningSettingsRoutes: RouteModule = (app, deps) => {
  app.get('/api/admin/warning-settings', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Nhắc hạn trước bao lâu, theo từng quầy và cơ quan', response: { 200: warningSettingsView } },
  }, async () => ({ usual: USUAL_WARNINGS, holders: await listWarningSettings(deps.pool, deps.world.provinceId) }));

  app.post('/api/admin/warning-settings/:holder', {
    config: { roles: ['administrator'] },
    schema: {
      summary: 'Đặt thời gian nhắc hạn', params: z.object({ holder: line(120) }), body: warningSettings, response: { 200: warningsChangedAnswer },
    },
  }, async (request, reply) => {
    const { holder } = request.params;
    const performed = await perform(deps.pool, changeWarningsAct, actContextOf(request, deps, changeWarningsAct.name), { holder, settings: request.body });
    return sendPerformed(request, reply, performed, {
      refusalText: ({ errors }) => ({
        title: 'Thời gian nhắc hạn chưa đúng',
        detail: 'Lần nhắc đầu phải sớm hơn lần nhắc thứ hai.',
        fieldErrors: errors.map(({ path }) => ({ path, message: `Phải nhiều hơn số ngày của lần nhắc thứ hai (từ ${request.body.secondDays + 1} ngày làm việc).` })),
      }),
    });
  });
};

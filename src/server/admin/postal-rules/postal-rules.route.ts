// The province's rules of the post: look at them, set one row of them.
import { postalRuleSet, postalRulesView, setPostalRuleBody } from '#wire/postal-rules.wire.ts';
import { postalRuleRefusalText } from '#wire/refusals/postal-rules.ts';
import { perform } from '../../acts/perform.ts';
import { findPostalRules } from '../../custody/transit.sql.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type RouteModule, actContextOf } from '../../http/route.ts';
import { listPostalVersions } from './postal-rules.sql.ts';
import { setPostalRuleAct } from './set-postal-rule.act.ts';

const config = { roles: ['administrator'] as const };

export const postalRuleRoutes: RouteModule = (app, deps) => {
  const { pool, world: { provinceId } } = deps;

  app.get('/api/admin/postal-rules', {
    config, schema: { summary: 'Quy tắc bưu chính của tỉnh: thời gian toàn trình, mức bồi thường, thời hạn khiếu nại, áp dụng từ ngày nào, theo văn bản nào', response: { 200: postalRulesView } },
  }, async () => {
    const [rules, versions] = await Promise.all([findPostalRules(pool, provinceId), listPostalVersions(pool, provinceId)]);
    return { ...rules, now: deps.clock.businessNow(), versions: [...versions] };
  });

  app.post('/api/admin/postal-rules', {
    config, schema: { summary: 'Đặt một quy tắc bưu chính từ một ngày: lập phiên bản mới', body: setPostalRuleBody, response: { 201: postalRuleSet } },
  }, async (request, reply) => {
    const performed = await perform(pool, setPostalRuleAct, actContextOf(request, deps, setPostalRuleAct.name), request.body);
    return sendPerformed(request, reply, performed, { status: 201, refusalText: postalRuleRefusalText });
  });
};

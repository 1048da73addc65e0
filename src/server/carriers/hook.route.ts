// Where a carrier that only pushes brings what happened. It proves itself by a secret in the message, as its interface has it;
// what came already is answered like what is new, so that it stops sending. Of people nothing is kept that no status needs.
import { createHash } from 'node:crypto';
import { carrierParams, hookIssued, pushedAnswer, pushedMessage } from '#wire/carriers.wire.ts';
import { carrierRefusalText } from '#wire/refusals/carriers.ts';
import { perform } from '../acts/perform.ts';
import { problem, sendPerformed } from '../http/problem.ts';
import { type App, type Deps, actContextOf, originOf } from '../http/route.ts';
import { isSecret, shownOnce } from '../signing/shown-once.ts';
import { issueHookAct } from './issue-hook.act.ts';
import { type Pushed, findHook, keepPushed } from './inbox.sql.ts';

const MOST_BYTES = 65_536;
/** Names and telephones of receivers and couriers come along too. */
const KEPT = [
  'ORDER_NUMBER', 'ORDER_REFERENCE', 'ORDER_STATUSDATE', 'ORDER_STATUS', 'STATUS_NAME', 'LOCATION_CURRENTLY', 'LOCALION_CURRENTLY', 'NOTE', 'REASON_CODE', 'IS_RETURNING', 'MONEY_COLLECTION',
] as const;
/** What makes two messages one; notes and money may differ between two sendings of one. */
const SAME = ['ORDER_NUMBER', 'ORDER_REFERENCE', 'ORDER_STATUSDATE', 'ORDER_STATUS', 'LOCATION_CURRENTLY', 'LOCALION_CURRENTLY'] as const;

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

export const pushedOf = (data: Readonly<Record<string, unknown>>): Pushed => {
  const body = Object.fromEntries(KEPT.flatMap((name) => (isPlain(data[name]) ? [[name, data[name]]] : [])));
  return { body, fingerprint: createHash('sha256').update(JSON.stringify(SAME.map((name) => String(body[name] ?? '').trim()))).digest() };
};

export const hookRoutes = (app: App, deps: Deps): void => {
  const { pool, world: { provinceId }, clock, secrets } = deps;

  app.post('/api/carriers/:carrierId/events', {
    bodyLimit: MOST_BYTES, config: { access: 'open' },
    schema: { summary: 'Đơn vị chuyển phát báo hành trình; mã bảo mật nằm trong TOKEN', params: carrierParams, body: pushedMessage, response: { 200: pushedAnswer } },
  }, async (request) => {
    const { carrierId } = request.params;
    const { DATA: data, TOKEN: token } = request.body;
    if (!isSecret(token, await findHook(pool, provinceId, carrierId))) throw problem('wrong-machine-secret');
    await keepPushed(pool, provinceId, carrierId, pushedOf(data), clock.businessNow());
    return { status: 200, error: false, message: 'OK' } as const;
  });

  app.post('/api/admin/carriers/:carrierId/hook', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Cấp mã bảo mật mới để đơn vị chuyển phát báo hành trình; mã chỉ hiện một lần', params: carrierParams, response: { 201: hookIssued } },
  }, async (request, reply) => {
    const { carrierId } = request.params;
    const act = issueHookAct(secrets);
    const context = actContextOf(request, deps, act.name);
    const performed = await perform(pool, act, context, { carrierId });
    // the secret is no part of the stored answer
    return sendPerformed(request, reply, performed.kind === 'done' ? {
      ...performed, answer: { ...performed.answer, secret: shownOnce(secrets, 'carrier-hook', context.commandId), address: `${originOf(request, deps)}/api/carriers/${carrierId}/events` },
    } : performed, { status: 201, refusalText: carrierRefusalText });
  });
};

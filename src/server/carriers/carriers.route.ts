// The administrator's routes: carriers, their codes, orders that a person must settle, ranges of item numbers.
import { dateOf } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import {
  type CarrierView, carrierChanged, carrierParams, carrierTried, carriersView, changeCarrierCommand, codeMapped, giveItemRangeCommand,
  itemRangesView, mapCodeCommand, orderParams, orderSettled, settleOrderCommand,
} from '#wire/carriers.wire.ts';
import { FAILURE_WORDS, carrierRefusalText, itemRangeWords, rangeEnds } from '#wire/refusals/carriers.ts';
import { perform } from '../acts/perform.ts';
import { keepDeskFacts } from '../desk/facts/desk-facts.ts';
import { notFound, sendPerformed } from '../http/problem.ts';
import { type Deps, type RouteModule, actContextOf } from '../http/route.ts';
import { type CarrierRow, findCarrier, listCarriers } from './account.sql.ts';
import { changeCarrierAct, mapCodeAct, settleOrderAct } from './carrier-acts.ts';
import { listDesks, loadCarrierParts } from './carriers-view.sql.ts';
import { giveItemRangeAct } from './give-item-range.act.ts';
import { listItemRanges } from './item-numbers.sql.ts';
import { hookRoutes } from './hook.route.ts';
import { type OpenCarrier, lockCarrierSecret } from './open-carrier.ts';
import { shipmentRoutes } from './shipments.route.ts';

export type CarrierRouteDeps = Deps & { readonly openCarrier: OpenCarrier };
const roles = ['administrator'] as const;
const TRIED_GRAMS = 100;

const viewOf = ({ settings, secret, cursor: _cursor, ...row }: CarrierRow): Omit<CarrierView, 'waiting' | 'confirmed' | 'unclear' | 'codes' | 'refusedEvents'> =>
  ({ ...row, ...settings, hearsOfResults: settings.hearsOfResults ?? false, places: [...settings.places], tariff: [...settings.tariff], doneStatuses: [...settings.doneStatuses], thereAlreadyStatuses: [...settings.thereAlreadyStatuses], hasSecret: secret !== null });

export const carriersRoutes: RouteModule<CarrierRouteDeps> = (app, deps) => {
  const { pool, world: { provinceId }, clock } = deps;
  hookRoutes(app, deps);
  shipmentRoutes(app, { ...deps, facts: keepDeskFacts(pool, provinceId) });

  app.get('/api/admin/carriers', {
    config: { roles },
    schema: { summary: 'Các đơn vị chuyển phát: kết nối, đơn chờ, mã trạng thái chưa rõ, sự kiện không được tính', response: { 200: carriersView } },
  }, async () => {
    const partsOf = await loadCarrierParts(pool, provinceId);
    return { carriers: (await listCarriers(pool, provinceId)).map((row) => ({ ...viewOf(row), ...partsOf(row.carrierId) })) };
  });

  app.post('/api/admin/carriers/:carrierId', {
    config: { roles },
    schema: { summary: 'Thêm hoặc sửa một đơn vị chuyển phát', params: carrierParams, body: changeCarrierCommand, response: { 200: carrierChanged } },
  }, async (request, reply) => {
    const { carrierId } = request.params;
    const { key, secret, ...command } = request.body;
    const lockedSecret = key === undefined || secret === undefined ? undefined : lockCarrierSecret(deps, carrierId, { key, secret });
    const performed = await perform(pool, changeCarrierAct, actContextOf(request, deps, changeCarrierAct.name), { carrierId, command, lockedSecret });
    return sendPerformed(request, reply, performed, { refusalText: carrierRefusalText });
  });

  app.post('/api/admin/carriers/:carrierId/try', {
    config: { roles },
    schema: { summary: 'Thử kết nối bằng một câu hỏi giá cước', params: carrierParams, response: { 200: carrierTried } },
  }, async (request) => {
    const row = await findCarrier(pool, provinceId, request.params.carrierId);
    if (!row) throw notFound();
    const place = row.settings.places.find((one) => one.place === row.settings.senderPlace) ?? { provinceCode: '', districtCode: '' };
    const answer = await deps.openCarrier(row).price({ grams: TRIED_GRAMS, sender: place, receiver: place });
    if (answer.ok) return { answered: true, amount: answer.value.amount, said: '' };
    const { refusal } = answer;
    return { answered: refusal.kind === 'refused', amount: null, said: refusal.kind === 'refused' ? refusal.message : FAILURE_WORDS[refusal.kind] ?? refusal.kind };
  });

  app.post('/api/admin/carriers/:carrierId/codes', {
    config: { roles },
    schema: { summary: 'Ghi nghĩa của một mã trạng thái', params: carrierParams, body: mapCodeCommand, response: { 200: codeMapped } },
  }, async (request, reply) => {
    const performed = await perform(pool, mapCodeAct, actContextOf(request, deps, mapCodeAct.name), { ...request.params, ...request.body });
    return sendPerformed(request, reply, performed, { refusalText: () => '' });
  });

  app.post('/api/admin/carriers/:carrierId/orders/:orderNumber/settle', {
    config: { roles },
    schema: { summary: 'Xác nhận một đơn chưa rõ: đơn vị chuyển phát đã có đơn, hoặc chưa có và gửi lại', params: orderParams, body: settleOrderCommand, response: { 200: orderSettled } },
  }, async (request, reply) => {
    const performed = await perform(pool, settleOrderAct, actContextOf(request, deps, settleOrderAct.name), { ...request.params, ...request.body });
    return sendPerformed(request, reply, performed, { refusalText: carrierRefusalText });
  });

  app.get('/api/admin/item-ranges', {
    config: { roles },
    schema: { summary: 'Dải số hiệu bưu gửi đã cấp cho các quầy', response: { 200: itemRangesView } },
  }, async () => {
    const [ranges, desks] = await Promise.all([listItemRanges(pool, provinceId), listDesks(pool, provinceId, dateOf(clock.businessNow()))]);
    return { ranges: ranges.map((range) => ({ ...range, ...rangeEnds(range) })), desks: desks.map(({ deskId, name }) => ({ deskId: deskId as DeskId, name })) };
  });

  app.post('/api/admin/item-ranges', {
    config: { roles },
    schema: { summary: 'Cấp một dải số hiệu bưu gửi cho một quầy', body: giveItemRangeCommand, response: { 200: giveItemRangeCommand } },
  }, async (request, reply) => {
    const performed = await perform(pool, giveItemRangeAct, actContextOf(request, deps, giveItemRangeAct.name), request.body);
    return sendPerformed(request, reply, performed, { refusalText: itemRangeWords });
  });
};

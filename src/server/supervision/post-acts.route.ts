// What the supervisor of the post does for a desk below: the desk's own acts with the desk's own rules, under her name.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dateOf } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { bagId, bagLost, findBagBody, loseBagBody } from '#wire/bags.wire.ts';
import { lateRecordBody, lateRecordOpened } from '#wire/custody-cases.wire.ts';
import { id } from '#wire/fields.ts';
import { bagRefusalText } from '#wire/refusals/bags.ts';
import { custodyRefusalText } from '#wire/refusals/custody.ts';
import type { Act } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { findBagAct, loseBagAct } from '../bags/lose-bag.act.ts';
import { lateRecordAct } from '../custody-cases/late-case.act.ts';
import { findSupervisedDesks } from '../couriers/supervised.sql.ts';
import { notFound, problem, sendPerformed } from '../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor } from '../http/route.ts';
import { keepWorkingHours } from '../office/agency/working-hours.ts';
import { unprintableFields } from '../papers/printable.ts';
import { findDeskOf } from './supervision.sql.ts';

const config = { roles: ['post-supervisor'] as const };
const ofBag = z.object({ bagId });
const ofRecord = z.object({ handOverId: id() });

export const postActRoutes = (app: App, deps: Deps): void => {
  const { pool, clock, world: { provinceId } } = deps;
  const hours = keepWorkingHours(provinceId);
  const [lose, find, late] = [loseBagAct(hours), findBagAct(hours), lateRecordAct(hours)];

  const deskFor = async (request: FastifyRequest, of: Parameters<typeof findDeskOf>[3]): Promise<DeskId> => {
    const desks = await findSupervisedDesks(pool, provinceId, requireActor(request).accountId, dateOf(clock.businessNow()));
    const deskId = await findDeskOf(pool, provinceId, desks, of);
    if (deskId === undefined) throw notFound();
    return deskId;
  };
  const run = <Command, Facts, Decision, Refusal, Answer>(request: FastifyRequest, act: Act<Command, Facts, Decision, Refusal, Answer>, command: Command) => {
    const fieldErrors = unprintableFields(request.body as object);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    return perform(pool, act, actContextOf(request, deps, act.name), command);
  };

  app.post('/api/post/bags/:bagId/lost', {
    config, schema: { summary: 'Bưu điện báo thất lạc túi của một quầy thuộc mình', params: ofBag, body: loseBagBody, response: { 200: bagLost } },
  }, async (request, reply) => {
    const { bagId: bag } = request.params;
    const scope = { side: 'desk', deskId: await deskFor(request, { bagId: bag }) } as const;
    return sendPerformed(request, reply, await run(request, lose, { scope, bagId: bag, body: request.body }), { refusalText: bagRefusalText });
  });

  app.post('/api/post/bags/:bagId/found', {
    config, schema: { summary: 'Bưu điện báo đã tìm thấy túi thất lạc của một quầy thuộc mình', params: ofBag, body: findBagBody, response: { 200: bagLost } },
  }, async (request, reply) => {
    const { bagId: bag } = request.params;
    const scope = { side: 'desk', deskId: await deskFor(request, { bagId: bag }) } as const;
    return sendPerformed(request, reply, await run(request, find, { scope, bagId: bag, body: request.body }), { refusalText: bagRefusalText });
  });

  app.post('/api/post/records/:handOverId/late-cases', {
    config, schema: { summary: 'Lập việc chuyển chậm cho những hồ sơ có phiếu gửi trong một biên bản quá hạn', params: ofRecord, body: lateRecordBody, response: { 201: lateRecordOpened } },
  }, async (request, reply) => {
    const { handOverId } = request.params;
    const scope = { side: 'desk', places: [await deskFor(request, { handOverId })] } as const;
    return sendPerformed(request, reply, await run(request, late, { scope, handOverId, body: request.body }), { status: 201, refusalText: custodyRefusalText });
  });
};

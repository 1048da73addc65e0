import type { FastifyRequest } from 'fastify';
import { isInForce } from '#core/kernel/in-force.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { OFFLINE_POLICY } from '#core/offline/offline-policy.ts';
import { type PlanFacts, historyFrom, isPeriodOver } from '#core/offline/plan-leases.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { leaseAnswer, leaseCommand, returnLeasesAnswer, returnLeasesCommand } from '#wire/offline.wire.ts';
import { offlineRefusalText } from '#wire/refusals/offline.ts';
import { perform } from '../../acts/perform.ts';
import { findTransfers } from '../../desk/facts/desk-facts.sql.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { notFound, problem, sendPerformed } from '../../http/problem.ts';
import { type App, actContextOf } from '../../http/route.ts';
import { requireDevice } from '../device/device.ts';
import { savePending } from '../device/devices.sql.ts';
import { fillUpLeasesAct, leaseNeeds, returnLeasesAct } from './leases.act.ts';
import { findBusiestDay, findOpenLeases, givesProvisional } from './leases.sql.ts';

const isCopies = (code: string): boolean => code === '2.000815' || code.startsWith('2.000815.');
const roles = ['postal-clerk', 'commune-officer'] as const;
/** The guard still found it. */
const revokedMeanwhile = () => problem('device-revoked');

export const leaseRoutes = (scope: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId }, facts, clock } = deps;

  const planOf = async (deskId: DeskId, now: Moment): Promise<PlanFacts> => {
    const today = dateOf(now);
    const place = await facts.place(deskId, today);
    if (!place) throw notFound();
    const { compiled } = place.calendar;
    const transfers = (await findTransfers(pool, provinceId, deskId)).filter((entry) => isInForce(entry, today));
    return {
      today, calendar: compiled, daysAhead: OFFLINE_POLICY.leaseDaysAhead, receivingUnitId: place.desk.receivingUnitId,
      certifying: [...new Set(transfers.filter(({ procedureCode }) => isCopies(procedureCode)).map(({ agencyUnitId }) => agencyUnitId))].toSorted(),
      givesProvisional: await givesProvisional(pool, provinceId, deskId, today),
      busiestDay: await findBusiestDay(pool, provinceId, deskId, historyFrom(compiled, today)),
    };
  };

  const openLeases = async (request: FastifyRequest, now: Moment) => {
    const open = await findOpenLeases(pool, provinceId, requireDevice(request).deviceId);
    return open.filter(({ period }) => !isPeriodOver(period, dateOf(now)))
      .map(({ leaseId, series, period, from, to, volume }) => ({ leaseId, series, period, from, to, volume }));
  };

  scope.post('/api/desk/offline/leases', {
    config: { roles },
    schema: { summary: 'Bổ sung số giữ trước cho máy này', body: leaseCommand, response: { 200: leaseAnswer } },
  }, async (request, reply) => {
    const device = requireDevice(request);
    const { held, pending, oldestPendingAt } = request.body;
    const context = actContextOf(request, deps, fillUpLeasesAct.name);
    await savePending(pool, provinceId, device.deviceId, pending, oldestPendingAt);
    const plan = await planOf(device.deskId, context.now);
    const report = { said: new Map(held.map(({ leaseId, next }) => [leaseId, next])), pending };
    // asked for every few minutes: only what changes something is an act
    const needs = leaseNeeds(await findOpenLeases(pool, provinceId, device.deviceId), report, plan);
    if (needs.give.length > 0 || needs.runOut.length > 0) {
      const performed = await perform(pool, fillUpLeasesAct, context, { device, report, plan });
      if (performed.kind === 'not-found') throw revokedMeanwhile();
      if (performed.kind !== 'done') return sendPerformed(request, reply, performed, { refusalText: offlineRefusalText });
    }
    return { leases: await openLeases(request, context.now), policy: OFFLINE_POLICY, businessNow: clock.businessNow() };
  });

  scope.post('/api/desk/offline/leases/return', {
    config: { roles },
    schema: { summary: 'Trả lại số giữ trước chưa dùng', body: returnLeasesCommand, response: { 200: returnLeasesAnswer } },
  }, async (request, reply) => {
    const { leases, leaving } = request.body;
    const performed = await perform(pool, returnLeasesAct, actContextOf(request, deps, returnLeasesAct.name), { device: requireDevice(request), leases, leaving });
    if (performed.kind === 'not-found') throw revokedMeanwhile();
    return sendPerformed(request, reply, performed, { refusalText: offlineRefusalText });
  });
};

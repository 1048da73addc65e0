import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type Result, ok } from '#core/kernel/result.ts';
import { type PlanFacts, type PlannedLease, leasesToGive, planLeases } from '#core/offline/plan-leases.ts';
import { type LeaseReturned, type ReturnRefused, leasesRunOut, nextOf, returnLeases } from '#core/offline/return-leases.ts';
import type { Act, ActContext } from '../../acts/act.ts';
import { insertGap } from '../../books/book.sql.ts';
import type { Device } from '../device/device.ts';
import { lockDevice, saveRevoked } from '../device/devices.sql.ts';
import { type LeaseRow, type NewLease, endLease, findOpenLeases, insertLease, takeRange } from './leases.sql.ts';

export type LeaseReport = { readonly said: ReadonlyMap<string, number>; readonly pending: number };
export type LeaseNeeds = { readonly runOut: readonly LeaseReturned[]; readonly give: readonly PlannedLease[] };

export const leaseNeeds = (open: readonly LeaseRow[], { said, pending }: LeaseReport, plan: PlanFacts): LeaseNeeds => {
  return {
    runOut: leasesRunOut(open, said, pending, plan.today),
    give: leasesToGive(planLeases(plan), open.map((lease) => {
      const next = nextOf(lease, said.get(lease.leaseId));
      return { series: lease.series, period: lease.period, left: lease.to + 1 - next, owed: next - nextOf(lease, undefined) };
    })),
  };
};

type Ended = { readonly series: string; readonly period: string; readonly from: number; readonly to: number };

type OpenLeases = { readonly open: readonly LeaseRow[] };

/** Undefined: it was revoked meanwhile, and what it held is lost with it. */
const loadOpen = async (db: PoolClient, { provinceId }: ActContext, { device: { deviceId } }: { readonly device: Device }): Promise<OpenLeases | undefined> =>
  ((await lockDevice(db, provinceId, deviceId))?.revokedAt === null ? { open: await findOpenLeases(db, provinceId, deviceId) } : undefined);

/** What no paper bears is recorded, and never given again. */
const endLeases = async (
  db: PoolClient, { provinceId, now, accountName }: ActContext, device: Device, open: readonly LeaseRow[], ended: readonly LeaseReturned[],
): Promise<readonly Ended[]> => {
  const unused: Ended[] = [];
  for (const { leaseId, next } of ended) {
    const lease = open.find((one) => one.leaseId === leaseId);
    if (!lease) continue;
    await endLease(db, provinceId, leaseId, next, now);
    if (next > lease.to) continue;
    const gap = { from: next, to: lease.to };
    await insertGap(db, provinceId, lease, { ...gap, reason: 'lease-returned' }, `Máy “${device.name}” trả lại số chưa dùng`, now, accountName);
    unused.push({ series: lease.series, period: lease.period, ...gap });
  }
  return unused;
};

export type FillUp = { readonly device: Device; readonly report: LeaseReport; readonly plan: PlanFacts };
export type FilledUp = { readonly given: number; readonly returned: number };

export const fillUpLeasesAct: Act<FillUp, OpenLeases, LeaseNeeds, never, FilledUp> = {
  name: 'lease-numbers',
  load: loadOpen,
  decide: ({ report, plan }, { open }): Result<LeaseNeeds, never> => ok(leaseNeeds(open, report, plan)),
  save: async (db, context, { device }, { runOut, give }, { open }) => {
    const { provinceId, now } = context;
    const unused = await endLeases(db, context, device, open, runOut);
    const given: NewLease[] = [];
    for (const { size, ...series } of give) {
      const last = await takeRange(db, provinceId, series, size);
      if (last === undefined) continue;
      const lease = { leaseId: randomUUIDv7(), ...series, from: last - size + 1, to: last };
      await insertLease(db, provinceId, device.deviceId, lease, now);
      given.push(lease);
    }
    return {
      answer: { given: given.length, returned: runOut.length }, chain: `desk:${device.deskId}`,
      journal: [{ act: 'lease-numbers', data: { deviceId: device.deviceId, given: given.map(({ series, period, from, to }) => ({ series, period, from, to })), unused } }],
      outbox: [],
    };
  },
};

/** `leaving`: it is no counter afterwards; what it does not name is lost with it. */
export type ReturnLeases = { readonly device: Device; readonly leases: readonly LeaseReturned[]; readonly leaving?: true };

const GIVEN_BACK = 'Máy được trả tại quầy';
export type LeasesReturned = { readonly returned: number; readonly unused: number };

export const returnLeasesAct: Act<ReturnLeases, OpenLeases, readonly LeaseReturned[], ReturnRefused, LeasesReturned> = {
  name: 'return-leases',
  load: loadOpen,
  decide: ({ leases }, { open }) => returnLeases(leases, open),
  save: async (db, context, { device, leaving }, leases, { open }) => {
    const { provinceId, now, accountName } = context;
    const unused = await endLeases(db, context, device, open, leases);
    if (leaving) await saveRevoked(db, provinceId, device.deviceId, { at: now, byName: accountName, reason: GIVEN_BACK });
    return {
      answer: { returned: leases.length, unused: unused.reduce((sum, { from, to }) => sum + to - from + 1, 0) }, chain: `desk:${device.deskId}`,
      journal: [{ act: 'return-leases', data: { deviceId: device.deviceId, unused, ...(leaving ? { leaving } : {}) } }], outbox: [],
    };
  },
};

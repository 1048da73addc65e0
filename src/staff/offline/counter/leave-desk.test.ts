import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { writesInLastMoment } from '#testing/last-moment.ts';
import type { Reply } from '../transport.ts';
import { bagsBegun } from '../bags-begun.ts';
import { leaveDesk, undoneHere } from './leave-desk.ts';

const RETURN = '/api/desk/offline/leases/return';
let machine: Machine | undefined;
afterEach(() => machine?.close());

/** Silent but for the return of the numbers. */
const atDesk = async (answers: (Reply | undefined)[]): Promise<{ counter: ReturnType<Machine['counter']>; asked: () => readonly unknown[] }> => {
  const sent: unknown[] = [];
  machine = await counterMachine({
    transport: async ({ path, json }) => {
      if (path !== RETURN) return undefined;
      sent.push(json);
      return answers.shift();
    },
  });
  return { counter: machine.counter(), asked: () => sent };
};
const rows = ({ db }: ReturnType<Machine['counter']>): Promise<number[]> => Promise.all(db.tables.map((table) => table.count()));

it('a machine says of each lease from where it is unused, and keeps nothing of anybody', async () => {
  const { counter, asked } = await atDesk([{ status: 200, headers: {}, body: { returned: 10, unused: 200 } }]);
  const held = (await counter.db.leases.toArray()).map(({ leaseId, next }) => ({ leaseId, next }));
  expect(await leaveDesk(counter)).toEqual({ kind: 'left', unused: 200 });
  expect(asked()).toEqual([{ leases: held, leaving: true }]);
  expect(new Set(await rows(counter))).toEqual(new Set([0]));
});

it('while something waits it stays what it is, and nothing is asked', async () => {
  const { counter, asked } = await atDesk([]);
  expect((await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193')), key: randomUUID() })).ok).toBe(true);
  expect([await leaveDesk(counter), asked().length, await counter.db.outbox.count()]).toEqual([{ kind: 'something-waits' }, 0, 1]);
});

it('without a line it stays what it is; where the answer was lost, asked again it is given back', async () => {
  const revoked: Reply = { status: 403, headers: {}, body: { type: '/loi/device-revoked', title: 'x', status: 403, detail: 'x', traceId: '', code: 'device-revoked' } };
  const { counter } = await atDesk([undefined, revoked]);
  expect([await leaveDesk(counter), await counter.db.people.count()]).toEqual([{ kind: 'no-line' }, 1]);
  expect([await leaveDesk(counter), await counter.db.people.count()]).toEqual([{ kind: 'left' }, 0]);
});

it('what another tab writes in the last moment stays, and is told as of any machine that was revoked', async () => {
  const { counter } = await atDesk([{ status: 200, headers: {}, body: { returned: 10, unused: 200 } }]);
  const { db } = counter;
  writesInLastMoment(db);
  expect([await leaveDesk(counter), await db.outbox.count(), await db.people.count()]).toEqual([{ kind: 'something-waits' }, 1, 1]);
});

it('a bag in which something lies is counted with what would go with the machine, an empty one is not', async () => {
  const { counter } = await atDesk([]);
  const bags = bagsBegun(counter.db, randomUUID);
  for (const agencyUnitId of ['so-tu-phap', 'xa-ky-bac']) await bags.begin({ agencyUnitId: agencyUnitId as UnitId, placeName: 'Nơi nhận' }, '2019-11-18T08:00:00+07:00' as Moment);
  await bags.putIn('so-tu-phap', 'd');
  expect(await undoneHere(counter)).toBe(1);
});

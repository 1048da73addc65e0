import { expect, it } from 'vitest';
import type { PlainDate } from '../kernel/moment.ts';
import { type LeaseHeld, leasesRunOut, nextOf, returnLeases } from './return-leases.ts';

const lease: LeaseHeld = { leaseId: 'a', period: '191118', from: 21, to: 40, lastUsed: 25 };

it('a counter says from where its numbers are unused, and never against what it has sent', () => {
  expect([nextOf(lease, 30), nextOf(lease, 22), nextOf(lease, undefined), nextOf(lease, 99)]).toEqual([30, 26, 26, 41]);
  expect(nextOf({ ...lease, lastUsed: undefined }, undefined)).toBe(21);
});

it('only a lease of this device comes back, and only from a number that can be right', () => {
  expect(returnLeases([{ leaseId: 'a', next: 26 }], [lease])).toEqual({ ok: true, value: [{ leaseId: 'a', next: 26 }] });
  expect(returnLeases([{ leaseId: 'a', next: 41 }], [lease]).ok).toBe(true);
  expect(returnLeases([{ leaseId: 'b', next: 26 }], [lease])).toEqual({ ok: false, refusal: { kind: 'lease-unknown' } });
  for (const next of [25, 1, 42]) {
    expect(returnLeases([{ leaseId: 'a', next }], [lease])).toEqual({ ok: false, refusal: { kind: 'lease-next-wrong', from: 21, to: 40 } });
  }
});

it('when its day is over a lease ends where the counter says; what it does not name ends only when nothing waits there any more', () => {
  const [before, after] = ['2019-11-18' as PlainDate, '2019-11-19' as PlainDate];
  expect(leasesRunOut([lease], new Map([['a', 30]]), 3, before)).toEqual([]);
  expect(leasesRunOut([lease], new Map([['a', 30]]), 3, after)).toEqual([{ leaseId: 'a', next: 30 }]);
  expect(leasesRunOut([lease], new Map(), 3, after)).toEqual([]);
  expect(leasesRunOut([lease], new Map(), 0, after)).toEqual([{ leaseId: 'a', next: 26 }]);
});

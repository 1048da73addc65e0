import { describe, expect, it } from 'vitest';
import { outcomeBorne } from '../custody/borne.ts';
import { type CustodyStamp, outcomeCame, sentTo } from '../custody/dossier-things.ts';
import { moves } from '../custody/change.ts';
import { type Holder, type Thing, UNACCOUNTED, atDesk } from '../custody/thing.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { AccountId, DeskId } from '../organisation/organisation.ts';
import { countBack } from './count-back.ts';

const desk = atDesk('ky-bac' as DeskId);
const carrier: Holder = { kind: 'carrier', id: 'vnpost' };
const courier: Holder = { kind: 'courier', id: 'a1' };
let ids = 0;
const stamp: CustodyStamp = { at: '2019-11-18T08:00:00+07:00' as Moment, by: { accountId: 'a' as AccountId, name: 'x' }, newId: () => `t${(ids += 1)}` };
const facts = { stamp, settleBy: '2019-11-25' as PlainDate };
const here = (): Thing => outcomeCame({ dossierId: 'd', name: 'Giấy phép', number: '1/GP' }, desk, stamp).things[0] as Thing;
const onTheWay = (from: Holder, to: Holder): Thing => sentTo(
  from.kind === 'desk' ? [here()] : moves(sentTo([here()], desk, from, 'r', stamp).things[0] as Thing, [{ kind: 'receive', by: from }], stamp).things, from, to, 'r', stamp).things[0] as Thing;
const shipment = { shipmentId: 's', orderNumber: 'MC19-000001', recordId: 'r', things: [onTheWay(carrier, desk)] };

describe('what a carrier brought back', () => {
  it.each([['there', desk, []], ['damaged', desk, ['damaged']], ['missing', UNACCOUNTED, ['short']]] as const)('%s', (result, holder, kinds) => {
    const counted = countBack([{ shipmentId: 's', result, note: 'Rách' }], [shipment], desk, facts);
    expect(counted.ok && [counted.value.things[0]?.holder, counted.value.opened.map(({ kind, shipmentId }) => [kind, shipmentId])]).toEqual([holder, kinds.map((kind) => [kind, 's'])]);
  });
  it('is counted once, with a word where it is not whole, and only while it is on its way back under its own record', () => {
    const refused = (counts: Parameters<typeof countBack>[0], more: object = {}) => {
      const counted = countBack(counts, [{ ...shipment, ...more }], desk, facts);
      return counted.ok ? 'ok' : counted.refusal.kind;
    };
    const there = { shipmentId: 's', result: 'there' } as const;
    expect(refused([there, there])).toBe('counted-back-twice');
    expect(refused([{ ...there, result: 'missing' }])).toBe('count-back-note');
    expect(refused([{ ...there, result: 'damaged', note: '' }])).toBe('count-back-note');
    expect(refused([])).toBe('not-coming-back');
    for (const things of [[], [here()], [onTheWay(desk, carrier)]]) expect(refused([there], { things })).toBe('not-coming-back');
    expect(refused([there], { recordId: 'another' })).toBe('not-coming-back');
  });
});

it('an outcome is borne by whoever carries it or has it between them and the desk', () => {
  expect(outcomeBorne([here()], desk)).toBeUndefined();
  expect(outcomeBorne([onTheWay(desk, courier)], desk)).toEqual({ bearer: courier, stands: 'going-out' });
  expect(outcomeBorne([onTheWay(carrier, desk)], desk)).toEqual({ bearer: carrier, stands: 'coming-back' });
  const hers = moves(onTheWay(desk, courier), [{ kind: 'receive', by: courier }], stamp).things;
  expect(outcomeBorne(hers, desk)).toEqual({ bearer: courier, stands: 'carried' });
  expect(outcomeBorne([onTheWay({ kind: 'agency', id: 'so' }, desk)], desk)).toBeUndefined();
});

import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { bagsBegun } from './bags-begun.ts';

const AT = '2019-11-18T07:30:00+07:00' as Moment;
const place = { agencyUnitId: 'xa-ky-bac' as never, placeName: 'UBND xã Kỳ Bắc' };
let machine: Machine | undefined;
afterEach(() => machine?.close());

it('a bag that is being filled outlives the tab, keeps the order of scanning, and loses nothing to a second tab', async () => {
  machine = await counterMachine();
  const bags = bagsBegun(machine.counter().db, randomUUID);
  const begun = await bags.begin(place, AT);
  expect(await bags.begin(place, AT)).toEqual(begun);
  await Promise.all([bags.putIn(place.agencyUnitId, 'b'), bagsBegun(machine.counter().db, randomUUID).putIn(place.agencyUnitId, 'a'), bags.putIn(place.agencyUnitId, 'b')]);
  await bags.putIn(place.agencyUnitId, 'c');
  await bags.takeOut(place.agencyUnitId, 'a');
  await machine.killTab();
  const again = bagsBegun(machine.counter().db, randomUUID);
  expect(await again.list()).toEqual([{ ...begun, dossierIds: ['b', 'c'] }]);
  await again.drop(place.agencyUnitId);
  expect([await again.list(), await again.putIn(place.agencyUnitId, 'd')]).toEqual([[], undefined]);
});

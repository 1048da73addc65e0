import { expect, test } from 'vitest';
import type { ShipmentsView } from '#wire/shipments.wire.ts';
import { looksAgainAfter } from './use-shipments.ts';

const view = (state: string, madeAt: string) => ({ now: '2019-11-18T10:00:00+07:00', shipments: [{ state, madeAt: `2019-11-18T${madeAt}:00+07:00` }] }) as unknown as ShipmentsView;

test('what was ordered just now is looked at again at once; a carrier that is away for an hour as any other word of it', () => {
  expect([view('waiting', '09:58'), view('sending', '09:58'), view('confirmed', '09:58'), view('waiting', '09:00'), undefined].map(looksAgainAfter)).toEqual([3_000, 3_000, 20_000, 20_000, 20_000]);
});

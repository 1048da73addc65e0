import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Moment, momentFromEpoch, momentToEpoch } from '../kernel/moment.ts';
import { fromLocalSeconds, isMoment, toLocalSeconds } from './local-seconds.ts';

const OFFSET = 7 * 3600;

test('a moment and its seconds are one another, in any century, and agree with the time since 1970', () => {
  const first = momentToEpoch('1600-01-01T00:00:00+07:00' as Moment) / 1000;
  const last = momentToEpoch('2999-12-31T23:59:59+07:00' as Moment) / 1000;
  fc.assert(fc.property(fc.integer({ min: first, max: last }), (epoch) => {
    const moment = momentFromEpoch(epoch * 1000);
    expect([toLocalSeconds(moment), fromLocalSeconds(epoch + OFFSET)]).toEqual([epoch + OFFSET, moment]);
  }), { seed: 18_11_2019, numRuns: 5000 });
});

test.each(['1970-01-01T00:00:00+07:00', '2000-02-29T23:59:59+07:00', '2019-12-31T12:34:56+07:00', '2100-03-01T00:00:01+07:00', '2134-04-12T00:00:00+07:00'])('%s comes back', (text) => {
  expect([fromLocalSeconds(toLocalSeconds(text as Moment)), isMoment(text)]).toEqual([text, true]);
});

test.each(['2019-02-29T08:00:00+07:00', '2019-13-01T08:00:00+07:00', '2019-11-18T24:00:00+07:00', '2019-11-18T08:60:00+07:00', '2019-11-18T08:00:00Z', '2019-11-18', 'hôm qua', ''])('“%s” is no moment', (text) => {
  expect(isMoment(text)).toBe(false);
});

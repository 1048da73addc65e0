import { expect, it } from 'vitest';
import type { AccountId, UnitId } from '../organisation/organisation.ts';
import { maySendAfter, mayTakeAfter } from './papers-after.ts';

const agency = 'so-tu-phap' as UnitId;
const dossier = { code: 'H27-1', state: 'in-process', agencyUnitId: agency, papers: 1 } as const;
const [giver, taker] = ['a' as AccountId, 'b' as AccountId];
const record = { lines: [{ dossierId: 'd1', code: 'H27-1' }, { dossierId: 'd2', code: 'H27-2' }], givenBy: [giver] };

it('papers follow a dossier that its agency has', () => expect(maySendAfter([dossier], agency)).toEqual({ ok: true, value: true }));
it.each([
  ['dossier-not-at-agency', { state: 'received' }], ['dossier-not-at-agency', { state: 'withdrawn' }], ['papers-of-another-agency', { agencyUnitId: 'so-xay-dung' as UnitId }],
  ['no-papers-to-follow', { papers: 0 }],
] as const)('%s is refused', (kind, more) => expect(maySendAfter([dossier, { ...dossier, ...more }], agency)).toEqual({ ok: false, refusal: { kind, code: 'H27-1' } }));

it('the whole record is counted, by another than who sent it', () => {
  expect(mayTakeAfter(record, ['d1', 'd2'], { by: 'button' }, taker).ok).toBe(true);
  expect(mayTakeAfter(record, ['d1'], { by: 'button' }, taker)).toEqual({ ok: false, refusal: { kind: 'papers-uncounted', codes: ['H27-2'] } });
  for (const counted of [['d1', 'd2', 'd3'], ['d1', 'd1', 'd2']]) expect(mayTakeAfter(record, counted, { by: 'button' }, taker)).toEqual({ ok: false, refusal: { kind: 'papers-not-on-record' } });
  expect(mayTakeAfter(record, ['d1', 'd2'], { by: 'pin', pin: 'right' }, giver)).toMatchObject({ refusal: { kind: 'signed-as-giver' } });
});

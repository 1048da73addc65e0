import { expect, it } from 'vitest';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { STOP_STATES } from '#core/shipment/courier-round.ts';
import { ABOUT_REASON, ATTEMPT_CAUSES, ATTEMPT_REASONS, CAUSE_WORDS } from '#core/shipment/attempt-reasons.ts';
import { COURIER_CODES } from '#core/shipment/courier-codes.ts';
import { PICKUP_STATES } from '#core/shipment/pickup.ts';
import { courierCodeWords } from '../courier-words.ts';
import { COURIER_REFUSALS, type CourierRefusal, courierRefusalText } from './courier.ts';

const orderNumber = 'MC19-000001';
const at = '2019-11-18T08:00:00+07:00' as Moment;
const REFUSALS: readonly CourierRefusal[] = [
  { kind: 'another-carrier', orderNumber, carrierName: 'VNPost' }, { kind: 'order-not-in-book', orderNumber }, { kind: 'order-over', orderNumber },
  ...STOP_STATES.map((stands) => ({ kind: 'stop-stands', orderNumber, stands }) as const), { kind: 'outcome-gone', code: 'H27-1' }, { kind: 'nothing-to-carry', orderNumber },
  { kind: 'day-passed', day: '2019-11-17' as PlainDate }, { kind: 'both-sides' }, { kind: 'taken-already', at, byName: 'Hoàng Văn Gió' }, { kind: 'items-uncounted', names: ['a', 'b', 'c', 'd'] },
  { kind: 'item-not-on-record' }, { kind: 'nothing-to-hand-in' }, { kind: 'more-than-held', held: 8_000 }, { kind: 'amount-differs', expected: 8_000, counted: 7_000 },
  { kind: 'made-in-future', now: at }, { kind: 'older-than-order', orderNumber, orderedAt: at }, { kind: 'before-it-was-taken', since: at }, { kind: 'signature-missing' },
  { kind: 'signature-unfit', mostBytes: 200_000 }, { kind: 'collected-differs', due: 8_000, collected: 0 }, { kind: 'reason-note-missing', reason: 'moved' },
  ...PICKUP_STATES.map((stands) => ({ kind: 'pickup-stands', stands }) as const), { kind: 'slip-number-used', slipNumber: 'RR473124829VN' }, { kind: 'dossier-not-here' },
  { kind: 'old-papers-came', names: ['Giấy phép cũ'] }, { kind: 'money-went-on', amount: 8_000 }, { kind: 'delivery-followed', code: 'H27-1' },
  { kind: 'paper-missing' }, { kind: 'attempt-told', at }, { kind: 'report-settled', at, byName: 'Nguyễn Thị Sen' },
];

const isSaid = (text: string): void => {
  expect(text).toBe(text.normalize('NFC'));
  expect(text).toMatch(/^\p{Lu}/u);
  expect(text).not.toMatch(/undefined|NaN|\[object/u);
};

it.each(REFUSALS)('$kind says what is wrong and what to do', (refusal) => {
  const { title, detail } = courierRefusalText(refusal);
  isSaid(title);
  isSaid(detail);
  expect(detail).toMatch(/\.$/u);
});

it('every refusal of a round is among them; what the desk refuses too keeps its words', () => {
  expect(new Set(REFUSALS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(COURIER_REFUSALS)));
  expect(courierRefusalText({ kind: 'item-number-check-digit', found: '8', expected: '9' })).toMatchObject({ fieldErrors: [{ path: 'slipNumber' }] });
  expect(courierRefusalText({ kind: 'lost-receipt-note-needed' }).title).toMatch(/^\p{Lu}/u);
});

it('every reason, cause and code has its words', () => {
  for (const reason of ATTEMPT_REASONS) isSaid(ABOUT_REASON[reason].words);
  for (const cause of ATTEMPT_CAUSES) isSaid(CAUSE_WORDS[cause]);
  for (const code of COURIER_CODES.keys()) isSaid(courierCodeWords(code));
});

import { expect, it } from 'vitest';
import { CORRECTION_REASONS, QUARANTINE_REASONS } from '#core/offline/case-reason.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { NOT_HERE_TEXT, type OfflineRefusal, correctionText, keptRefusalText, offlineRefusalText, quarantineText } from './offline.ts';

const at = '2019-11-18T08:00:00+07:00' as Moment;
const REFUSALS: readonly OfflineRefusal[] = [
  { kind: 'enrolment-code-wrong' }, { kind: 'device-already-revoked', at }, { kind: 'lease-unknown' }, { kind: 'lease-next-wrong', from: 1, to: 20 },
  { kind: 'case-settled', by: 'Trần Văn Trúc', at }, { kind: 'case-not-taken', why: 'Không tìm thấy hồ sơ.' }, { kind: 'numbers-still-asked-for', openCases: 2 },
  { kind: 'device-in-use' }, { kind: 'case-needs-officer' },
];
const isSaid = (text: string): void => {
  expect(text).toBe(text.normalize('NFC'));
  expect(text).toMatch(/^\p{Lu}.+\.$/u);
  expect(text).not.toMatch(/undefined|NaN|\[object/u);
};

it.each(REFUSALS)('$kind says what is wrong and what to do', (refusal) => {
  const said = offlineRefusalText(refusal);
  expect(said.title.length).toBeGreaterThan(5);
  isSaid(said.detail);
});

it('what is refused keeps the reason and adds the way out', () => {
  isSaid(NOT_HERE_TEXT);
  for (const act of ['return-outcome', 'hand-over-filled-bag'] as const) isSaid(keptRefusalText({ title: 'Hồ sơ vừa thay đổi', detail: 'Tải lại để xem.' }, act));
});

it.each(QUARANTINE_REASONS)('what is kept because of %s says why, and the way out', (reason) => isSaid(quarantineText[reason]));
it.each(CORRECTION_REASONS)('what was taken with %s says what holds, and the way out', (reason) => isSaid(correctionText[reason]));

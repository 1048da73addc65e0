import { describe, expect, it } from 'vitest';
import { smsSize, withoutTones } from '#core/kernel/sms.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { type CitizenNotice, type CitizenNoticeKind, citizenNoticeText } from './citizen-notices.ts';

const DUE = '2026-12-28T17:30:00+07:00' as Moment;
/** As long as a code becomes: four levels of units and seven digits. */
const LONGEST_CODE = 'H15.500.505.130-20261008-0092637';

const NOTICES: { readonly [K in CitizenNoticeKind]: Extract<CitizenNotice, { readonly kind: K }> } = {
  received: { kind: 'received', due: DUE },
  'receipt-superseded': { kind: 'receipt-superseded', due: DUE },
  'supplement-asked': { kind: 'supplement-asked', requestNo: 1, answerBy: DUE },
  'supplement-partial': { kind: 'supplement-partial', missing: 12 },
  'supplement-received': { kind: 'supplement-received', due: DUE },
  'supplement-sent': { kind: 'supplement-sent', sentAt: DUE },
  'supplement-turned-back': { kind: 'supplement-turned-back', missing: 12 },
  'financial-duty-asked': { kind: 'financial-duty-asked', payBy: '2026-12-28' as PlainDate },
  'financial-duty-settled': { kind: 'financial-duty-settled', due: DUE },
  reappointed: { kind: 'reappointed', due: DUE, oldDue: DUE },
  extended: { kind: 'extended', due: DUE, oldDue: DUE },
  recomputed: { kind: 'recomputed', due: DUE, oldDue: DUE },
  'refused-at-desk': { kind: 'refused-at-desk' },
  'refused-by-agency': { kind: 'refused-by-agency' },
  stopped: { kind: 'stopped', papers: true },
  withdrawn: { kind: 'withdrawn', papers: 'agency' },
  'papers-to-collect': { kind: 'papers-to-collect' },
  'papers-at-desk': { kind: 'papers-at-desk' },
  'papers-not-arrived': { kind: 'papers-not-arrived' },
  'papers-given-back': { kind: 'papers-given-back' },
  'outcome-recorded': { kind: 'outcome-recorded' },
  'ready-to-return': { kind: 'ready-to-return' },
  'invited-to-collect': { kind: 'invited-to-collect', round: 2, until: '2026-12-28' as PlainDate },
  'outcome-sent-back': { kind: 'outcome-sent-back' },
  'not-delivered': { kind: 'not-delivered', again: '2026-12-28' as PlainDate },
  'delivery-undone': { kind: 'delivery-undone' },
  returned: { kind: 'returned' },
};

describe('messages to the citizen', () => {
  it.each(Object.values(NOTICES).map((notice) => [notice.kind, notice] as const))('%s fits one short message with the longest code', (_kind, notice) => {
    const text = citizenNoticeText(notice, LONGEST_CODE);
    expect(text).toContain(LONGEST_CODE);
    expect(text).toBe(text.normalize('NFC'));
    expect(smsSize(withoutTones(text))).toMatchObject({ alphabet: 'gsm', parts: 1 });
  });

  it('what was not delivered is brought again, or lies at the desk', () => {
    expect(citizenNoticeText({ kind: 'not-delivered', again: '2026-12-28' as PlainDate }, 'H27-1')).toBe('Bưu tá chưa phát được kết quả hồ sơ H27-1, sẽ phát lại từ ngày 28/12/2026.');
    expect(smsSize(withoutTones(citizenNoticeText({ kind: 'not-delivered' }, LONGEST_CODE))).parts).toBe(1);
  });

  it('a date that is not known is not spoken of', () => {
    expect(citizenNoticeText({ kind: 'received' }, 'H27-1')).toBe('Hồ sơ H27-1 đã được tiếp nhận.');
  });
});

describe('the size of a short message', () => {
  it('160 letters without tones, 70 with a single one', () => {
    expect(smsSize('a'.repeat(160))).toEqual({ alphabet: 'gsm', units: 160, parts: 1 });
    expect(smsSize('a'.repeat(161)).parts).toBe(2);
    expect(smsSize(`${'a'.repeat(69)}ồ`)).toEqual({ alphabet: 'unicode', units: 70, parts: 1 });
    expect(smsSize(`${'a'.repeat(70)}ồ`).parts).toBe(2);
    expect(smsSize('[a]')).toMatchObject({ alphabet: 'gsm', units: 5 });
  });

  it('tones go, capitals and đ stay readable', () => {
    expect(withoutTones('ĐÃ tiếp nhận – “Hồ sơ đủ”')).toBe('DA tiep nhan - "Ho so du"');
  });
});

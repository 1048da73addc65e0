import { expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { type SignatureShown, signatureBlock } from './signature-block.ts';

const LEADER: SignatureShown = {
  role: 'leader', signerName: 'Trần Đăng Mít', agencyName: 'Sở Tư pháp tỉnh Hà Tĩnh', capacity: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
  signedAt: '2019-11-18T15:10:09+07:00' as Moment, isTest: false,
};
const said = (shown: SignatureShown): readonly string[] =>
  (signatureBlock(shown).data['lines'] as readonly { readonly label: string; readonly text: string }[]).map(({ label, text }) => `${label}: ${text}`);

it('a leader is shown with name, capacity, agency and the second of signing in its zone', () => {
  expect(said(LEADER)).toEqual([
    'Ký bởi: Trần Đăng Mít', 'Chức vụ: KT. GIÁM ĐỐC – PHÓ GIÁM ĐỐC', 'Cơ quan: Sở Tư pháp tỉnh Hà Tĩnh', 'Thời gian ký: 18/11/2019 15:10:09 +07:00',
  ]);
});

it('an agency is shown with its name, the number it has just given and the time', () => {
  expect(said({ ...LEADER, role: 'agency-seal', number: '12/GXN-UBND' })).toEqual([
    'Cơ quan: Sở Tư pháp tỉnh Hà Tĩnh', 'Số: 12/GXN-UBND', 'Thời gian ký: 18/11/2019 15:10:09 +07:00',
  ]);
});

it('what a certificate for tests signed says so on the sheet', () => {
  expect(signatureBlock({ ...LEADER, isTest: true }).data['note']).toContain('KIỂM THỬ');
  expect(signatureBlock(LEADER).data['note']).toBe('');
});

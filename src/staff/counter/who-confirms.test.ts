import { expect, it } from 'vitest';
import type { Me } from '#wire/session.wire.ts';
import { whoConfirms } from './who-confirms.ts';

const TRUC = { accountId: 'truc', fullName: 'Trần Văn Trúc', title: 'Công chức tư pháp - hộ tịch' };
const LAN = { accountId: 'lan', fullName: 'Phan Thị Mai Lan', title: 'Công chức địa chính' };
const me = { desk: { officers: [LAN, TRUC] }, presentOfficer: LAN } as unknown as Me;
const present = { ...TRUC, until: '2019-11-18T12:00:00+07:00' } as unknown as NonNullable<Me['presentOfficer']>;

it('at the server whoever serves the desk confirms, and is present as the server says', () => {
  expect(whoConfirms(me, undefined)).toEqual({ officers: [LAN, TRUC], present: LAN });
});

it('at this machine only whoever typed her PIN here, and present is who proved it here', () => {
  expect(whoConfirms(me, { granted: ['truc'], present })).toEqual({ officers: [TRUC], present });
  expect(whoConfirms(me, { granted: [] })).toEqual({ officers: [], present: undefined });
});

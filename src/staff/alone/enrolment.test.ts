import { expect, test } from 'vitest';
import { checkEnrolment, describeMachine } from './enrolment.ts';

const GOOD = { code: 'ABCD-EFGH', description: 'Máy bàn', passphrase: 'con đò qua sông la', again: 'con đò qua sông la', pin: '246813', machineKey: false, encrypted: true };

test('each box of the enrolment says what is missing in it', () => {
  expect(checkEnrolment(GOOD)).toEqual({});
  expect(Object.keys(checkEnrolment({ ...GOOD, code: ' ', description: '', passphrase: 'ngắn', pin: '111111', encrypted: false }))).toEqual(['code', 'description', 'passphrase', 'again', 'pin', 'encrypted']);
});

test('a machine describes itself so that the administrator knows it again', () => {
  expect(describeMachine('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0')).toBe('Edge 140 trên Windows');
  expect(describeMachine('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36')).toBe('Chrome 140 trên Linux');
  expect(describeMachine('')).toBe('trình duyệt khác trên hệ điều hành khác');
});

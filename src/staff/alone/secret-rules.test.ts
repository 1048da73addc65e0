import { expect, test } from 'vitest';
import { passphraseError, pinError } from './secret-rules.ts';

test('a phrase is long, or has five words', () => {
  expect(passphraseError('con đò qua sông la')).toBeUndefined();
  expect(passphraseError('abcdefghijklmnopqrst')).toBeUndefined();
  for (const phrase of ['', 'mật khẩu ngắn', '                         ']) expect(passphraseError(phrase)).toContain('20 ký tự');
});

test('a PIN has six digits that are not the first ones tried', () => {
  expect(pinError('246810')).toBeUndefined();
  for (const pin of ['12345', '1234567', 'abcdef']) expect(pinError(pin)).toContain('6 chữ số');
  for (const pin of ['000000', '123456', '987654']) expect(pinError(pin)).toContain('dễ đoán');
});

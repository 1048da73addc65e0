import { expect, test } from 'vitest';
import { passphraseError, pinError, typedPinError } from './secret-rules.ts';

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

test('a PIN that opens is only counted: nobody is told to choose another where none is chosen', () => {
  for (const pin of ['246810', '000000', '123456']) expect(typedPinError(pin)).toBeUndefined();
  for (const pin of ['', '12345', 'abcdef']) expect(typedPinError(pin)).toContain('6 chữ số');
});

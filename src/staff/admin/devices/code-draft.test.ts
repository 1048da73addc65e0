import { expect, test } from 'vitest';
import { codeErrors } from './code-draft.ts';

test('a code is for a desk and a machine: each says that it is missing', () => {
  expect(codeErrors({ deskId: 'ky-bac', name: 'Máy bàn quầy 1' })).toEqual({});
  expect(codeErrors({ deskId: '', name: ' ' })).toEqual({ deskId: 'Chọn quầy của máy.', name: 'Ghi tên máy.' });
});

import { expect, test } from 'vitest';
import { noOfficerWords } from './no-officer.ts';

test('without a line nobody is said to be unassigned: what is missing is the PIN typed at this machine', () => {
  expect(noOfficerWords(true)).toContain('phân công');
  expect(noOfficerWords(false)).toMatch(/nhập mã PIN tại máy này lúc có mạng \(F8\).*sổ giấy dự phòng/u);
  expect(noOfficerWords(false)).not.toContain('phân công');
});

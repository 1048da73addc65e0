import { expect, test } from 'vitest';
import { noOfficerWords } from './no-officer.ts';

test('without a line nobody is said to be unassigned: what is missing is the PIN typed at this machine', () => {
  expect(noOfficerWords('at-desk')).toContain('phân công');
  expect(noOfficerWords('without-line')).toMatch(/nhập mã PIN tại máy này lúc có mạng \(F8\).*sổ giấy dự phòng/u);
  expect(noOfficerWords('without-line')).not.toContain('phân công');
  expect(noOfficerWords('at-machine')).toMatch(/tại máy này.*F8/u);
});

import { expect, test } from 'vitest';
import { insideWords } from './bag-words.ts';

test('what lies in a bag is said with the papers that only follow their dossier', () => {
  const inside = (dossierCount: number, followCount: number, direction: 'to-agency' | 'to-desk' = 'to-agency') => insideWords({ direction, dossierCount, followCount });
  expect(inside(50, 0)).toBe('50 hồ sơ');
  expect(inside(52, 2)).toBe('50 hồ sơ và giấy tờ bổ sung của 2 hồ sơ');
  expect(inside(3, 3)).toBe('giấy tờ bổ sung của 3 hồ sơ');
  expect(inside(0, 0)).toBe('0 hồ sơ');
  expect(inside(4, 0, 'to-desk')).toBe('4 kết quả');
});

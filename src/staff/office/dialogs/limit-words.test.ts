import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { limitWords } from './limit-words.ts';

const at = '2019-11-20T17:00:00+07:00' as Moment;

test('turning back leaves the limit where it is, and says so, also where it is over', () => {
  expect(limitWords(undefined, at)).toBe('');
  expect(limitWords(at, at)).toBe('Hạn bổ sung không đổi khi trả lại: thứ Tư, 20/11/2019, 17 giờ.');
  expect(limitWords(at, '2019-11-20T17:01:00+07:00' as Moment)).toMatch(/^Hạn bổ sung đã qua \(thứ Tư, 20\/11\/2019, 17 giờ\) và không đổi/u);
});

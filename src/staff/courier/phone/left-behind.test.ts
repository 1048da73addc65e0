import { expect, test } from 'vitest';
import { leftOnPhone } from './left-behind.ts';

const acts = (...states: readonly ('queued' | 'sending' | 'refused' | 'done')[]) => states.map((state) => ({ state }));

test('who leaves a phone whose acts the server has is asked nothing; else she hears that they wait for her alone', () => {
  expect(leftOnPhone(acts('done', 'done'))).toBeUndefined();
  expect(leftOnPhone(acts('queued', 'sending', 'done'))).toMatch(/^Điện thoại này còn 2 việc chưa gửi\. .*chính ông\/bà đăng nhập lại/);
  expect(leftOnPhone(acts('queued', 'refused'))).toContain('1 việc chưa gửi và 1 việc cần xem lại');
});

import { expect, test } from 'vitest';
import { leftBehindHere } from './left-behind.ts';

test('who leaves a counter with nothing waiting is asked nothing; else she hears how much, and what it waits for', () => {
  expect(leftBehindHere({ waiting: 0, parked: 0 })).toBeUndefined();
  expect(leftBehindHere({ waiting: 2, parked: 0 })).toMatch(/^Máy này còn 2 việc chưa gửi về máy chủ\. Đăng xuất thì kho dữ liệu khóa lại/);
  expect(leftBehindHere({ waiting: 1, parked: 3 })).toContain('1 việc chưa gửi về máy chủ và 3 việc cần người xem lại');
});

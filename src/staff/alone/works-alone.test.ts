import { expect, test } from 'vitest';
import { worksAlone } from './works-alone.ts';

test('the counter’s own work goes on without a line, the agency’s and the administrator’s does not', () => {
  for (const path of ['/', '/tiep-nhan/1.001193', '/tu-choi/1.001193', '/tra-ket-qua/0189', '/ho-so/0189', '/mat-mang']) expect([path, worksAlone(path)]).toEqual([path, true]);
  for (const path of ['/danh-sach', '/co-quan/0189', '/quan-tri/lich', '/so', '/nhac-han', '/buu-ta']) expect([path, worksAlone(path)]).toEqual([path, false]);
});

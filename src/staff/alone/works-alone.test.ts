import { expect, test } from 'vitest';
import { worksAlone } from './works-alone.ts';

test('the counter’s own work goes on without a line, the agency’s and the administrator’s does not', () => {
  for (const path of ['/', '/tiep-nhan/1.001193', '/tu-choi/1.001193', '/tra-ket-qua/0189', '/ho-so/0189', '/mat-mang', '/tui-ho-so', '/tui-ho-so/tai-may/so-tu-phap', '/tui-ho-so/quay/0189']) expect([path, worksAlone(path)]).toEqual([path, true]);
  for (const path of ['/danh-sach', '/co-quan/0189', '/quan-tri/lich', '/so', '/nhac-han', '/buu-ta', '/tui-ho-so/co-quan/0189']) expect([path, worksAlone(path)]).toEqual([path, false]);
});

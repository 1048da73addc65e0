import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { greeting } from './greeting.ts';
import { requireNode } from './node-version.ts';
import { requireFreePorts } from './ports.ts';
import { isStale } from './staff-build.ts';

test('another Node than 26 is told at once', () => {
  expect(() => requireNode('26.10.0')).not.toThrow();
  expect(() => requireNode('20.20.2')).toThrow('Cần Node 26');
});

test('a port that is taken is named, with the way out', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve));
  const { port } = taken.address() as AddressInfo;
  await expect(requireFreePorts('localhost', [{ name: 'kybac-2019', port }])).rejects.toThrow(`Cổng ${port} đang có chương trình khác dùng`);
  await new Promise((resolve) => taken.close(resolve));
  await expect(requireFreePorts('localhost', [{ name: 'kybac-2019', port }])).resolves.toBeUndefined();
});

describe('the staff app is built', () => {
  let root: string;
  const write = (path: string, seconds: number): void => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    utimesSync(file, seconds, seconds);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'motcua-build-'));
    write('src/staff/index.html', 100);
    write('src/core/a.ts', 100);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('when it never was', () => expect(isStale(root)).toBe(true));
  test('not again when nothing is newer', () => {
    write('dist/staff/index.html', 200);
    expect(isStale(root)).toBe(false);
  });
  test.each(['src/staff/deep/x.tsx', 'src/core/a.ts', 'vite.config.ts'])('again when %s is newer', (path) => {
    write('dist/staff/index.html', 200);
    write(path, 300);
    expect(isStale(root)).toBe(true);
  });
  test('not for a test that changed', () => {
    write('dist/staff/index.html', 200);
    write('src/staff/x.test.tsx', 300);
    expect(isStale(root)).toBe(false);
  });
});

test('the greeting names addresses, password and people in columns', () => {
  const text = greeting(
    [{ title: 'Kỳ Bắc', address: 'http://localhost:8080', password: 'mật', pin: '1', signIns: [{ login: 'sen', name: 'Nguyễn Thị Sen', title: 'Nhân viên' }] }],
    1.25,
  );
  expect(text).toContain('sau 1,3 giây');
  expect(text).toContain('http://localhost:8080/lam-viec/');
  expect(text).toMatch(/sen {12}Nguyễn Thị Sen {2}Nhân viên/);
});

import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeFileStore } from './fake.ts';
import { localDiskFileStore } from './local-disk.ts';
import type { FileStore } from './port.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ['in memory', () => fakeFileStore()],
  ['on the local disk', () => localDiskFileStore(folder)],
] as const)('a file store %s', (_name, make: () => FileStore) => {
  it('gives back what it was given, byte by byte', async () => {
    const store = make();
    const bytes = randomBytes(100_000);
    await store.put(hashOf(bytes), bytes);
    expect(Buffer.from((await store.get(hashOf(bytes))) ?? [])).toEqual(bytes);
  });
  it('takes the same content twice, also at the same time', async () => {
    const store = make();
    const bytes = randomBytes(50_000);
    await Promise.all([1, 2, 3, 4].map(() => store.put(hashOf(bytes), bytes)));
    expect(Buffer.from((await store.get(hashOf(bytes))) ?? [])).toEqual(bytes);
  });
  it('does not know what it was never given', async () => {
    expect(await make().get('0'.repeat(64))).toBeUndefined();
  });
  it('keeps no reference to the bytes of the caller', async () => {
    const store = make();
    const bytes = Buffer.from('one');
    await store.put('1'.repeat(64), bytes);
    bytes.write('two');
    expect(Buffer.from((await store.get('1'.repeat(64))) ?? []).toString()).toBe('one');
  });
});

it('the disk holds only whole files under their own hash', async () => {
  const store = localDiskFileStore(folder);
  await Promise.all(Array.from({ length: 20 }, (_, i) => Buffer.from(`file ${i}`)).map((bytes) => store.put(hashOf(bytes), bytes)));
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);
  expect(names.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
});

it('a name that is no hash never becomes a path', async () => {
  const store = localDiskFileStore(folder);
  await expect(store.put('../escape', Buffer.from('x'))).rejects.toThrow(RangeError);
  await expect(store.get('../../etc/passwd')).rejects.toThrow(RangeError);
});

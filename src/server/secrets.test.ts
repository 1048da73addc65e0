import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sign, verify, createPublicKey } from 'node:crypto';
import { expect, it } from 'vitest';
import { openMasterKey, secretsFrom } from './secrets.ts';

it('the master key is made once, however many start at once, and only its owner may read it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-key-'));
  try {
    const path = join(folder, 'sub', 'master.key');
    const keys = await Promise.all(Array.from({ length: 8 }, () => openMasterKey(path)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await readdir(join(folder, 'sub'))).toEqual(['master.key']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('what is derived from it is the same on every start, and each use has its own', () => {
  const master = Buffer.alloc(32, 3);
  const [a, b] = [secretsFrom(master), secretsFrom(master)];
  expect(a.guessKey.equals(b.guessKey)).toBe(true);
  const text = Buffer.from('điểm chốt');
  expect(verify(null, text, createPublicKey(b.checkpointKey), sign(null, text, a.checkpointKey))).toBe(true);
  expect(a.checkpointKey.export({ format: 'der', type: 'pkcs8' }).includes(a.guessKey)).toBe(false);
});

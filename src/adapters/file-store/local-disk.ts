// On the server's own disk. Written aside, synced, then renamed: after a power cut a file is whole or not there.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from './port.ts';

const HASH = /^[0-9a-f]{64}$/;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The new name is durable only when its folder is synced too. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export const localDiskFileStore = (folder: string): FileStore => {
  const placeOf = (sha256: string): { readonly shelf: string; readonly path: string } => {
    if (!HASH.test(sha256)) throw new RangeError('not a sha-256');
    const shelf = join(folder, sha256.slice(0, 2));
    return { shelf, path: join(shelf, sha256) };
  };
  return {
    put: async (sha256, bytes) => {
      const { shelf, path } = placeOf(sha256);
      await mkdir(shelf, { recursive: true, mode: 0o700 });
      const aside = `${path}.${randomBytes(6).toString('hex')}`;
      try {
        const handle = await open(aside, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(aside, path);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
      await syncFolder(shelf);
      await syncFolder(folder);
    },
    get: async (sha256) => {
      try {
        return await readFile(placeOf(sha256).path);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
};

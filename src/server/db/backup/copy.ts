// Copies files while their owner goes on writing, and says what was copied.
import { createHash } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type CopiedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

const CHUNK = 1 << 20;
const AT_ONCE = 4;

const isGone = (cause: unknown): boolean => (cause as NodeJS.ErrnoException).code === 'ENOENT';

/** Undefined: the file went away meanwhile, which the write-ahead log makes good. */
export const copyFile = async (from: string, to: string, path: string): Promise<CopiedFile | undefined> => {
  const source = await open(join(from, path), 'r').catch((cause: unknown) => {
    if (isGone(cause)) return undefined;
    throw cause;
  });
  if (source === undefined) return undefined;
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  let bytes = 0;
  try {
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    const target = await open(join(to, path), 'wx', 0o600);
    try {
      for (;;) {
        const { bytesRead } = await source.read(chunk, 0, CHUNK, null);
        if (bytesRead === 0) break;
        hash.update(chunk.subarray(0, bytesRead));
        await target.writeFile(chunk.subarray(0, bytesRead));
        bytes += bytesRead;
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  return { path, bytes, sha256: hash.digest('hex') };
};

export const copyFiles = async (from: string, to: string, paths: readonly string[]): Promise<readonly CopiedFile[]> => {
  const waiting = [...paths];
  const copied: CopiedFile[] = [];
  const worker = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const file = await copyFile(from, to, path);
      if (file !== undefined) copied.push(file);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return copied;
};

export type Tree = { readonly folders: readonly string[]; readonly files: readonly string[] };

/** Everything below a folder; `enter` decides for each folder, `take` for each file. */
export const listTree = async (
  root: string, enter: (folder: string) => boolean = () => true, take: (file: string) => boolean = () => true, at = '',
): Promise<Tree> => {
  const folders: string[] = [];
  const files: string[] = [];
  const entries = await readdir(join(root, at), { withFileTypes: true }).catch((cause: unknown) => {
    if (isGone(cause)) return [];
    throw cause;
  });
  for (const entry of entries) {
    const path = join(at, entry.name);
    if (entry.isFile() && take(path)) files.push(path);
    if (!entry.isDirectory()) continue;
    folders.push(path);
    if (!enter(path)) continue;
    const below = await listTree(root, enter, take, path);
    folders.push(...below.folders);
    files.push(...below.files);
  }
  return { folders, files };
};

export const hashFile = async (file: string): Promise<string> => {
  const source = await open(file, 'r');
  const hash = createHash('sha256');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await source.read(chunk, 0, CHUNK, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, bytesRead));
    }
  } finally {
    await source.close();
  }
};

// Puts a back-up in place of an absent (or set aside) data folder; the server recovers from its WAL when it starts.
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openHome, type Home } from '../embedded/home.ts';
import { hasLeases, withLock } from '../embedded/lease.ts';
import { findNative } from '../embedded/native.ts';
import { postmasterOf } from '../embedded/processes.ts';
import { operatorError } from '../../faults/operator-error.ts';
import { copyFiles, hashFile, listTree } from './copy.ts';
import { DATABASE_PART, FILES_PART, KEY_FILE, readManifest, type Manifest } from './manifest.ts';

export type RestoreTarget = {
  readonly dataFolder: string;
  readonly packageName?: string;
  /** set aside (never delete) what is there */
  readonly replace: boolean;
};

/** Every byte is checked before anything is touched. */
const requireWhole = async (source: string, manifest: Manifest): Promise<void> => {
  for (const file of manifest.files) {
    const hash = await hashFile(join(source, file.path)).catch(() => undefined);
    if (hash !== file.sha256) {
      throw operatorError(`Bản sao lưu hỏng: ${file.path} ${hash === undefined ? 'không còn' : 'đã bị thay đổi'}.`);
    }
  }
};

const requireIdle = (home: Home, replace: boolean): void => {
  if (existsSync(home.data) && !replace) {
    throw operatorError(`Đã có cơ sở dữ liệu ở ${home.data}. Thêm --replace để cất dữ liệu cũ sang bên và khôi phục.`);
  }
  if (hasLeases(home.run) || (existsSync(home.data) && postmasterOf(home.data).kind === 'running')) {
    throw operatorError('Chương trình đang chạy. Hãy dừng (npm start) rồi khôi phục.');
  }
};

const partOf = (manifest: Manifest, part: string): readonly string[] =>
  manifest.files.filter((file) => file.path.startsWith(`${part}/`)).map((file) => file.path.slice(part.length + 1));

const giveTo = async (folder: string, home: Home): Promise<void> => {
  if (home.user === undefined) return;
  const tree = await listTree(folder);
  for (const path of ['', ...tree.folders, ...tree.files]) await chown(join(folder, path), home.user.uid, home.user.gid);
};

const placeCluster = async (source: string, manifest: Manifest, home: Home): Promise<string> => {
  const fresh = `${home.data}.new-restore`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  for (const folder of manifest.folders) await mkdir(join(fresh, folder), { recursive: true, mode: 0o700 });
  await copyFiles(join(source, DATABASE_PART), fresh, [...partOf(manifest, DATABASE_PART), 'backup_label']);
  await giveTo(fresh, home);
  return fresh;
};

const setAside = async (path: string, stamp: string): Promise<void> => {
  if (existsSync(path)) await rename(path, `${path}.before-${stamp}`);
};

/** Returns what was restored; the caller starts the server and sees it recover. */
export const restore = async (source: string, target: RestoreTarget): Promise<Manifest> => {
  const manifest = await readManifest(source);
  const native = findNative(target.packageName);
  if (manifest.postgres.major !== native.major) {
    throw operatorError(`Bản sao lưu của PostgreSQL ${manifest.postgres.major}, chương trình này đi kèm PostgreSQL ${native.major}.`);
  }
  const home = openHome(target.dataFolder, native.major);
  return withLock(home.run, async () => {
    requireIdle(home, target.replace);
    await requireWhole(source, manifest);
    const fresh = await placeCluster(source, manifest, home);
    const stamp = new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
    const files = join(target.dataFolder, FILES_PART);
    for (const path of [home.data, files, ...(hasKey(manifest) ? [join(target.dataFolder, KEY_FILE)] : [])]) await setAside(path, stamp);
    await copyFiles(join(source, FILES_PART), files, partOf(manifest, FILES_PART));
    if (hasKey(manifest)) await copyFiles(source, target.dataFolder, [KEY_FILE]);
    await rename(fresh, home.data);
    return manifest;
  });
};

const hasKey = (manifest: Manifest): boolean => manifest.files.some((file) => file.path === KEY_FILE);

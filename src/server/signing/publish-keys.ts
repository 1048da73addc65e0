// The public keys as a file beside the data: receipts are proved with it while neither server nor database runs.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedKeys } from './check-seal.ts';
import { loadDeskNames } from './seal-keys.sql.ts';
import { type SealKeyDeps, loadKeys } from './seal-keys.ts';

export const KEY_FOLDER = 'receipt-keys';

export const publishKeys = async (deps: SealKeyDeps & { readonly world: { readonly title: string } }, folder: string, world: string): Promise<string> => {
  const content = publishedKeys(deps.world.title, await loadKeys(deps), await loadDeskNames(deps.pool, deps.world.provinceId));
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${world}.json`);
  await writeFile(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`);
  await rename(`${file}.new`, file);
  return file;
};

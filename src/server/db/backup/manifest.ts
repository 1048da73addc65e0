// The list that closes a back-up: written last, so that a folder without it is no back-up.
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { operatorError } from '../../faults/operator-error.ts';

export const MANIFEST = 'motcua-backup.json';
/** Inside a back-up: the data folder, the files of the dossiers, and what stands beside them. */
export const DATABASE_PART = 'database';
export const FILES_PART = 'files';
export const KEY_FILE = 'master.key';

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  postgres: z.object({ major: z.number(), version: z.string() }),
  startLsn: z.string(),
  stopLsn: z.string(),
  databases: z.array(z.string()),
  folders: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.output<typeof manifestSchema>;

export const writeManifest = async (folder: string, manifest: Manifest): Promise<void> => {
  const draft = join(folder, `${MANIFEST}.new`);
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, MANIFEST));
};

export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((cause: unknown) => {
    throw operatorError(`${folder} không phải bản sao lưu hoàn chỉnh: thiếu ${MANIFEST}.`, cause);
  });
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw operatorError(`Không đọc được ${join(folder, MANIFEST)}: tệp hỏng hoặc do phiên bản khác tạo ra.`, cause);
  }
};

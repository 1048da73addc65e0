// One random key per data folder; everything secret is derived from it, each use under its own label.
import { createPrivateKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

export type Secrets = {
  /** Keys the hashes of guess_limit, so that a copy of the table names nobody. */
  readonly guessKey: Buffer;
  /** Ed25519: signs the journal's checkpoints. */
  readonly checkpointKey: KeyObject;
  /** Encrypts what the database keeps for others: seal keys, credentials of signing services. */
  readonly vaultKey: Buffer;
  /** Tokens of devices and secrets of grants come from it, so that none of them is stored. */
  readonly offlineKey: Buffer;
  /** Secrets of other houses' programs come from it. */
  readonly outsideKey: Buffer;
};

const KEY_BYTES = 32;
// RFC 8410: the DER frame of a raw Ed25519 private key
const ED25519_PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

const derive = (master: Buffer, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `motcua ${label}`, KEY_BYTES));

export const secretsFrom = (master: Buffer): Secrets => ({
  guessKey: derive(master, 'guess limit'),
  checkpointKey: createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8_PREFIX, derive(master, 'journal checkpoint')]),
    format: 'der',
    type: 'pkcs8',
  }),
  vaultKey: derive(master, 'vault'),
  offlineKey: derive(master, 'offline'),
  outsideKey: derive(master, 'outside'),
});

const isExisting = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

/** Written whole beside its place and linked into it, so that two starters never read half a key. */
const makeMasterKey = async (path: string): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(draft, path).catch((error: unknown) => {
    if (!isExisting(error)) throw error;
  });
  await unlink(draft);
};

/** Reads the master key, or makes it once; the file is readable by its owner only. */
export const openMasterKey = async (path: string): Promise<Buffer> => {
  await mkdir(dirname(path), { recursive: true });
  if (!existsSync(path)) await makeMasterKey(path);
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
  if (key.length !== KEY_BYTES) throw new Error(`master key unreadable: ${path}`);
  return key;
};

// The keys of a province's receipt seals: the first is made when it is first needed; a receipt is sealed with the key of its
// day, so that it is sealed again as it was. Kept for a minute, because the command line may add one.
import { type KeyObject, createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Pool } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import { type SealKeyRow, insertSealKey, loadSealKeys } from './seal-keys.sql.ts';
import { lockAway, takeOut } from './vault.ts';

export type SealKey = {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly validFrom: Moment;
  readonly revokedAt: Moment | null;
};

export type SealKeyDeps = {
  readonly pool: Pool;
  readonly world: { readonly provinceId: number };
  readonly secrets: { readonly vaultKey: Buffer };
  readonly realNow: () => number;
};

export type SealKeys = { readonly all: () => Promise<readonly SealKey[]>; readonly of: (issuedAt: Moment) => Promise<SealKey> };

const KEEP_MILLISECONDS = 60_000;
const FOR_EVER = '2000-01-01T00:00:00+07:00' as Moment;

const rawPublicKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
export const keyIdOf = (publicKey: KeyObject): string => createHash('sha256').update(rawPublicKey(publicKey)).digest('hex').slice(0, 8);

const belongsTo = (provinceId: number, keyId: string): string => `seal-key ${provinceId} ${keyId}`;

/** A key for receipts issued from then on; the first one also for those of before. */
export const makeSealKey = async ({ pool, world, secrets }: Omit<SealKeyDeps, 'realNow'>, from?: Moment): Promise<string> => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const keyId = keyIdOf(publicKey);
  await insertSealKey(pool, world.provinceId, {
    keyId, publicKey: rawPublicKey(publicKey), validFrom: from ?? FOR_EVER,
    secret: lockAway(secrets.vaultKey, belongsTo(world.provinceId, keyId), privateKey.export({ format: 'der', type: 'pkcs8' })),
  }, from === undefined ? 'as-the-first' : undefined);
  return keyId;
};

const opened = ({ world, secrets }: SealKeyDeps, row: SealKeyRow): SealKey => {
  const der = takeOut(secrets.vaultKey, belongsTo(world.provinceId, row.keyId), row.secret);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { keyId: row.keyId, privateKey, publicKey: createPublicKey(privateKey), validFrom: row.validFrom, revokedAt: row.revokedAt };
};

export const loadKeys = async (deps: SealKeyDeps): Promise<readonly SealKey[]> => {
  const rows = await loadSealKeys(deps.pool, deps.world.provinceId);
  if (rows.length > 0) return rows.map((row) => opened(deps, row));
  await makeSealKey(deps);
  return (await loadSealKeys(deps.pool, deps.world.provinceId)).map((row) => opened(deps, row));
};

/** The newest key of that day that was not revoked; a receipt of a revoked key is sealed anew with the present one. */
export const keyOn = (keys: readonly SealKey[], issuedAt: Moment): SealKey | undefined =>
  keys.findLast((key) => key.revokedAt === null && key.validFrom <= issuedAt) ?? keys.findLast((key) => key.revokedAt === null);

export const keepSealKeys = (deps: SealKeyDeps): SealKeys => {
  let kept: { readonly at: number; readonly keys: Promise<readonly SealKey[]> } | undefined;
  const all = (): Promise<readonly SealKey[]> => {
    const at = deps.realNow();
    if (!kept || at - kept.at > KEEP_MILLISECONDS || at < kept.at) {
      const keys = loadKeys(deps);
      kept = { at, keys };
      keys.catch(() => { kept = undefined; });
    }
    return kept.keys;
  };
  return {
    all,
    of: async (issuedAt) => {
      const key = keyOn(await all(), issuedAt);
      if (!key) throw new Error('every seal key is revoked');
      return key;
    },
  };
};

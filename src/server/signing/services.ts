// Who signs for a person or an agency: the service that holds the key, opened with what the vault keeps for it. In a demo
// world whoever has no certificate is given one of the test authority, which says KIỂM THỬ in every name.
import type { Pool } from 'pg';
import type { SignatureService } from '#adapters/signature/port.ts';
import type { TimeStampService, TimeStampSettings } from '#adapters/time-stamp/port.ts';
import { type CredentialRow, type Holder, findCredential, findServiceSecret, insertCredential, insertService } from './signing.sql.ts';
import { lockAway, takeOut } from './vault.ts';

type Key = { readonly privateKey: Uint8Array; readonly certificate: Uint8Array };
export type TestSubject = { readonly name: string; readonly title?: string; readonly organisation: string };

/** The concrete adapters, named by main.ts alone. */
export type ServiceMakers = {
  readonly token: (settings: { readonly module: string; readonly tokenLabel: string; readonly environment?: Readonly<Record<string, string>> }) => SignatureService;
  readonly remote: (settings: { readonly url: string; readonly clientId: string; readonly clientSecret: string; readonly trustedCertificates?: string }) => SignatureService;
  readonly timeStamps: (settings: TimeStampSettings) => TimeStampService;
  readonly test: {
    readonly service: (find: (credentialId: string) => Promise<(Key & { readonly authority: Uint8Array }) | undefined>) => SignatureService;
    readonly makeAuthority: (organisation: string) => Promise<Key>;
    readonly issue: (authority: Key, subject: TestSubject) => Promise<Key>;
  };
};

export type SigningDeps = {
  readonly pool: Pool;
  readonly world: { readonly provinceId: number; readonly title: string; readonly isDemo: boolean };
  readonly secrets: { readonly vaultKey: Buffer };
  readonly makers: ServiceMakers;
};

export type FoundService = { readonly service: SignatureService; readonly serviceId: string; readonly credentialId: string; readonly isTest: boolean };

const TEST_SERVICE = 'kiem-thu';
export const serviceVault = (provinceId: number, serviceId: string): string => `signing-service ${provinceId} ${serviceId}`;
const credentialVault = (provinceId: number, serviceId: string, credentialId: string): string => `signing-credential ${provinceId} ${serviceId} ${credentialId}`;

const packKeys = (...parts: readonly Uint8Array[]): Buffer => Buffer.from(JSON.stringify(parts.map((part) => Buffer.from(part).toString('base64'))));
const unpackKeys = (packed: Buffer): readonly Buffer[] => (JSON.parse(packed.toString()) as string[]).map((part) => Buffer.from(part, 'base64'));
const keyIn = ([privateKey = Buffer.alloc(0), certificate = Buffer.alloc(0)]: readonly Buffer[]): Key => ({ privateKey, certificate });

const testAuthority = async ({ pool, world, secrets, makers }: SigningDeps): Promise<Key> => {
  const vault = serviceVault(world.provinceId, TEST_SERVICE);
  const kept = await findServiceSecret(pool, world.provinceId, TEST_SERVICE);
  if (kept) return keyIn(unpackKeys(takeOut(secrets.vaultKey, vault, kept)));
  const made = await makers.test.makeAuthority(world.title);
  await insertService(pool, world.provinceId, {
    serviceId: TEST_SERVICE, kind: 'test-authority', settings: {}, secret: lockAway(secrets.vaultKey, vault, packKeys(made.privateKey, made.certificate)),
  });
  const first = await findServiceSecret(pool, world.provinceId, TEST_SERVICE);
  return first ? keyIn(unpackKeys(takeOut(secrets.vaultKey, vault, first))) : made;
};

const giveTestCertificate = async (deps: SigningDeps, holder: Holder, subject: TestSubject): Promise<void> => {
  const { pool, world, secrets, makers } = deps;
  const authority = await testAuthority(deps);
  const key = await makers.test.issue(authority, subject);
  const credentialId = 'accountId' in holder ? holder.accountId : holder.unitId;
  await insertCredential(pool, world.provinceId, holder, {
    serviceId: TEST_SERVICE, credentialId,
    secret: lockAway(secrets.vaultKey, credentialVault(world.provinceId, TEST_SERVICE, credentialId), packKeys(key.privateKey, key.certificate, authority.certificate)),
  });
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const opened = ({ world, secrets, makers }: SigningDeps, row: CredentialRow): SignatureService => {
  if (row.kind === 'pkcs11') {
    return makers.token({ module: text(row.settings['module']), tokenLabel: text(row.settings['tokenLabel']), environment: row.settings['environment'] as Record<string, string> | undefined });
  }
  if (row.kind === 'remote') {
    const clientSecret = row.serviceSecret ? takeOut(secrets.vaultKey, serviceVault(world.provinceId, row.serviceId), row.serviceSecret).toString() : '';
    const trustedCertificates = row.settings['trustedCertificates'];
    return makers.remote({
      url: text(row.settings['url']), clientId: text(row.settings['clientId']), clientSecret,
      ...(typeof trustedCertificates === 'string' ? { trustedCertificates } : {}),
    });
  }
  return makers.test.service(async (credentialId) => {
    if (row.secret === null || credentialId !== row.credentialId) return undefined;
    const parts = unpackKeys(takeOut(secrets.vaultKey, credentialVault(world.provinceId, row.serviceId, credentialId), row.secret));
    return { ...keyIn(parts), authority: parts[2] ?? Buffer.alloc(0) };
  });
};

export const serviceFor = async (deps: SigningDeps, holder: Holder, subject: TestSubject): Promise<FoundService | undefined> => {
  const find = (): Promise<CredentialRow | undefined> => findCredential(deps.pool, deps.world.provinceId, holder);
  let row = await find();
  if (!row && deps.world.isDemo) {
    await giveTestCertificate(deps, holder, subject);
    row = await find();
  }
  return row && { service: opened(deps, row), serviceId: row.serviceId, credentialId: row.credentialId, isTest: row.kind === 'test-authority' };
};

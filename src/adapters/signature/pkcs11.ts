// A key in a PKCS#11 token or HSM, reached through OpenSC's pkcs11-tool as a process of its own: a maker's module that
// fails takes only that process with it. The PIN travels in the environment of that process, never among its arguments.
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { KeyKind, SignatureService, SigningCertificates, SigningRefused } from './port.ts';
import { SHA256_PREFIX } from './rsa.ts';

export type TokenSettings = {
  /** The maker's module: '/usr/lib/softhsm/libsofthsm2.so' */
  readonly module: string;
  readonly tokenLabel: string;
  /** pkcs11-tool and what comes before its arguments. */
  readonly command?: readonly [string, ...string[]];
  /** What the maker's module reads, e.g. SOFTHSM2_CONF. */
  readonly environment?: Readonly<Record<string, string>>;
  /** DER, of the authorities above the certificates in the token. */
  readonly authorities?: readonly Uint8Array[];
  readonly timeoutMilliseconds?: number;
};

const SEARCHED = '/usr/local/bin:/usr/bin:/bin';
const PIN_VARIABLE = 'MOTCUA_TOKEN_PIN';
const TIMEOUT = 20_000;
const MOST_BYTES = 65_536;
const OBJECT_ID = /^(?:[0-9a-f]{2}){1,32}$/i;

type Ran = { readonly status: number | null; readonly out: Buffer; readonly said: string };

const run = (settings: TokenSettings, args: readonly string[], input?: Uint8Array, pin?: string): Promise<Result<Ran, SigningRefused>> =>
  new Promise((resolve) => {
    const [program, ...before] = settings.command ?? ['pkcs11-tool'];
    const child = spawn(program, [...before, '--module', settings.module, '--token-label', settings.tokenLabel, ...args], {
      env: { PATH: SEARCHED, ...settings.environment, ...(pin === undefined ? {} : { [PIN_VARIABLE]: pin }) },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    let size = 0;
    let said = '';
    const tooSlow = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(refuse({ kind: 'service-too-slow' }));
    }, settings.timeoutMilliseconds ?? TIMEOUT);
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MOST_BYTES) out.push(part);
    });
    child.stderr.on('data', (part: Buffer) => { said = (said + part.toString('utf8')).slice(-4_000); });
    // a process that ends before it reads is told by its exit
    child.stdin.on('error', () => undefined);
    child.on('error', () => {
      clearTimeout(tooSlow);
      resolve(refuse({ kind: 'service-unreachable' }));
    });
    child.on('close', (status) => {
      clearTimeout(tooSlow);
      resolve(ok({ status, out: Buffer.concat(out), said }));
    });
    child.stdin.end(input);
  });

const SAYINGS: readonly (readonly [RegExp, SigningRefused])[] = [
  [/CKR_PIN_LOCKED/, { kind: 'secret-locked' }],
  [/CKR_PIN_(?:INCORRECT|INVALID|LEN_RANGE)/, { kind: 'secret-wrong' }],
  [/CKR_(?:TOKEN_NOT_PRESENT|DEVICE_REMOVED|TOKEN_NOT_RECOGNIZED)|No slot|Failed to load/i, { kind: 'service-unreachable' }],
  [/not found/i, { kind: 'credential-unknown' }],
];

const refusalOf = ({ said }: Ran): SigningRefused =>
  SAYINGS.find(([pattern]) => pattern.test(said))?.[1] ?? { kind: 'service-faulty', what: said.split('\n').find((line) => line.startsWith('error')) ?? 'pkcs11-tool' };

const keyKindOf = (certificate: X509Certificate): KeyKind | undefined => {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  if (asymmetricKeyType === 'rsa') return 'rsa';
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : undefined;
};

export const tokenService = (settings: TokenSettings): SignatureService => {
  const certificates = async (credentialId: string): Promise<Result<SigningCertificates, SigningRefused>> => {
    if (!OBJECT_ID.test(credentialId)) return refuse({ kind: 'credential-unknown' });
    const ran = await run(settings, ['--read-object', '--type', 'cert', '--id', credentialId]);
    if (!ran.ok) return ran;
    if (ran.value.status !== 0) return refuse(refusalOf(ran.value));
    try {
      const keyKind = keyKindOf(new X509Certificate(ran.value.out));
      return keyKind ? ok({ keyKind, chain: [ran.value.out, ...(settings.authorities ?? [])] }) : refuse({ kind: 'service-faulty', what: 'key kind' });
    } catch {
      return refuse({ kind: 'service-faulty', what: 'certificate' });
    }
  };
  return {
    certificates,
    signHash: async ({ credentialId, hash, secret }) => {
      if (!secret) return refuse({ kind: 'secret-missing' });
      const found = await certificates(credentialId);
      if (!found.ok) return found;
      const isRsa = found.value.keyKind === 'rsa';
      const mechanism = isRsa ? ['--mechanism', 'RSA-PKCS'] : ['--mechanism', 'ECDSA', '--signature-format', 'openssl'];
      const ran = await run(
        settings, ['--login', '--pin', `env:${PIN_VARIABLE}`, '--sign', ...mechanism, '--id', credentialId],
        isRsa ? Buffer.concat([SHA256_PREFIX, hash]) : hash, secret,
      );
      if (!ran.ok) return ran;
      return ran.value.status === 0 && ran.value.out.length > 0 ? ok(ran.value.out) : refuse(refusalOf(ran.value));
    },
  };
};

// A signing service elsewhere, spoken to as the Cloud Signature Consortium's API 2 says (credentials/info, credentials/authorize,
// authorizeCheck, signatures/signHash): only the hash leaves the house. A licensed authority's own dialect is another adapter.
import { X509Certificate } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { HashToSign, SignatureService, SigningCertificates, SigningRefused } from './port.ts';
import { type RemoteAnswer, type RemotePost, remotePost } from './remote-post.ts';

export type RemoteSettings = {
  /** 'https://ky-so.example.vn/csc/v2' */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM of the authority over the service's own TLS certificate, where it is not a public one. */
  readonly trustedCertificates?: string;
  readonly timeoutMilliseconds?: number;
  /** How long the owner may take to confirm on his own device. */
  readonly confirmMilliseconds?: number;
  readonly askAgainMilliseconds?: number;
};

const OID = { sha256: '2.16.840.1.101.3.4.2.1', rsaWithSha256: '1.2.840.113549.1.1.11', ecdsaWithSha256: '1.2.840.10045.4.3.2' } as const;
const TIMEOUT = 15_000;
const CONFIRM = 90_000;
const ASK_AGAIN = 1_000;

const tokenAnswer = z.object({ access_token: z.string().min(1) });
const infoAnswer = z.object({
  key: z.object({ status: z.string(), algo: z.array(z.string()).min(1) }),
  cert: z.object({ status: z.string().optional(), certificates: z.array(z.base64()).min(1) }),
});
const authorizeAnswer = z.object({ SAD: z.string().min(1) });
const pendingAnswer = z.object({ handle: z.string().min(1) });
const signAnswer = z.object({ signatures: z.array(z.base64()).length(1) });
const errorAnswer = z.object({ error: z.string(), error_description: z.string().optional() });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const faulty = (what: string): Result<never, SigningRefused> => refuse({ kind: 'service-faulty', what });

const ERRORS: Readonly<Record<string, SigningRefused>> = {
  invalid_pin: { kind: 'secret-wrong' },
  invalid_otp: { kind: 'secret-wrong' },
  pin_locked: { kind: 'secret-locked' },
  authorization_denied: { kind: 'declined' },
  authorization_expired: { kind: 'service-too-slow' },
};

const refusalOf = ({ status, body }: RemoteAnswer): SigningRefused => {
  const said = errorAnswer.safeParse(body);
  if (status >= 500) return { kind: 'service-unreachable' };
  if (!said.success) return { kind: 'service-faulty', what: `HTTP ${status}` };
  const { error, error_description: description = '' } = said.data;
  if (/locked/i.test(description)) return { kind: 'secret-locked' };
  if (/credentialID/.test(description)) return { kind: 'credential-unknown' };
  return ERRORS[error] ?? { kind: 'service-faulty', what: error };
};

const read = <T>(answer: Result<RemoteAnswer, SigningRefused>, schema: z.ZodType<T>, what: string): Result<T, SigningRefused> => {
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return refuse(refusalOf(answer.value));
  const parsed = schema.safeParse(answer.value.body);
  return parsed.success ? ok(parsed.data) : faulty(what);
};

const certificatesIn = (info: z.output<typeof infoAnswer>): Result<SigningCertificates, SigningRefused> => {
  if (info.key.status !== 'enabled' || (info.cert.status ?? 'valid') !== 'valid') return refuse({ kind: 'certificate-not-valid' });
  const [first, ...above] = info.cert.certificates.map((text) => Buffer.from(text, 'base64'));
  if (!first) return faulty('certificates');
  try {
    const { asymmetricKeyType } = new X509Certificate(first).publicKey;
    return ok({ keyKind: asymmetricKeyType === 'rsa' ? 'rsa' : 'ecdsa-p256', chain: [first, ...above] });
  } catch {
    return faulty('certificates');
  }
};

type Session = Pick<RemoteSettings, 'confirmMilliseconds' | 'askAgainMilliseconds'> & { readonly post: RemotePost; readonly token: string };

/** At once, or after the owner of the key has confirmed on his device. */
const authorize = async ({ post, token, ...waiting }: Session, asked: HashToSign): Promise<Result<string, SigningRefused>> => {
  const first = await post('credentials/authorize', {
    credentialID: asked.credentialId, numSignatures: 1, hashes: [base64(asked.hash)], hashAlgorithmOID: OID.sha256,
    description: asked.description, ...(asked.secret === undefined ? {} : { authData: [{ id: 'PIN', value: asked.secret }] }),
  }, token);
  const pending = first.ok && first.value.status === 202 ? pendingAnswer.safeParse(first.value.body) : undefined;
  let answer = first;
  if (pending?.success) {
    const every = waiting.askAgainMilliseconds ?? ASK_AGAIN;
    const tries = Math.ceil((waiting.confirmMilliseconds ?? CONFIRM) / every);
    for (let count = 0; answer.ok && answer.value.status === 202; count += 1) {
      if (count >= tries) return refuse({ kind: 'service-too-slow' });
      await pause(every);
      answer = await post('credentials/authorizeCheck', { handle: pending.data.handle }, token);
    }
  }
  const said = read(answer, authorizeAnswer, 'credentials/authorize');
  return said.ok ? ok(said.value.SAD) : said;
};

export const remoteService = (settings: RemoteSettings): SignatureService => {
  const post = remotePost({ ...settings, timeoutMilliseconds: settings.timeoutMilliseconds ?? TIMEOUT });
  const signIn = async (): Promise<Result<string, SigningRefused>> => {
    const answer = read(await post('oauth2/token', {
      grant_type: 'client_credentials', client_id: settings.clientId, client_secret: settings.clientSecret,
    }), tokenAnswer, 'oauth2/token');
    return answer.ok ? ok(answer.value.access_token) : answer;
  };
  const look = async (token: string, credentialId: string): Promise<Result<SigningCertificates, SigningRefused>> => {
    const info = read(await post('credentials/info', { credentialID: credentialId, certificates: 'chain', authInfo: true }, token), infoAnswer, 'credentials/info');
    return info.ok ? certificatesIn(info.value) : info;
  };
  return {
    certificates: async (credentialId) => {
      const token = await signIn();
      return token.ok ? look(token.value, credentialId) : token;
    },
    signHash: async (asked) => {
      const token = await signIn();
      if (!token.ok) return token;
      const found = await look(token.value, asked.credentialId);
      if (!found.ok) return found;
      const allowed = await authorize({ ...settings, post, token: token.value }, asked);
      if (!allowed.ok) return allowed;
      const signed = read(await post('signatures/signHash', {
        credentialID: asked.credentialId, SAD: allowed.value, hashes: [base64(asked.hash)], hashAlgorithmOID: OID.sha256,
        signAlgo: found.value.keyKind === 'rsa' ? OID.rsaWithSha256 : OID.ecdsaWithSha256,
      }, token.value), signAnswer, 'signatures/signHash');
      const [signature] = signed.ok ? signed.value.signatures : [];
      return signed.ok && signature ? ok(Buffer.from(signature, 'base64')) : signed.ok ? faulty('signatures/signHash') : signed;
    },
  };
};

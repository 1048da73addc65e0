// The machine's own key (Windows Hello, a fingerprint, a security key): for the same salt it gives the same 32 bytes, and
// only to somebody it knows. No server takes part: what it gives opens the store of this machine and nothing else.
import { type Bytes, fromBase64Url, toBase64Url } from '../offline/bytes.ts';

const RP_NAME = 'Một cửa';
/** ES256, RS256: what platforms' keys can sign with; nothing here looks at the signature. */
const ALGORITHMS = [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }] as const;
const PATIENCE = 60_000;

const chance = (): Bytes => crypto.getRandomValues(new Uint8Array(32));
const bytesOf = (given: BufferSource | undefined): Bytes | undefined => (given instanceof ArrayBuffer ? new Uint8Array(given) : undefined);

export const hasMachineKeys = async (): Promise<boolean> => {
  if (!('PublicKeyCredential' in globalThis) || !isSecureContext) return false;
  const known = await PublicKeyCredential.getClientCapabilities?.().catch(() => undefined);
  return known?.['extension:prf'] === true;
};

const prfOf = (credential: Credential | null): { readonly credential: PublicKeyCredential; readonly output: Bytes | undefined } | undefined =>
  (credential instanceof PublicKeyCredential ? { credential, output: bytesOf(credential.getClientExtensionResults().prf?.results?.first) } : undefined);

/** Undefined: whoever sat there did not want to, or the key cannot do this. */
export const askMachineKey = async (credentialId: string, salt: Bytes): Promise<Bytes | undefined> => {
  const given = await navigator.credentials.get({
    publicKey: {
      challenge: chance(), timeout: PATIENCE, userVerification: 'required', allowCredentials: [{ type: 'public-key', id: fromBase64Url(credentialId) }],
      extensions: { prf: { eval: { first: salt } } },
    },
  }).catch(() => null);
  return prfOf(given)?.output;
};

export type MachineKey = { readonly credentialId: string; readonly output: Bytes };

/** Some keys give the bytes when they are made, others when they are asked. */
export const makeMachineKey = async (fullName: string, salt: Bytes): Promise<MachineKey | undefined> => {
  const made = prfOf(await navigator.credentials.create({
    publicKey: {
      rp: { name: RP_NAME }, user: { id: chance(), name: fullName, displayName: fullName }, challenge: chance(), timeout: PATIENCE,
      pubKeyCredParams: [...ALGORITHMS], authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
      extensions: { prf: { eval: { first: salt } } },
    },
  }).catch(() => null));
  if (!made) return undefined;
  const credentialId = toBase64Url(new Uint8Array(made.credential.rawId));
  const output = made.output ?? (await askMachineKey(credentialId, salt));
  return output && { credentialId, output };
};

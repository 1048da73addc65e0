// One question over HTTP as RFC 3161 says. What comes back is believed only if it is about our hash, answers our question
// and is signed by a certificate made for time stamps.
import { createHash, randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, Certificate, ExtKeyUsage, MessageImprint, SignedData, TSTInfo, TimeStampReq, TimeStampResp } from 'pkijs';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { TimeStamp, TimeStampRefused, TimeStampService, TimeStampSettings } from './port.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** granted, grantedWithMods */
const GRANTED: ReadonlySet<number> = new Set([0, 1]);
const TIMEOUT = 10_000;
const MOST_BYTES = 65_536;

const notBelieved = (what: string): Result<never, TimeStampRefused> => refuse({ kind: 'not-believed', what });
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const certificatesIn = (pem: string): Certificate[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END/g)].map(([, body = '']) => Certificate.fromBER(bufferOf(Buffer.from(body, 'base64'))));

const question = (content: Uint8Array, nonce: Integer): Buffer => Buffer.from(new TimeStampReq({
  version: 1, certReq: true, nonce,
  messageImprint: new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
    hashedMessage: new OctetString({ valueHex: bufferOf(createHash('sha256').update(content).digest()) }),
  }),
}).toSchema().toBER());

const isMadeForTimeStamps = (certificate: Certificate): boolean => {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue as unknown;
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(TIME_STAMPING);
};

/** Throws on what is no answer of this kind. */
const believed = async (bytes: Uint8Array, content: Uint8Array, nonce: Integer, trusted: Certificate[]): Promise<Result<TimeStamp, TimeStampRefused>> => {
  const answer = TimeStampResp.fromBER(bufferOf(bytes));
  if (!GRANTED.has(answer.status.status)) return refuse({ kind: 'refused' });
  if (!answer.timeStampToken) return notBelieved('no token');
  const signed = new SignedData({ schema: answer.timeStampToken.content });
  const info = TSTInfo.fromBER(bufferOf(new Uint8Array(signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer())));
  if (!info.nonce?.isEqual(nonce)) return notBelieved('answers another question');
  const proof = await signed.verify({
    signer: 0, data: bufferOf(content), checkChain: trusted.length > 0, trustedCerts: trusted, extendedMode: true,
  });
  if (proof.signatureVerified !== true) return notBelieved(proof.message);
  if (!proof.signerCertificate || !isMadeForTimeStamps(proof.signerCertificate)) return notBelieved('its certificate is not made for time stamps');
  return ok({ token: new Uint8Array(answer.timeStampToken.toSchema().toBER()), at: info.genTime.toISOString() });
};

/** An authority that talks without end fills no memory. Undefined: more than is ever believed. */
const readAtMost = async ({ body }: Response, most: number): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

export const httpTimeStamps = ({ url, trustedCertificates = '', timeoutMilliseconds = TIMEOUT }: TimeStampSettings): TimeStampService => {
  const trusted = certificatesIn(trustedCertificates);
  return {
    stamp: async (content) => {
      const nonce = new Integer({ valueHex: Uint8Array.of(1, ...randomBytes(7)).buffer });
      let bytes: Uint8Array | undefined;
      try {
        const response = await fetch(url, {
          method: 'POST', headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
          body: new Uint8Array(question(content, nonce)), signal: AbortSignal.timeout(timeoutMilliseconds), redirect: 'error',
        });
        if (!response.ok) return refuse({ kind: 'unreachable' });
        bytes = await readAtMost(response, MOST_BYTES);
      } catch (fault) {
        return refuse({ kind: fault instanceof Error && fault.name === 'TimeoutError' ? 'too-slow' : 'unreachable' });
      }
      if (!bytes) return notBelieved('too large');
      try {
        return await believed(bytes, content, nonce, trusted);
      } catch (fault) {
        return notBelieved(fault instanceof Error ? fault.message : 'unreadable');
      }
    },
  };
};

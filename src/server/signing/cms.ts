// The signature proper: CMS SignedData over a PDF's bytes, as PAdES baseline-B asks. The certificate is bound in by
// signing-certificate-v2, and there is no signing-time attribute: the PDF's own /M says when. A time stamp over the
// signature stands among the unsigned attributes and makes it baseline-T.
// RFC 5652, RFC 5035, RFC 3161 appendix A, ETSI EN 319 142-1
import { createHash } from 'node:crypto';
import { Constructed, Integer, Null, ObjectIdentifier, OctetString, Sequence, Set as SetOf, fromBER } from 'asn1js';
import { Certificate } from 'pkijs';
import type { KeyKind, SigningCertificates } from '#adapters/signature/port.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

type Node = ConstructorParameters<typeof Sequence>[0] extends { value?: (infer V)[] } | undefined ? V : never;

const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const sequence = (...value: Node[]): Sequence => new Sequence({ value });
const setOf = (...value: Node[]): SetOf => new SetOf({ value });
const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: Uint8Array.from(bytes).buffer });
const parsed = (der: Uint8Array): Node => fromBER(Uint8Array.from(der).buffer).result;
const derOf = (node: { toBER: () => ArrayBuffer }): Buffer => Buffer.from(node.toBER());

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const issuerAndSerial = (certificate: Certificate): readonly [Node, Node] => [
  parsed(derOf(certificate.issuer.toSchema())), new Integer({ valueHex: certificate.serialNumber.valueBlock.valueHexView.slice().buffer }),
];

const attribute = (type: string, value: Node): Sequence => sequence(oid(type), setOf(value));

const signingCertificateV2 = (der: Uint8Array, certificate: Certificate): Sequence => {
  const [issuer, serial] = issuerAndSerial(certificate);
  const directoryName = new Constructed({ idBlock: { tagClass: 3, tagNumber: 4 }, value: [issuer] });
  // sha-256 is the default hash and DER leaves a default out
  return sequence(sequence(sequence(octets(sha256(der)), sequence(sequence(directoryName), serial))));
};

/** DER of the attributes as a SET: its SHA-256 is what the key signs. */
export const signedAttributes = (contentHash: Uint8Array, { chain: [signer] }: SigningCertificates): Buffer => {
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(contentHash)),
    attribute(OID.signingCertificateV2, signingCertificateV2(signer, Certificate.fromBER(Uint8Array.from(signer)))),
  ].map(derOf).sort(Buffer.compare);
  return derOf(setOf(...attributes.map(parsed)));
};

const signatureAlgorithm = (kind: KeyKind): Sequence => (kind === 'rsa' ? sequence(oid(OID.rsa), new Null()) : sequence(oid(OID.ecdsaWithSha256)));

/** [0] IMPLICIT SET OF: the same content under another tag. */
const implicit = (tagNumber: number, value: Node[]): Constructed => new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });

export const assembleCms = ({ keyKind, chain }: SigningCertificates, attributes: Buffer, signature: Uint8Array, timeStamp?: Uint8Array): Buffer => {
  const sha256Algorithm = (): Sequence => sequence(oid(OID.sha256));
  const members = fromBER(Uint8Array.from(attributes).buffer).result;
  if (!(members instanceof SetOf)) throw new Error('signed attributes are no set');
  const signerInfo = sequence(
    new Integer({ value: 1 }), sequence(...issuerAndSerial(Certificate.fromBER(Uint8Array.from(chain[0])))), sha256Algorithm(),
    implicit(0, members.valueBlock.value), signatureAlgorithm(keyKind), octets(signature),
    ...(timeStamp ? [implicit(1, [attribute(OID.signatureTimeStamp, parsed(timeStamp))])] : []),
  );
  return derOf(sequence(oid(OID.signedData), implicit(0, [sequence(
    new Integer({ value: 1 }), setOf(sha256Algorithm()), sequence(oid(OID.data)),
    implicit(0, chain.map(parsed)), setOf(signerInfo),
  )])));
};

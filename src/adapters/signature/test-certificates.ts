// Certificates for demonstrations and tests, from an authority of our own. Every name in them says KIỂM THỬ, so that
// nobody takes such a signature for one of a licensed authority.
import { randomBytes } from 'node:crypto';
import { BitString, Integer, ObjectIdentifier, Sequence, Set as SetOf, Utf8String } from 'asn1js';
import { BasicConstraints, Certificate, ExtKeyUsage, Extension, GeneralName, GeneralNames, RelativeDistinguishedNames } from 'pkijs';

const TEST_MARK = 'KIỂM THỬ';

export type TestKey = {
  /** PKCS#8, DER. */
  readonly privateKey: Uint8Array;
  readonly certificate: Uint8Array;
};

export type TestSubject = {
  /** Of the person or, for a seal, of the agency. */
  readonly name: string;
  readonly title?: string;
  readonly organisation: string;
  /** A server's instead of a person's. */
  readonly host?: string;
  /** Of a time-stamp authority. */
  readonly isForTimeStamps?: boolean;
};

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) } as const;
const OID = { commonName: '2.5.4.3', title: '2.5.4.12', organisation: '2.5.4.10', country: '2.5.4.6', basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15', alternativeName: '2.5.29.17', extendedKeyUsage: '2.5.29.37', timeStamping: '1.3.6.1.5.5.7.3.8' } as const;
// the demo worlds play in their own years
const NOT_BEFORE = new Date('2018-01-01T00:00:00+07:00');
const NOT_AFTER = new Date('2037-12-31T23:59:59+07:00');
/** digitalSignature and nonRepudiation; keyCertSign and cRLSign. */
const SIGNS = 0b11000000;
const ISSUES = 0b00000110;

/** One attribute a step, as names are read; the library's own writer puts all into one. */
const distinguishedName = (parts: readonly (readonly [type: string, text: string])[]): RelativeDistinguishedNames =>
  RelativeDistinguishedNames.fromBER(new Sequence({
    value: parts.map(([type, text]) => new SetOf({
      value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), new Utf8String({ value: text })] })],
    })),
  }).toBER());

const nameOf = ({ organisation, title, name }: TestSubject): RelativeDistinguishedNames => distinguishedName([
  [OID.country, 'VN'], [OID.organisation, `${organisation} (${TEST_MARK})`],
  ...(title === undefined ? [] : [[OID.title, title] as const]), [OID.commonName, `${name} (${TEST_MARK})`],
]);

const extension = (extnID: string, content: { toBER: () => ArrayBuffer }, critical = true): Extension =>
  new Extension({ extnID, critical, extnValue: content.toBER() });

const DNS_NAME = 2;

const issue = async (
  subject: TestSubject, usage: number, issuer?: { readonly certificate: Certificate; readonly key: CryptoKey },
): Promise<TestKey> => {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.of(1, ...randomBytes(15)).buffer });
  certificate.subject = nameOf(subject);
  certificate.issuer = issuer ? issuer.certificate.subject : certificate.subject;
  certificate.notBefore.value = NOT_BEFORE;
  certificate.notAfter.value = NOT_AFTER;
  certificate.extensions = [
    extension(OID.basicConstraints, new BasicConstraints({ cA: usage === ISSUES }).toSchema()),
    extension(OID.keyUsage, new BitString({ valueHex: Uint8Array.of(usage).buffer, unusedBits: usage === ISSUES ? 1 : 6 })),
    ...(subject.isForTimeStamps ? [extension(OID.extendedKeyUsage, new ExtKeyUsage({ keyPurposes: [OID.timeStamping] }).toSchema())] : []),
    ...(subject.host === undefined ? [] : [
      extension(OID.alternativeName, new GeneralNames({ names: [new GeneralName({ type: DNS_NAME, value: subject.host })] }).toSchema(), false),
    ]),
  ];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey);
  await certificate.sign(issuer ? issuer.key : pair.privateKey, 'SHA-256');
  return {
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
    certificate: new Uint8Array(certificate.toSchema(true).toBER()),
  };
};

export const makeTestAuthority = (organisation: string): Promise<TestKey> =>
  issue({ name: 'Cơ quan chứng thực', organisation }, ISSUES);

export const issueTestCertificate = async (authority: TestKey, subject: TestSubject): Promise<TestKey> => {
  const key = await crypto.subtle.importKey('pkcs8', Uint8Array.from(authority.privateKey), ALGORITHM, false, ['sign']);
  return issue(subject, SIGNS, { certificate: Certificate.fromBER(Uint8Array.from(authority.certificate)), key });
};

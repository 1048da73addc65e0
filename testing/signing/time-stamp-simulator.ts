// A time-stamp authority as a licensed one would run it (RFC 3161), for demonstrations and tests. What it does is told by
// the path; its key is made when it starts and forgotten when it ends.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Integer, ObjectIdentifier, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier, Attribute, Certificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, MessageImprint, PKIStatusInfo,
  SignedAndUnsignedAttributes, SignedData, SignerInfo, TSTInfo, TimeStampReq, TimeStampResp,
} from 'pkijs';
import { type TestKey, issueTestCertificate, makeTestAuthority } from '#adapters/signature/test-certificates.ts';

export const TIME_STAMP_PATHS = {
  '/tsa': 'stamps what is asked',
  '/tsa/tu-choi': 'refuses',
  '/tsa/noi-dung-khac': 'stamps another content',
  '/tsa/cau-khac': 'answers another question',
  '/tsa/khong-chuyen': 'signs with a certificate that is not made for time stamps',
  '/tsa/hong': 'answers what is no time stamp',
  '/tsa/loi-may-chu': 'breaks down',
  '/tsa/im-lang': 'never answers',
  '/tsa/khong-dut': 'begins a long answer and never ends it',
} as const;

export type TimeStampSimulator = { readonly url: string; readonly authority: Uint8Array; readonly close: () => Promise<void> };

const OID = { tstInfo: '1.2.840.113549.1.9.16.1.4', signedData: '1.2.840.113549.1.7.2', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4', policy: '1.3.6.1.4.1.99999.1' } as const;
const REJECTION = 2;
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const tokenFor = async (key: TestKey, info: TSTInfo): Promise<ContentInfo> => {
  const content = info.toSchema().toBER();
  const certificate = Certificate.fromBER(bufferOf(key.certificate));
  const signed = new SignedData({
    version: 3, certificates: [certificate],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.tstInfo, eContent: new OctetString({ valueHex: content }) }),
    signerInfos: [new SignerInfo({
      version: 1, sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
      signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: [
        new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.tstInfo })] }),
        new Attribute({ type: OID.messageDigest, values: [new OctetString({ valueHex: await crypto.subtle.digest('SHA-256', content) })] }),
      ] }),
    })],
  });
  await signed.sign(await crypto.subtle.importKey('pkcs8', bufferOf(key.privateKey), RSA, false, ['sign']), 0, 'SHA-256', content);
  return new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
};

const infoFor = (path: string, asked: TimeStampReq): TSTInfo => new TSTInfo({
  version: 1, policy: OID.policy, genTime: new Date(), serialNumber: new Integer({ valueHex: Uint8Array.of(1, ...randomBytes(7)).buffer }),
  messageImprint: path === '/tsa/noi-dung-khac'
    ? new MessageImprint({ hashAlgorithm: new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }), hashedMessage: new OctetString({ valueHex: bufferOf(randomBytes(32)) }) })
    : asked.messageImprint,
  nonce: path === '/tsa/cau-khac' ? new Integer({ value: 7 }) : asked.nonce ?? new Integer({ value: 0 }),
});

export const startTimeStampSimulator = async (port = 0): Promise<TimeStampSimulator> => {
  const authority = await makeTestAuthority('Dịch vụ dấu thời gian mô phỏng');
  const [key, plain] = await Promise.all([
    issueTestCertificate(authority, { name: 'Dấu thời gian', organisation: 'Dịch vụ dấu thời gian mô phỏng', isForTimeStamps: true }),
    issueTestCertificate(authority, { name: 'Không chuyên', organisation: 'Dịch vụ dấu thời gian mô phỏng' }),
  ]);
  const answer = async (path: string, asked: Uint8Array): Promise<Uint8Array> => {
    if (path === '/tsa/hong') return Buffer.from('không phải dấu thời gian');
    if (path === '/tsa/tu-choi') return new Uint8Array(new TimeStampResp({ status: new PKIStatusInfo({ status: REJECTION }) }).toSchema().toBER());
    const token = await tokenFor(path === '/tsa/khong-chuyen' ? plain : key, infoFor(path, TimeStampReq.fromBER(bufferOf(asked))));
    return new Uint8Array(new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token }).toSchema().toBER());
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      if (path === '/tsa/im-lang') return;
      if (path === '/tsa/khong-dut') return void response.writeHead(200).write(Buffer.alloc(131_072));
      if (path === '/tsa/loi-may-chu' || !Object.hasOwn(TIME_STAMP_PATHS, path)) return void response.writeHead(path === '/tsa/loi-may-chu' ? 503 : 404).end();
      answer(path, Buffer.concat(parts)).then(
        (bytes) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(bytes),
        () => response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => { server.listen(port, 'localhost', resolve); });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    authority: authority.certificate,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
};

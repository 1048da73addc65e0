import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { beforeAll, describe, expect, it } from 'vitest';
import { testAuthorityService } from '#adapters/signature/test-authority.ts';
import { type TestKey, issueTestCertificate, makeTestAuthority } from '#adapters/signature/test-certificates.ts';
import type { SignatureService } from '#adapters/signature/port.ts';
import { httpTimeStamps } from '#adapters/time-stamp/http.ts';
import type { TimeStampService } from '#adapters/time-stamp/port.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { ok, refuse } from '#core/kernel/result.ts';
import { signatureBlock } from '#documents/kit/signature-block.ts';
import { documentFor } from '#documents/papers.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { startTimeStampSimulator } from '#testing/signing/time-stamp-simulator.ts';
import { renderPdf, setPaperToSign, setPiece } from '../papers/render.ts';
import { roomsOf } from './signature-room.ts';
import { type SignPdfAsked, signPdf } from './sign-pdf.ts';

let authority: TestKey;
let service: SignatureService;
const LEADER = 'Nguyễn Thị Chủ Tịch';
const AGENCY = 'Ủy ban nhân dân xã Kỳ Bắc';

beforeAll(async () => {
  authority = await makeTestAuthority('Tỉnh Hà Tĩnh');
  const keys = new Map([
    ['leader', await issueTestCertificate(authority, { name: LEADER, title: 'Chủ tịch', organisation: AGENCY })],
    ['seal', await issueTestCertificate(authority, { name: AGENCY, organisation: AGENCY })],
  ]);
  service = testAuthorityService(async (id) => {
    const key = keys.get(id);
    return key && { ...key, authority: authority.certificate };
  });
});

const asked = (credentialId: string, signerName: string): SignPdfAsked => ({
  credentialId, signerName, reason: 'Ký ban hành Phiếu từ chối', place: 'Kỳ Bắc', signedAt: '2019-11-18T15:10:00+07:00' as Moment, description: 'Phiếu từ chối',
});

const signedBy = async (pdf: Uint8Array, ...who: readonly (readonly [string, string])[]): Promise<Buffer> => {
  let bytes: Buffer = Buffer.from(pdf);
  for (const [credentialId, name] of who) {
    const signed = await signPdf(service, bytes, asked(credentialId, name));
    if (!signed.ok) throw new Error(signed.refusal.kind);
    bytes = signed.value.pdf;
  }
  return bytes;
};

const sample = (name: string): Promise<Uint8Array> => {
  const found = PAPER_SAMPLES.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return renderPdf(documentFor(found.payload));
};

type Found = { readonly covered: Buffer; readonly whole: boolean; readonly cms: Buffer };

const signaturesIn = (pdf: Buffer): readonly Found[] =>
  [...pdf.toString('latin1').matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/g)].map(([, , first = '', from = '', length = '']) => {
    const [a, b, c] = [Number(first), Number(from), Number(length)];
    return {
      covered: Buffer.concat([pdf.subarray(0, a), pdf.subarray(b, b + c)]), whole: b + c === pdf.length,
      cms: Buffer.from(pdf.subarray(a + 1, b - 1).toString('latin1'), 'hex'),
    };
  });

const signedDataOf = ({ cms }: Found): SignedData => new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(cms)).content });

const isValid = async (found: Found): Promise<boolean> => {
  const answer = await signedDataOf(found).verify({
    signer: 0, data: Uint8Array.from(found.covered).buffer, checkChain: true, trustedCerts: [Certificate.fromBER(Uint8Array.from(authority.certificate))],
  }).catch(() => false);
  return answer === true;
};

it('a second signature keeps the first valid, and only the last covers the whole file', async () => {
  const found = signaturesIn(await signedBy(await sample('refusal-2025-agency'), ['leader', LEADER], ['seal', AGENCY]));
  expect(found.map(({ whole }) => whole)).toEqual([false, true]);
  expect(await Promise.all(found.map(isValid))).toEqual([true, true]);
});

it('one changed byte makes a signature worthless', async () => {
  const pdf = await signedBy(await sample('refusal-2025-agency'), ['leader', LEADER]);
  pdf.writeUInt8(pdf.readUInt8(900) ^ 1, 900);
  expect(await Promise.all(signaturesIn(pdf).map(isValid))).toEqual([false]);
});

it('what was there stays as it was, byte by byte', async () => {
  const paper = await sample('supplement-2018');
  const pdf = await signedBy(paper, ['leader', LEADER]);
  expect(pdf.subarray(0, paper.length).equals(Buffer.from(paper))).toBe(true);
});

it('each signature binds its certificate, says no time of its own and is of PAdES kind', async () => {
  const pdf = await signedBy(await sample('refusal-2018-desk'), ['leader', LEADER]);
  const [found] = signaturesIn(pdf);
  if (!found) throw new Error('no signature');
  const [info] = signedDataOf(found).signerInfos;
  const attributes = new Map(info?.signedAttrs?.attributes.map(({ type, values }) => [type, values]));
  expect([...attributes.keys()].sort()).toEqual(['1.2.840.113549.1.9.16.2.47', '1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4']);
  const [certificate] = signedDataOf(found).certificates ?? [];
  const [binding] = (attributes.get('1.2.840.113549.1.9.16.2.47') ?? []) as readonly { readonly toBER: () => ArrayBuffer }[];
  const bound = Buffer.from(binding?.toBER() ?? new ArrayBuffer());
  expect(bound.includes(createHash('sha256').update(Buffer.from((certificate as Certificate).toSchema().toBER())).digest())).toBe(true);
  expect(pdf.includes('/SubFilter /ETSI.CAdES.detached')).toBe(true);
});

it('who, why, where and when stand in Vietnamese', async () => {
  const pdf = await signedBy(await sample('refusal-2018-desk'), ['leader', LEADER]);
  const text = (name: string): string => {
    const hex = new RegExp(`/${name} <feff([0-9a-f]*)>`).exec(pdf.toString('latin1'))?.[1] ?? '';
    return Buffer.from(hex, 'hex').swap16().toString('utf16le');
  };
  expect([text('Name'), text('Reason'), text('Location')]).toEqual([LEADER, 'Ký ban hành Phiếu từ chối', 'Kỳ Bắc']);
  expect(pdf.includes("/M (D:20191118151000+07'00')")).toBe(true);
});

it('a file of another program, with compressed objects, is signed twice as well', async () => {
  const made = await PDFDocument.create();
  made.addPage([400, 400]);
  const pdf = await signedBy(await made.save({ useObjectStreams: true }), ['leader', LEADER], ['seal', AGENCY]);
  expect(await Promise.all(signaturesIn(pdf).map(isValid))).toEqual([true, true]);
});

describe('a time stamp', () => {
  const sign = async (timeStamps: TimeStampService) => {
    const signed = await signPdf(service, await sample('refusal-2018-desk'), { ...asked('leader', LEADER), timeStamps });
    return signed.ok ? signed.value : expect.fail(signed.refusal.kind);
  };
  const unsignedOf = ({ pdf }: { readonly pdf: Buffer }): readonly string[] => signaturesIn(pdf).flatMap((found) =>
    signedDataOf(found).signerInfos.flatMap(({ unsignedAttrs }) => unsignedAttrs?.attributes.map(({ type }) => type) ?? []));

  it('is over the signature, within it, and leaves it valid', async () => {
    const simulator = await startTimeStampSimulator();
    let seen: Uint8Array | undefined;
    const real = httpTimeStamps({ url: `${simulator.url}/tsa` });
    const signed = await sign({ stamp: (content) => { seen = content; return real.stamp(content); } });
    await simulator.close();
    expect(unsignedOf(signed)).toEqual(['1.2.840.113549.1.9.16.2.14']);
    expect(signed.stamped).toEqual({ at: expect.stringMatching(/Z$/) as string });
    const [found] = signaturesIn(signed.pdf);
    const [info] = found ? signedDataOf(found).signerInfos : [];
    expect(Buffer.from(info?.signature.valueBlock.valueHexView ?? []).equals(Buffer.from(seen ?? []))).toBe(true);
    expect(found && await isValid(found)).toBe(true);
  });

  it.each([
    ['unreachable', { stamp: () => Promise.resolve(refuse({ kind: 'unreachable' as const })) }],
    ['too-large', { stamp: () => Promise.resolve(ok({ token: Buffer.concat([Buffer.from('04827000', 'hex'), Buffer.alloc(0x7000)]), at: '2026-11-28T00:00:00.000Z' })) }],
  ])('that does not come (%s) leaves a signature without one, and says so', async (missing, authorityWithout) => {
    const signed = await sign(authorityWithout);
    expect([signed.stamped, unsignedOf(signed)]).toEqual([{ missing }, []]);
    expect(await Promise.all(signaturesIn(signed.pdf).map(isValid))).toEqual([true]);
  });
});

const SIGNED_AT = '2019-11-18T15:10:00+07:00' as Moment;
const piece = (role: 'leader' | 'agency-seal'): Uint8Array =>
  setPiece(signatureBlock({ role, signerName: LEADER, agencyName: AGENCY, capacity: 'CHỦ TỊCH', signedAt: SIGNED_AT, isTest: true }));
const widgetsIn = async (pdf: Uint8Array) => {
  const loaded = await PDFDocument.load(pdf);
  return loaded.getPages().flatMap((page) => (page.node.Annots()?.asArray() ?? []).map((ref) => {
    const widget = page.doc.context.lookup(ref, PDFDict);
    const drawing = widget.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFStream);
    return { ...widget.lookup(PDFName.of('Rect'), PDFArray).asRectangle(), drawing };
  }));
};

it('both signatures are seen on the sheet, apart from each other, and both stay valid', async () => {
  const found = PAPER_SAMPLES.find(({ name }) => name === 'refusal-2025-agency') ?? expect.fail('no sample');
  const paper = setPaperToSign(documentFor(found.payload));
  let pdf = paper.pdf;
  for (const [role, credentialId] of [['leader', 'leader'], ['agency-seal', 'seal']] as const) {
    const signed = await signPdf(service, pdf, { ...asked(credentialId, LEADER), look: { piece: piece(role), ...roomsOf(paper, role) } });
    pdf = signed.ok ? signed.value.pdf : expect.fail(signed.refusal.kind);
  }
  const [leader, seal] = await widgetsIn(pdf);
  expect(leader && seal && seal.x + seal.width < leader.x).toBe(true);
  expect([leader, seal].map((one) => (one?.width ?? 0) > 90 && (one?.height ?? 0) > 20)).toEqual([true, true]);
  // the font of what is seen is in the file
  expect([leader, seal].map((one) => one?.drawing.dict.lookup(PDFName.of('Resources'), PDFDict).lookup(PDFName.of('Font'), PDFDict).entries().length)).toEqual([3, 3]);
  expect(await Promise.all(signaturesIn(Buffer.from(pdf)).map(isValid))).toEqual([true, true]);
});

it('a paper to be signed is the very file that prints', async () => {
  const found = PAPER_SAMPLES.find(({ name }) => name === 'stop-2018') ?? expect.fail('no sample');
  expect(Buffer.from(setPaperToSign(documentFor(found.payload)).pdf).equals(Buffer.from(await sample('stop-2018')))).toBe(true);
});

it.each([['no PDF', Buffer.from('không phải PDF')], ['half a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog')]])('%s is not signed', async (_, bytes) => {
  expect(await signPdf(service, bytes, asked('leader', LEADER))).toEqual({ ok: false, refusal: { kind: 'pdf-not-signable' } });
});

it('an encrypted file is not signed', async () => {
  const made = await PDFDocument.create();
  made.addPage();
  made.encrypt({ userPassword: 'a', ownerPassword: 'b' });
  expect(await signPdf(service, await made.save(), asked('leader', LEADER))).toEqual({ ok: false, refusal: { kind: 'pdf-not-signable' } });
});

it('what the service refuses is handed on', async () => {
  expect(await signPdf(service, await sample('refusal-2018-desk'), asked('unknown', LEADER))).toEqual({ ok: false, refusal: { kind: 'credential-unknown' } });
});

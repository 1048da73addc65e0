// A file is what its bytes say; its name, its sender's word and its form count for nothing.
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '#wire/file.wire.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]);
const ZIP = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), deflateRawSync(Buffer.from('x'.repeat(100)))]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

let world: ServedWorld;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
}, 120_000);
afterAll(() => world.close());

type Part = { readonly content: Buffer; readonly type?: string; readonly disposition?: string };
const form = (parts: readonly Part[], end = '--b--\r\n'): Buffer => Buffer.concat([
  ...parts.map(({ content, type, disposition = 'form-data; name="file"; filename="scan.pdf"' }) =>
    Buffer.concat([Buffer.from(`--b\r\nContent-Disposition: ${disposition}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`), content, Buffer.from('\r\n')])),
  Buffer.from(end),
]);
const post = (body: Buffer, type = 'multipart/form-data; boundary=b'): Promise<Answer> => officer.send('POST', '/api/files', body, { 'content-type': type });
const stored = async (): Promise<number> => (await world.database.pool.query<{ n: number }>('select count(*)::int as n from motcua.stored_file')).rows[0]?.n ?? -1;

it.each<[string, Buffer, string]>([
  ['a zip that is named a PDF', ZIP, 'application/pdf'],
  ['a JPEG that says PDF', JPEG, 'application/pdf'],
  ['a PDF that says JPEG', PDF, 'image/jpeg'],
  ['a PDF behind a kilobyte of something else', Buffer.concat([Buffer.alloc(1_024, 0x20), PDF]), 'application/pdf'],
  ['a page with a PDF in it', Buffer.concat([Buffer.from('<html>'), PDF]), 'application/pdf'],
  ['nothing', Buffer.alloc(0), 'application/pdf'],
  ['the first byte of a PDF', PDF.subarray(0, 1), 'application/pdf'],
  ['a PDF of no type', PDF, ''],
  ['a PDF with the type of a page', PDF, 'text/html; x=application/pdf'],
  ['a program', Buffer.from('\u007fELF'), 'application/pdf'],
])('%s is refused and kept nowhere', async (_what, content, type) => {
  const before = await stored();
  const answer = await post(form([{ content, type }]));
  expect([answer.status, answer.json<{ code: string }>().code]).toEqual([415, 'unsupported-media']);
  expect(await stored()).toBe(before);
});

it('a JPEG that is also a PDF is shown as what it says first, and as nothing else', async () => {
  const both = Buffer.concat([JPEG, PDF]);
  expect((await post(form([{ content: both, type: 'application/pdf' }]))).status).toBe(415);
  expect((await post(form([{ content: both, type: 'image/jpeg' }]))).json()).toMatchObject({ mediaType: 'image/jpeg' });
  const shown = await officer.get(`/api/files/${createHash('sha256').update(both).digest('hex')}`);
  expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  expect(String(shown.headers['content-security-policy'])).toContain("object-src 'none'");
  expect(String(shown.headers['cache-control'])).toContain('private');
});

it.each([
  '../../../../etc/cron.d/x', '..\\..\\x.pdf', '/etc/passwd', 'a.pdf%00.html', 'a\u202Efdp.exe', `${'a'.repeat(5_000)}.pdf`, '"><script>alert(1)</script>.pdf', '\r\nX-Injected: 1',
])('a name counts for nothing: %j', async (name) => {
  const content = Buffer.concat([PDF, Buffer.from(name)]);
  const answer = await post(form([{ content, type: 'application/pdf', disposition: `form-data; name="file"; filename="${name.replace(/[\r\n]/g, '')}"` }]));
  expect(answer.status).toBe(201);
  const { sha256 } = answer.json<{ sha256: string }>();
  expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
  expect((await officer.get(`/api/files/${sha256}`)).headers['content-disposition']).toBe(`inline; filename="${sha256.slice(0, 12)}.pdf"`);
});

it('ten megabytes are taken, one byte more is not, and neither is a body that goes on', async () => {
  const ofSize = (bytes: number): Buffer => Buffer.concat([PNG, Buffer.alloc(bytes - PNG.length)]);
  const png = { type: 'image/png' } as const;
  expect((await post(form([{ content: ofSize(MAX_FILE_BYTES), ...png }]))).json()).toMatchObject({ bytes: MAX_FILE_BYTES });
  const before = await stored();
  expect((await post(form([{ content: ofSize(MAX_FILE_BYTES + 1), ...png }]))).status).toBe(413);
  expect((await post(form([{ content: ofSize(11 * 1024 * 1024), ...png }]))).status).toBe(413);
  expect([400, 413]).toContain((await post(Buffer.concat([form([{ content: ofSize(100), ...png }], ''), Buffer.alloc(12 * 1024 * 1024)]))).status);
  expect(await stored()).toBe(before);
});

it('a form that breaks off, has no boundary, no file or only a field is a problem of the sender', async () => {
  const cut = form([{ content: PDF, type: 'application/pdf' }], '').subarray(0, -4);
  const before = await stored();
  const codes = [];
  for (const answer of [
    await post(cut), await post(PDF, 'multipart/form-data'), await post(PDF, 'multipart/form-data; boundary='), await post(form([])), await post(Buffer.alloc(0)),
    await post(form([{ content: PDF, disposition: 'form-data; name="file"' }])), await post(PDF, 'application/pdf'), await post(Buffer.from('{}'), 'application/json'),
  ]) codes.push(answer.status);
  expect(codes.filter((status) => status < 400 || status >= 500)).toEqual([]);
  expect(await stored()).toBe(before);
});

it('what is stored is read by its hash only', async () => {
  for (const name of ['..', '../../etc/passwd', '%2e%2e%2fmaster.key', 'A'.repeat(64), '0'.repeat(63), `${'0'.repeat(64)}.pdf`]) {
    expect([name, (await officer.get(`/api/files/${name}`)).status]).toEqual([name, 404]);
  }
});

import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import { sendScan } from '#testing/send-scan.ts';
import type { Problem } from '#wire/problem.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000)]);
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(500)]);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(500)]);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let world: ServedWorld;
let officer: Caller;
let neighbour: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
  neighbour = await world.signIn('tuphap.kyphong');
}, 120_000);
afterAll(() => world.close());

const upload = sendScan;

it.each([['application/pdf', PDF], ['image/png', PNG], ['image/jpeg', JPEG]])('%s is stored under the hash of its content and read back', async (type, content) => {
  const answer = await upload(officer, content, type);
  expect(answer.status).toBe(201);
  expect(answer.json()).toEqual({ sha256: hashOf(content), mediaType: type, bytes: content.length });
  const read = await officer.get(`/api/files/${hashOf(content)}`);
  expect(read.status).toBe(200);
  expect(read.headers['content-type']).toBe(type);
  expect(read.headers['x-content-type-options']).toBe('nosniff');
});

it('the same file sent twice is one file', async () => {
  await upload(officer, PDF, 'application/pdf');
  await upload(officer, PDF, 'application/pdf');
  const { rows } = await world.database.pool.query('select count(*)::int as n from motcua.stored_file where sha256 = $1', [hashOf(PDF)]);
  expect(rows).toEqual([{ n: 1 }]);
});

it.each([
  ['a program that calls itself a PDF', Buffer.from('MZ this is no paper'), 'application/pdf'],
  ['a picture that calls itself a PDF', PNG, 'application/pdf'],
  ['a page of HTML', Buffer.from('<script>alert(1)</script>'), 'text/html'],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ['nothing', Buffer.alloc(0), 'image/png'],
])('%s is refused', async (_what, content, type) => {
  const answer = await upload(officer, content, type);
  expect(answer.status).toBe(415);
  expect(answer.json<Problem>().code).toBe('unsupported-media');
});

it('more than ten megabytes is refused', async () => {
  const answer = await upload(officer, Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]), 'application/pdf');
  expect(answer.status).toBe(413);
});

it('a file of another desk is not there', async () => {
  await upload(officer, PDF, 'application/pdf');
  expect((await neighbour.get(`/api/files/${hashOf(PDF)}`)).status).toBe(404);
  expect((await officer.get(`/api/files/${'0'.repeat(64)}`)).status).toBe(404);
  expect((await world.anybody.get(`/api/files/${hashOf(PDF)}`)).status).toBe(401);
});

it('a scan may be named only at the desk that brought it', async () => {
  const scan = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(100)]);
  const paper = { itemId: 'declaration', form: 'original' as const, count: 1, scans: [hashOf(scan)] };
  const command = receiveCommand('ky-phong', birth);
  const withScan = { ...command, papers: command.papers.map((p) => (p.itemId === 'declaration' ? paper : p)) };
  await upload(officer, scan, 'application/pdf');
  const refused = await neighbour.send('POST', '/api/desk/dossiers', withScan);
  expect(refused.status).toBe(409);
  expect(refused.json<Problem>().code).toBe('scans-missing');
  await upload(neighbour, scan, 'application/pdf');
  expect((await neighbour.send('POST', '/api/desk/dossiers', withScan)).status).toBe(201);
});

it('whoever may read a dossier reads the scans it names', async () => {
  const scan = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(100)]);
  await upload(officer, scan, 'application/pdf');
  const chairman = await world.signIn('chutich.kybac');
  const district = await world.signIn('vanthu.kyanh');
  const command = receiveCommand('ky-bac', birth);
  const papers = command.papers.map((p) => (p.itemId === 'declaration' ? { ...p, scans: [hashOf(scan)] } : p));
  expect((await officer.send('POST', '/api/desk/dossiers', { ...command, papers })).status).toBe(201);
  expect((await chairman.get(`/api/files/${hashOf(scan)}`)).status).toBe(200);
  expect((await district.get(`/api/files/${hashOf(scan)}`)).status).toBe(404);
});

it('a scan is asked for anew each time, so that whoever has signed out sees nothing of it', async () => {
  const scan = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(100)]);
  await upload(officer, scan, 'application/pdf');
  const url = `/api/files/${hashOf(scan)}`;
  const first = await officer.get(url);
  expect(first.headers['cache-control']).toBe('private, no-cache');
  const known = { 'if-none-match': String(first.headers['etag']) };
  expect((await officer.get(url, known)).status).toBe(304);
  expect((await neighbour.get(url, known)).status).toBe(404);
  const colleague = await world.signIn('tuphap.kybac');
  const left = await colleague.send('POST', '/api/sign-out');
  expect(left.headers['clear-site-data']).toBe('"cache"');
  expect((await colleague.get(url, known)).status).toBe(401);
});

it('nobody sends more in an hour than an hour has papers; the answer says when to send again', async () => {
  const small = await servedWorld('kybac-2019', { settings: { uploads: { filesPerHour: 3, bytesPerHour: 1_000_000 } } });
  try {
    const person = await small.signIn('tuphap.kybac');
    const scan = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(100)]);
    for (let i = 0; i < 3; i += 1) expect((await upload(person, scan(), 'application/pdf')).status).toBe(201);
    const refused = await upload(person, scan(), 'application/pdf');
    expect([refused.status, refused.json<Problem>().code]).toEqual([429, 'too-many-uploads']);
    expect(refused.json<Problem>().detail).toMatch(/^Trong một giờ qua đã gửi quá nhiều tệp\. Vui lòng gửi lại sau (?:1 giờ|[0-9]+ phút)\.$/);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_500);
    expect((await upload(await small.signIn('buudien.kybac'), scan(), 'application/pdf')).status).toBe(201);
    await small.database.migratorPool.query(`update motcua.file_upload set stored_at = stored_at - interval '61 minutes'`);
    expect((await upload(person, Buffer.concat([PDF, Buffer.alloc(1_100_000)]), 'application/pdf')).status).toBe(201);
    expect((await upload(person, scan(), 'application/pdf')).status).toBe(429);
  } finally {
    await small.close();
  }
}, 120_000);

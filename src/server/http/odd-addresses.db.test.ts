// Addresses that no screen makes, and bodies made to keep the server busy.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const base = receiveCommand('ky-bac', birth);

let world: ServedWorld;
let people: Readonly<Record<'officer' | 'records' | 'admin', Caller>>;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  const [officer, records, admin] = await Promise.all(['tuphap.kybac', 'vanthu.stp', 'quantri'].map((login) => world.signIn(login))) as [Caller, Caller, Caller];
  people = { officer, records, admin };
}, 120_000);
afterAll(() => world.close());

const INSIDES = /motcua\.|constraint|relation "|node_modules|\.ts:\d|FST_|root:/i;
const judge = (url: string, answer: Answer): string | undefined => {
  if (answer.status >= 500) return `${url}: ${answer.status}`;
  return answer.status >= 400 && (INSIDES.test(answer.text) || !String(answer.headers['content-type']).startsWith('application/problem+json')) ? `${url}: ${answer.text}` : undefined;
};

it.each([
  '/api/desk/find?q=/q/a%00b', '/api/desk/find?q=%00%00', '/api/desk/find?q=ab&page=1e9', '/api/desk/find?q=ab&q=cd', '/api/desk/today?deskId=%00', '/api/desk/catalogue?deskId[]=a',
  '/api/dossiers/%00', '/api/files/..%2f..%2fmaster.key', `/api/files/${'A'.repeat(64)}`, '/api/papers/x.pdf', '/api/papers/..%2fx.pdf?size=a0', '/api/desk/batches/1',
])('an odd address at the desk is a problem: %s', async (url) => {
  expect(judge(url, await people.officer.get(url))).toBeUndefined();
});

it.each([
  '/api/office/find?q=/q/a%00b', '/api/office/inbox?tab=khong', '/api/office/inbox?after=2019-99-99T00:00:00%2B07:00~00000000-0000-0000-0000-000000000000',
  `/api/office/inbox?after=infinity~${'-'.repeat(36)}`, `/api/office/inbox?after=infinity~${'f'.repeat(36)}`, '/api/office/inbox?after=%00', '/api/office/outcome-number?dossierId=1&symbol=%00',
])('an odd address in the agency is a problem: %s', async (url) => {
  expect(judge(url, await people.records.get(url))).toBeUndefined();
});

it.each(['/api/admin/catalogue-questions?q=%00', '/api/admin/catalogue-questions?after=%00', '/api/admin/transfer-register?after=%00'])('an odd address of the administrator is a problem: %s', async (url) => {
  expect(judge(url, await people.admin.get(url))).toBeUndefined();
});

it.each([['/%zz', 400], ['/api/%zz', 400], ['/thu-tuc/a%00b', 404], ['/thu-tuc?q=%00', 200], [`/q/${'a'.repeat(300)}`, 400], ['/q/%00', 404], ['/lam-viec/..%2f..%2f..%2fetc%2fpasswd', 200], ['/cong-khai/../../etc/passwd', 404]])(
  'an odd address of a citizen is a page: %s', async (url, status) => {
    const answer = await world.anybody.get(url);
    expect([answer.status === 503 ? 200 : answer.status, INSIDES.test(answer.text)]).toEqual([status, false]);
    expect(String(answer.headers['content-security-policy'])).toContain("default-src 'self'");
  });

it('keys that reach for a prototype are not read', async () => {
  const text = JSON.stringify(base);
  for (const poisoned of ['{"__proto__":{"x":1},', '{"constructor":{"prototype":{"x":1}},', '{"\\u005f_proto__":{"x":1},']) {
    const answer = await people.officer.send('POST', '/api/desk/dossiers', text.replace('"answers":{', `"answers":${poisoned}`), { 'content-type': 'application/json' });
    expect([400, 422]).toContain(answer.status);
  }
});

it.each([
  ['one text of a megabyte of combining marks', () => ({ ...base, caseId: '\u0301\u0323'.repeat(250_000) })],
  ['answers full of combining marks', () => ({ ...base, answers: Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`a${i}`, '\u0301\u0323'.repeat(4_000)])) })],
  ['arrays in arrays, half a megabyte deep', () => `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
  ['fifty thousand papers', () => ({ ...base, papers: Array.from({ length: 50_000 }, () => ({ itemId: 'x' })) })],
  ['fifty thousand answers', () => ({ ...base, answers: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`a${i}`, 1])) })],
])('%s are refused at once', async (_what, make) => {
  const body = make();
  const answer = await people.officer.send('POST', '/api/desk/dossiers', body, { 'content-type': 'application/json' });
  expect([400, 413, 422]).toContain(answer.status);
  expect(answer.text.length).toBeLessThan(100_000);
});

it('texts are kept without what nobody sees: joiners, marks of direction, other blanks', async () => {
  const applicant = { ...farmer, fullName: 'Nguyễn\u00a0Văn\u200b\ufeff  Thử', address: { ...farmer.address, line: '\u202ethôn Phương\u2066 Giai\u00ad' } };
  const { dossierId } = (await people.officer.send('POST', '/api/desk/dossiers', { ...receiveCommand('ky-bac', birth), parties: { applicant } })).json<DossierReceivedAnswer>();
  const { rows } = await world.database.pool.query(`select parties->'applicant'->>'fullName' as name, parties->'applicant'->'address'->>'line' as line from motcua.dossier where dossier_id = $1`, [dossierId]);
  expect(rows).toEqual([{ name: 'Nguyễn Văn Thử', line: 'thôn Phương Giai' }]);
});

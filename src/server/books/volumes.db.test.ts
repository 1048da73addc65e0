// A book is full before its year ends: its next volume goes on with the next number, while clerks receive and certify.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BookSignedAnswer, BooksView, OnePageOfBook } from '#wire/books.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import { certifyCommand, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { pdfText } from '#testing/pdf-text.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import { verifySeries } from './verify-series.ts';

const PIN = '246810';
const REGISTER = '/api/books/theo-doi/ky-bac/2019';
const COPIES = '/api/books/sct-bs/xa-ky-bac/2019';
const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');

let world: ServedWorld;
let officer: Caller;
let chairman: Caller;
const rows = async <T>(sql: string, values: unknown[] = []): Promise<readonly T[]> => (await world.database.migratorPool.query(sql, values)).rows as T[];
const receive = (): Promise<Answer> => officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth));
const certify = (): Promise<Answer> => officer.send('POST', '/api/desk/certifications', certifyCommand('ky-bac', copies));
const view = async (url: string): Promise<OnePageOfBook> => (await chairman.get(url)).json<OnePageOfBook>();
const codeOf = (answer: Answer): string => answer.json<Problem>().code;
const next = (url: string, expectedLastNumber: number, who = chairman, more = {}): Promise<Answer> =>
  who.send('POST', `${url}/next-volume`, { decision: 'Quyết định số 40/QĐ-UBND ngày 18/11/2019', pin: PIN, expectedLastNumber, ...more });
/** Whoever signs looks again until what she saw is what stands there. */
const turn = async (url: string): Promise<void> => {
  for (;;) {
    const answer = await next(url, (await view(url)).book.lastNumber);
    if (answer.status === 200 || codeOf(answer) === 'volume-empty') return;
    if (codeOf(answer) !== 'book-grew') throw new Error(answer.text);
  }
};
const pdf = async (url: string): Promise<string> =>
  pdfText((await world.app.inject({ method: 'GET', url, headers: { cookie: chairman.cookie ?? '' } })).rawPayload).normalize('NFC').replaceAll(/\s+/gu, ' ');

beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [officer, chairman] = [await world.signIn('tuphap.kybac'), await world.signIn('chutich.kybac')];
  for (let i = 0; i < 3; i += 1) await receive();
  await certify();
}, 120_000);
afterAll(() => world.close());

it('a volume is followed by decision of the head alone, who sees what she closes, and not while it is unsigned or empty', async () => {
  expect(codeOf(await next(REGISTER, 3))).toBe('book-not-opened');
  for (const url of [REGISTER, COPIES]) expect((await chairman.send('POST', `${url}/open`, { decision: 'QĐ 02', pin: PIN })).status).toBe(200);
  expect(codeOf(await next(REGISTER, 3, officer))).toBe('not-the-head');
  expect(codeOf(await next(REGISTER, 3, chairman, { pin: '111111' }))).toBe('pin-wrong');
  expect((await next(REGISTER, 3, chairman, { decision: ' ' })).json<Problem>().fieldErrors?.[0]?.path).toBe('decision');
  expect(codeOf(await next(REGISTER, 2))).toBe('book-grew');
  expect((await next(REGISTER, 3, await world.signIn('buudien.kyphong'))).status).toBe(404);
  const book = (await next(REGISTER, 3)).json<BookSignedAnswer>().book;
  expect(book).toMatchObject({ name: '02/2019', volume: 2, volumes: 2, firstNumber: 4, lastNumber: 3, state: 'open', isCurrent: true, decision: 'Quyết định số 40/QĐ-UBND ngày 18/11/2019' });
  expect(codeOf(await next(REGISTER, 3))).toBe('volume-empty');
  const acts = await rows<{ act: string; book: string }>(
    `select act, body::jsonb->'data'->>'book' as book from motcua.journal where chain_id = 'desk:ky-bac' and act in ('open-book', 'close-book') order by seq`);
  expect(acts).toEqual([{ act: 'open-book', book: '01/2019' }, { act: 'close-book', book: '01/2019' }, { act: 'open-book', book: '02/2019' }]);
});

it('numbers go on, and each paper, entry and answer names the volume it stands in, whoever turns the page meanwhile', async () => {
  const sent: Promise<Answer>[] = [];
  for (let i = 0; i < 30; i += 1) sent.push(i % 2 === 0 ? receive() : certify());
  for (let i = 0; i < 3; i += 1) for (const url of [REGISTER, COPIES]) await turn(url);
  const answers = await Promise.all(sent);
  for (const answer of answers) expect(answer.status, answer.text).toBe(201);
  for (const url of [REGISTER, COPIES]) await turn(url);
  await receive();
  await certify();

  const volumes = async (series: string) => rows<{ volume: number; first: number; last: number | null }>(
    'select volume, first_number as first, last_number as last from motcua.register_book where series = $1 order by volume', [series]);
  const inVolume = (ranges: Awaited<ReturnType<typeof volumes>>, number: number): string =>
    String(ranges.find(({ first, last }) => first <= number && number <= (last ?? Infinity))?.volume).padStart(2, '0');
  const registers = await volumes('register:ky-bac');
  const books = await volumes('certification:SCT/BS:xa-ky-bac');
  expect(registers.map(({ volume }) => volume)).toEqual(registers.map((_one, i) => i + 1));
  for (const ranges of [registers, books]) {
    expect(ranges.length).toBeGreaterThan(1);
    for (const [i, { first }] of ranges.entries()) expect(first).toBe(i === 0 ? 1 : (ranges[i - 1]?.last ?? NaN) + 1);
  }
  const receipts = await rows<{ number: number; register: { book: string; order: string } }>(
    `select e.number, p.payload->'register' as register from motcua.register_entry e join motcua.issued_paper p using (province_id, dossier_id) where p.kind = 'intake-receipt' order by 1`);
  expect(receipts.map(({ number }) => number)).toEqual(receipts.map((_one, i) => i + 1));
  for (const { number, register } of receipts) expect(register).toEqual({ book: `${inVolume(registers, number)}/2019`, order: String(number).padStart(2, '0') });
  const entries = await rows<{ number: number; book: string }>('select number, book from motcua.certification_entry order by number');
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_one, i) => i + 1));
  for (const { number, book } of entries) expect(book).toBe(`${inVolume(books, number)}/2019-SCT/BS`);
  const said = answers.flatMap((answer) => answer.json<{ lines?: { book: string; number: number }[] }>().lines ?? []);
  expect(said.length).toBeGreaterThan(20);
  for (const { book, number } of said) expect(book).toBe(entries.find((entry) => entry.number === number)?.book);
  const journalled = await rows<{ book: string }>(`select distinct body::jsonb->'data'->>'book' as book from motcua.journal where act = 'resolve-at-desk' order by 1`);
  expect(journalled.map(({ book }) => book)).toEqual(books.map(({ volume }) => `0${volume}/2019-SCT/BS`));
  expect((await verifySeries(world.database.pool, 42)).findings).toEqual([]);
});

it('a corrected receipt names the volume of its line', async () => {
  const [old] = await rows<{ id: string; code: string; revision: number; order: string }>(
    `select d.dossier_id as id, d.code, d.revision, e.number::text as order from motcua.dossier d join motcua.register_entry e using (province_id, dossier_id) where e.number = 1`);
  const { dossierId: _id, batchId: _batch, channel: _channel, regime: _regime, returnWish: _wish, setCount: _sets, fees, ...corrected } = receiveCommand('ky-bac', birth);
  const answer = await officer.send('POST', `/api/desk/dossiers/${old?.id}/supersede-receipt`, { ...corrected, fees, revision: old?.revision, reason: 'Sai họ tên' });
  expect(answer.status, answer.text).toBe(200);
  const [paper] = await rows<{ register: object }>(`select payload->'register' as register from motcua.issued_paper where dossier_id = $1 and superseded_at is null and kind = 'intake-receipt'`, [old?.id]);
  expect(paper).toEqual({ register: { book: '01/2019', order: '01' } });
});

it('lists, pages, files and prints are of a volume or of the whole year', async () => {
  const all = (await chairman.get('/api/books')).json<BooksView>().books.filter(({ slug }) => slug === 'sct-bs');
  expect(all.map(({ volume, isCurrent, state }) => [volume, isCurrent, state])).toEqual(all.map((_one, i) => [i + 1, i === all.length - 1, i === all.length - 1 ? 'open' : 'closed']));
  const whole = await view(COPIES);
  expect(whole.book).toMatchObject({ volume: null, volumes: all.length, firstNumber: 1, isCurrent: false, name: `01/2019-SCT/BS đến 0${all.length}/2019-SCT/BS` });
  const second = await view(`${COPIES}?volume=2`);
  expect(second.lines.map(({ number }) => number)).toEqual(whole.lines.map(({ number }) => number).filter((number) => number >= second.book.firstNumber && number <= second.book.lastNumber));
  expect(second.months.reduce((sum, n) => sum + n, 0)).toBe(second.lines.length);
  const lineCount = async (url: string) => (await chairman.get(url)).text.trimEnd().split('\r\n').length - 1;
  expect([await lineCount(`${COPIES}.csv`), await lineCount(`${COPIES}.csv?volume=2`)]).toEqual([whole.lines.length, second.lines.length]);
  expect((await chairman.get(`${COPIES}.csv?volume=2`)).headers['content-disposition']).toContain('sct-bs-xa-ky-bac-2019-quyen-02.csv');
  for (const query of ['?volume=99', '.csv?volume=99', '.pdf?volume=99']) expect((await chairman.get(`${COPIES}${query}`)).status).toBe(404);
  expect((await chairman.get(`${COPIES}?volume=0`)).status).toBe(400);
  const registerSecond = await view(`${REGISTER}?volume=2`);
  expect(registerSecond.lines.map(({ number }) => number)).toEqual(Array.from({ length: registerSecond.book.lastNumber - 3 }, (_, i) => i + 4));
  const year = await pdf(`${REGISTER}.pdf`);
  expect(year).toContain('01/2019 đến');
  expect(await pdf(`${COPIES}.pdf?volume=2`)).toContain('Quyển số: 02/2019-SCT/BS');
}, 60_000);

it('a closed volume prints again as it was signed, whatever became of its dossiers', async () => {
  const url = `${REGISTER}.pdf?volume=1`;
  const before = await pdf(url);
  expect(before).toContain('ghi 3 hồ sơ, từ số thứ tự 01 đến số thứ tự 03');
  world.wait(3_600);
  await rows(`update motcua.dossier d set procedure_name = 'Tên khác', state = 'withdrawn' from motcua.register_entry e where e.dossier_id = d.dossier_id and e.number <= 3`);
  expect(await pdf(url)).toBe(before);
  const [kept] = await rows<{ prints: number }>('select count(*)::int as prints from motcua.book_print');
  expect(kept?.prints).toBe((await rows('select from motcua.register_book where closed_at is not null')).length);
}, 60_000);

it('when the year is over the last volume is closed with the sum of the year, and no other is opened', async () => {
  world.wait(Math.round((Date.parse('2020-01-02T08:00:00+07:00') - world.realNow()) / 1000));
  chairman = await world.signIn('chutich.kybac');
  const { lastNumber, volumes } = (await view(COPIES)).book;
  expect(codeOf(await next(COPIES, lastNumber))).toBe('year-over');
  const closed = await chairman.send('POST', `${COPIES}/close`, { expectedLastNumber: lastNumber, pin: PIN });
  expect(closed.json<BookSignedAnswer>().book).toMatchObject({ state: 'closed', volume: volumes, lastNumber });
  expect(await pdf(`${COPIES}.pdf?volume=${volumes}`)).toContain(`Tổng số việc chứng thực đã thực hiện trong năm 2019: ${lastNumber}.`);
  expect(await pdf(`${COPIES}.pdf?volume=1`)).not.toContain('Tổng số');
}, 60_000);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { BookSignedAnswer, BooksView, OnePageOfBook } from '#wire/books.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import { certifyCommand, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { pdfText } from '#testing/pdf-text.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import { verifySeries } from './verify-series.ts';

const PIN = '246810';
const BOOK = '/api/books/theo-doi/ky-bac/2019';
const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');

let world: ServedWorld;
let officer: Caller;
let chairman: Caller;
const rows = async <T>(sql: string, values: unknown[] = []): Promise<readonly T[]> => (await world.database.migratorPool.query(sql, values)).rows as T[];
const receive = (who: Caller, more: object = {}) => who.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, more as never));
const received = async (who: Caller, more: object = {}): Promise<DossierReceivedAnswer> => {
  const answer = await receive(who, more);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<DossierReceivedAnswer>();
};
const view = async (who: Caller, url = BOOK): Promise<OnePageOfBook> => {
  const answer = await who.get(url);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<OnePageOfBook>();
};
const codeOf = (answer: Answer): string => answer.json<Problem>().code;
const secondsUntil = (moment: string): number => Math.round((Date.parse(moment) - world.realNow()) / 1000);
const signInAll = async () => {
  [officer, chairman] = await Promise.all([world.signIn('tuphap.kybac'), world.signIn('chutich.kybac')]);
};

beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  await signInAll();
}, 120_000);
afterAll(() => world.close());

describe('a book of the year', () => {
  it('counts from 01, and each receipt names the book and its order number', async () => {
    const first = await received(officer);
    const second = await received(officer);
    const page = await view(officer);
    expect(page.lines.map((line) => [line.number, line.code])).toEqual([[1, first.code], [2, second.code]]);
    expect(page.book).toMatchObject({ name: '01/2019', state: 'unsigned', lastNumber: 2, isHead: false });
    expect(page.months).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0]);
    const papers = await rows<{ payload: { number: string; register: object } }>('select payload from motcua.issued_paper where paper_id = $1', [second.paperId]);
    expect(papers[0]?.payload).toMatchObject({ number: '0002', register: { book: '01/2019', order: '02' } });
  });
  it('a refused reception takes no number of it', async () => {
    expect((await receive(officer, { procedureVersion: 99 })).status).toBe(409);
    expect((await view(officer)).book.lastNumber).toBe(2);
  });
  it('copies certified at once stand in the certification book, an appointment in the register', async () => {
    const [signer] = (await officer.get('/api/desk/catalogue')).json<DeskCatalogueView>().signers;
    const now = await officer.send('POST', '/api/desk/certifications', certifyCommand('ky-bac', copies, { signerId: signer?.accountId }));
    expect(now.status).toBe(201);
    expect((await view(officer)).book.lastNumber).toBe(2);
    const later = await officer.send('POST', '/api/desk/certifications', certifyCommand('ky-bac', copies, { resolvedNow: false } as never));
    expect(later.status).toBe(201);
    const page = await view(officer);
    expect(page.lines.at(-1)).toMatchObject({ number: 3, code: later.json<{ code: string }>().code });
    const papers = await rows<{ register: object }>(`select payload->'register' as register from motcua.issued_paper p join motcua.dossier d using (province_id, dossier_id) where d.code = $1`, [later.json<{ code: string }>().code]);
    expect(papers).toEqual([{ register: { book: '01/2019', order: '03' } }]);
    const certified = await view(chairman, '/api/books/sct-bs/xa-ky-bac/2019');
    expect(certified.book.name).toBe('01/2019-SCT/BS');
    expect(certified.lines.every((line) => line.kind === 'certification')).toBe(true);
    expect(certified.lines.map((line) => line.signedBy)).toEqual(certified.lines.map(() => `${signer?.name}, ${signer?.title}`));
    expect(certified.lines.map((line) => line.number)).toEqual(certified.lines.map((_line, i) => i + 1));
  });
  it('is searched by name without tones, by code and by order number, and read month by month', async () => {
    const [first] = (await view(officer)).lines;
    expect((await view(officer, `${BOOK}?q=02`)).lines.map((line) => line.number)).toEqual([2]);
    expect((await view(officer, `${BOOK}?q=${first?.code.slice(-11)}`)).lines.map((line) => line.number)).toEqual([1]);
    expect((await view(officer, `${BOOK}?q=nguyen`)).lines.length).toBeGreaterThan(0);
    expect((await view(officer, `${BOOK}?q=%25`)).lines).toEqual([]);
    expect((await view(officer, `${BOOK}?month=11`)).lines).toHaveLength(3);
    expect((await view(officer, `${BOOK}?month=10`)).lines).toEqual([]);
  });
  it('belongs to its desk and its commune; to nobody else it is not there', async () => {
    const [other, district] = await Promise.all([world.signIn('buudien.kyphong'), world.signIn('chuyenvien.stp')]);
    for (const who of [other, district]) {
      for (const url of [BOOK, `${BOOK}.csv`, `${BOOK}.pdf`]) expect((await who.get(url)).status).toBe(404);
      expect((await who.send('POST', `${BOOK}/open`, { decision: 'QĐ', pin: PIN })).status).toBe(404);
    }
    expect((await officer.get('/api/books/theo-doi/ky-bac/2018')).status).toBe(404);
    expect((await other.get('/api/books')).json<BooksView>().books.map((one) => one.holderId)).toEqual(['ky-phong']);
    const own = (await chairman.get('/api/books')).json<BooksView>().books.map((one) => [one.slug, one.holderId, one.year]);
    expect(own).toEqual(expect.arrayContaining([['theo-doi', 'ky-bac', 2019], ['sct-bs', 'xa-ky-bac', 2019]]));
  });
});

describe('opening', () => {
  const open = (who: Caller, pin = PIN, decision = 'Quyết định số 02/QĐ-UBND ngày 02/01/2019') => who.send('POST', `${BOOK}/open`, { decision, pin });
  it('is the head’s alone, with her own PIN and a decision, and is in the desk’s journal', async () => {
    expect(codeOf(await open(officer))).toBe('not-the-head');
    const wrong = await open(chairman, '111111');
    expect([wrong.status, codeOf(wrong), wrong.json<Problem>().fieldErrors?.[0]?.path]).toEqual([422, 'pin-wrong', 'pin']);
    expect((await open(chairman, PIN, ' ')).json<Problem>().fieldErrors?.[0]?.path).toBe('decision');
    expect(await rows('select 1 from motcua.register_book')).toEqual([]);
    const opened = await open(chairman);
    expect(opened.json<BookSignedAnswer>().book).toMatchObject({ state: 'open', decision: 'Quyết định số 02/QĐ-UBND ngày 02/01/2019', isHead: true });
    expect(codeOf(await open(chairman))).toBe('book-opened-already');
    const [entry] = await rows<{ act: string; body: string }>(`select act, body from motcua.journal where chain_id = 'desk:ky-bac' order by seq desc limit 1`);
    expect(entry?.act).toBe('open-book');
    expect(entry?.body).not.toContain(PIN);
  });
  it('of a year that has not begun is refused', async () => {
    expect((await chairman.send('POST', '/api/books/theo-doi/ky-bac/2020/open', { decision: 'QĐ', pin: PIN })).status).toBe(404);
  });
  it('is not closed while its year runs', async () => {
    expect(codeOf(await chairman.send('POST', `${BOOK}/close`, { expectedLastNumber: 3, pin: PIN }))).toBe('year-not-over');
  });
});

describe('a whole book', () => {
  it('goes to Excel with the mark of UTF-8, every line, and no formula', async () => {
    await received(officer);
    const [one, two] = (await view(officer)).lines;
    await rows(`update motcua.dossier set procedure_name = '=1+1' where code = $1`, [one?.code]);
    await rows(`update motcua.dossier set parties = jsonb_set(parties, '{applicant,fullName}', to_jsonb($2::text)) where code = $1`, [two?.code, 'Trần Thị "Ế", con']);
    const answer = await officer.get(`${BOOK}.csv`);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.text.startsWith('\uFEFFSTT,Mã hồ sơ,Tên thủ tục hành chính')).toBe(true);
    expect(answer.text.trimEnd().split('\r\n')).toHaveLength(5);
    expect(answer.text).toContain(`'=1+1`);
    expect(answer.text).toContain('"Trần Thị ""Ế"", con"');
  });
  it('prints on the form of the year, with who opened it', async () => {
    const answer = await officer.get(`${BOOK}.pdf`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = await pdfText((await world.app.inject({ method: 'GET', url: `${BOOK}.pdf`, headers: { cookie: officer.cookie ?? '' } })).rawPayload);
    expect(text.normalize('NFC')).toContain('SỔ THEO DÕI HỒ SƠ');
    expect(text.replaceAll(' ', '')).toContain((await view(officer)).lines[1]?.code);
  }, 60_000);
  it('of certifications prints as the decree’s form, with the national title, the sum and the numbers of its lines', async () => {
    const url = '/api/books/sct-bs/xa-ky-bac/2019';
    expect(codeOf(await chairman.get(`${url}.pdf`))).toBe('book-not-opened');
    expect((await chairman.send('POST', `${url}/open`, { decision: 'Quyết định số 03/QĐ-UBND ngày 02/01/2019', pin: PIN })).status).toBe(200);
    const answer = await world.app.inject({ method: 'GET', url: `${url}.pdf`, headers: { cookie: chairman.cookie ?? '' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = pdfText(answer.rawPayload).normalize('NFC').replaceAll(/\s+/gu, ' ');
    const { lines } = await view(chairman, url);
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'ỦY BAN NHÂN DÂN XÃ KỲ BẮC', 'SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH', '01/2019-SCT/BS',
      'Quyết định số 03/QĐ-UBND ngày 02/01/2019', 'Họ tên của người yêu cầu chứng thực', 'Lê Thị Minh Họa', lines[0]?.signedBy ?? 'ghi tay', `có ${lines.length} việc chứng thực, từ số 01 đến số 0${lines.length}`, 'Trang 2/2',
    ]) expect(text).toContain(said);
    expect((await officer.get(`${url}.pdf`)).status).toBe(200);
    expect((await (await world.signIn('buudien.kyphong')).get(`${url}.pdf`)).status).toBe(404);
  }, 60_000);
  it('is not printed before it is opened: there is no first page yet', async () => {
    const clerk = await world.signIn('buudien.kyphong');
    expect(codeOf(await clerk.get('/api/books/theo-doi/ky-phong/2019.pdf'))).toBe('book-not-opened');
  });
});

describe('series', () => {
  it('are sound after all this', async () => {
    const report = await verifySeries(world.database.pool, 42);
    expect(report.findings).toEqual([]);
    expect(report.numbers).toBeGreaterThan(10);
  });
  it('name a gap and a duplicate that were planted', async () => {
    await rows(`update motcua.number_counter set last_number = last_number + 2 where series = 'register:ky-phong' or series = 'paper:intake-receipt:xa-ky-bac'`);
    await rows(`insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
                select province_id, gen_random_uuid(), dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by
                from motcua.issued_paper where kind = 'intake-receipt' and number = '0002'`);
    const { findings } = await verifySeries(world.database.pool, 42);
    expect(findings.map(({ text }) => text)).toEqual([
      'Giấy …/TNHS (xa-ky-bac), 2019: thiếu các số từ 5 đến 6',
      'Giấy …/TNHS (xa-ky-bac), 2019: số 2 ghi 2 lần',
    ]);
    await rows(`insert into motcua.number_gap values (42, 'paper:intake-receipt:xa-ky-bac', '2019', 5, 6, 'lease-returned', 'thử', now(), 'thử')`);
    expect((await verifySeries(world.database.pool, 42)).findings.map(({ finding }) => finding.kind)).toEqual(['duplicate']);
  });
});

describe('at New Year', () => {
  it('the book of the new year begins at midnight of business time, however many receive at once', async () => {
    world.wait(secondsUntil('2019-12-31T23:59:40+07:00'));
    await signInAll();
    const before = (await view(officer)).book.lastNumber;
    expect((await received(officer)).receivedAt.slice(0, 4)).toBe('2019');
    const sent: Promise<Answer>[] = [];
    for (let i = 0; i < 24; i += 1) {
      sent.push(receive(officer));
      world.wait(1);
    }
    for (const answer of await Promise.all(sent)) expect(answer.status).toBe(201);
    expect((await received(officer)).receivedAt.slice(0, 10)).toBe('2020-01-01');
    const entries = await rows<{ year: number; number: number; enteredIn: number; code: string }>(
      `select e.year, e.number, extract(year from e.entered_at at time zone 'Asia/Ho_Chi_Minh')::int as "enteredIn", d.code
       from motcua.register_entry e join motcua.dossier d using (province_id, dossier_id) where e.desk_id = 'ky-bac' order by e.year, e.number`);
    expect(entries.every((entry) => entry.year === entry.enteredIn)).toBe(true);
    expect(entries).toHaveLength(before + 26);
    for (const year of [2019, 2020]) {
      const numbers = entries.filter((entry) => entry.year === year).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_n, i) => i + 1));
      expect(numbers.length).toBeGreaterThan(0);
    }
    expect((await verifySeries(world.database.pool, 42)).findings.map(({ finding }) => finding.kind)).toEqual(['duplicate']);
  }, 60_000);

  it('the old book is closed by the head, who sees what she signs; faults in its numbers come first', async () => {
    const close = (expectedLastNumber: number, who = chairman, pin = PIN) => who.send('POST', `${BOOK}/close`, { expectedLastNumber, pin });
    const { lastNumber } = (await view(chairman)).book;
    expect((await view(chairman)).book.state).toBe('to-close');
    expect(codeOf(await close(lastNumber, officer))).toBe('not-the-head');
    expect(codeOf(await close(lastNumber - 1))).toBe('book-grew');
    await rows(`update motcua.number_counter set last_number = last_number + 1 where series = 'register:ky-bac' and period = '2019'`);
    const faulty = await close(lastNumber + 1);
    expect(codeOf(faulty)).toBe('numbers-at-fault');
    expect(faulty.json<Problem>().detail).toContain(`thiếu số ${lastNumber + 1}`);
    await rows(`insert into motcua.number_gap values (42, 'register:ky-bac', '2019', $1, $1, 'spoilt', 'Hỏng', now(), 'thử')`, [lastNumber + 1]);
    const closed = await close(lastNumber + 1);
    expect(closed.json<BookSignedAnswer>().book).toMatchObject({ state: 'closed', unusedCount: 1, lastNumber: lastNumber + 1 });
    expect(codeOf(await close(lastNumber + 1))).toBe('book-closed');
    expect(codeOf(await chairman.send('POST', `${BOOK}/open`, { decision: 'QĐ', pin: PIN }))).toBe('book-closed');
  });

  it('nothing enters a closed book, and what was refused took no number anywhere', async () => {
    const counters = () => rows(`select series, period, last_number from motcua.number_counter order by 1, 2`);
    await rows(`update motcua.number_counter set closed_at = now() where period = '2020' and (series = 'register:ky-bac' or series like 'certification:%')`);
    await rows(`insert into motcua.number_counter values (42, 'certification:SCT/BS:xa-ky-bac', '2020', 0, now()) on conflict do nothing`);
    const before = await counters();
    const refused = await receive(officer);
    expect([refused.status, codeOf(refused)]).toEqual([422, 'register-closed']);
    const certified = await officer.send('POST', '/api/desk/certifications', certifyCommand('ky-bac', copies));
    expect([certified.status, codeOf(certified)]).toEqual([422, 'book-closed-for-good']);
    const later = await officer.send('POST', '/api/desk/certifications', certifyCommand('ky-bac', copies, { resolvedNow: false } as never));
    expect(codeOf(later)).toBe('register-closed');
    expect(await counters()).toEqual(before);
  });

  it('of other series no number of one ever stands in another: form, agency and year are apart', async () => {
    const [{ count: mixed } = { count: -1 }] = await rows<{ count: number }>(
      `select count(*)::int as count from motcua.number_counter c join motcua.number_counter o on o.series = c.series and o.period = c.period and o.ctid <> c.ctid`);
    expect(mixed).toBe(0);
  });
});

it('a wrong PIN is counted, so that guessing locks it', async () => {
  const head = await world.signIn('chutich.kyphong');
  const url = '/api/books/theo-doi/ky-phong/2020/open';
  const codes = [];
  for (let i = 0; i < 7; i += 1) codes.push(codeOf(await head.send('POST', url, { decision: 'QĐ', pin: '111111' })));
  expect(codes.slice(0, 5)).toEqual(Array(5).fill('pin-wrong'));
  expect(codes).toContain('pin-locked');
});

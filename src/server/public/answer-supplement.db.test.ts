// Papers sent online: by whom, how often and for which dossier.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ChosenFile, MULTIPART, aPdf, aPhoto, answerForm } from '#testing/answer-form.ts';
import { BIRTH, CARD, NATIONALITY, onlineAnswers } from '#testing/online-answers.ts';
import type { Answer } from '#testing/served-world.ts';

const PEOPLE = ['Nguyễn Văn Ổi', 'Nguyễn Thị Sen', 'Phan Thị Ngọc Lựu', '183456789', '0912345678', 'Lạc Tiến'];

const { world, sql, asked, post, plain, both, send, answersOf, rowOf, actsOf, noticesOf } = onlineAnswers();

describe('the way to the page', () => {
  it('leads from the answer of tracking to the same list, small, without script, naming nobody', async () => {
    const { code } = await asked();
    const tracked = await plain('/tra-cuu', code);
    expect(tracked.text).toContain('action="/bo-sung"');
    const page = await plain('/bo-sung', code);
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('private, no-cache');
    for (const words of [BIRTH, NATIONALITY, 'Bản đã nộp thiếu dấu', 'Giấy tờ chưa đủ căn cứ', '14/12/2019', 'name="giay-2"', 'enctype="multipart/form-data"', 'Sau khi gửi', 'Ủy ban nhân dân huyện Kỳ Anh']) expect(page.text).toContain(words);
    for (const secret of PEOPLE) expect(page.text).not.toContain(secret);
    expect(page.text).not.toMatch(/<script|undefined|null|\[object|style=/);
    const css = (await world().anybody.get(/href="(\/cong-khai\/[^"]+\.css)"/.exec(page.text)?.[1] ?? '')).text;
    expect(gzipSync(page.text).length + gzipSync(css).length).toBeLessThan(15 * 1024);
    expect(Buffer.byteLength(page.text)).toBeLessThan(15 * 1024);
  });

  it('is opened by the digits like tracking itself, and an address alone leads back', async () => {
    const { code } = await asked();
    expect((await plain('/bo-sung', code, '0000')).status).toBe(422);
    for (const address of ['/bo-sung', '/bo-sung/gui']) expect((await world().anybody.get(address)).headers['location']).toBe('/tra-cuu');
  });

  it.each(['in-process', 'stopped', 'ready-to-return'] as const)('is not offered when nothing is waited for: %s', async (state) => {
    const { code } = await asked({ state });
    expect((await plain('/tra-cuu', code)).text).not.toContain('action="/bo-sung"');
    expect((await plain('/bo-sung', code)).text).not.toContain('giay-1');
  });

  it('is not offered where the desk does not take papers online', async () => {
    const { code, id } = await asked();
    await sql(`update motcua.desk set online_answers = '[{"value": true, "validFrom": "2018-06-21"}, {"value": false, "validFrom": "2019-11-18"}]' where desk_id = 'ky-bac'`);
    try {
      expect((await plain('/tra-cuu', code)).text).not.toContain('action="/bo-sung"');
      const refused = await send(code);
      expect([refused.status, await answersOf(id)]).toEqual([409, []]);
      expect(refused.text).toContain('không nhận giấy tờ bổ sung qua mạng');
    } finally {
      await sql(`update motcua.desk set online_answers = '[{"value": true, "validFrom": "2018-06-21"}]' where desk_id = 'ky-bac'`);
    }
    expect((await plain('/tra-cuu', code)).text).toContain('action="/bo-sung"');
  });
});

describe('what is sent', () => {
  it('waits for the officer: received at its moment, told to the citizen, journalled by nobody’s account', async () => {
    const { code, id } = await asked();
    const done = await send(code, both(), { 'ghi-chu': '  Bản chính tôi mang đến sau  ' });
    expect(done.status).toBe(200);
    expect(done.text).toContain('Đã nhận giấy tờ bổ sung');
    expect(done.text).toContain('Thứ Hai, 18/11/2019');
    expect(done.text).toContain(`${BIRTH} <span class="soft">(2 tệp)`);
    for (const secret of PEOPLE) expect(done.text).not.toContain(secret);
    expect(await answersOf(id)).toEqual([{ no: 1, factor: 'applicant-identity', decision: null, files: 3, note: 'Bản chính tôi mang đến sau', late: false }]);
    expect(await rowOf(id)).toMatchObject({ state: 'supplement-asked', waits: true, revision: 2 });
    expect([await actsOf(id), await noticesOf(id)]).toEqual([['answer-supplement'], ['supplement-sent']]);
    const [entry] = await sql<{ body: string; chain: string; account: string }>('select body, chain_id as chain, account_id as account from motcua.journal where dossier_id = $1', [id]);
    expect(entry).toMatchObject({ chain: 'unit:huyen-ky-anh', account: '00000000-0000-0000-0000-000000000000' });
    for (const secret of PEOPLE) expect(entry?.body).not.toContain(secret);
    const desk = await world().signIn('tuphap.kybac');
    const today = (await desk.get('/api/desk/today?deskId=ky-bac')).json<{ supplements: { dossierId: string; answerSentAt?: string }[] }>();
    expect(today.supplements.find((one) => one.dossierId === id)?.answerSentAt).toContain('2019-11-18T');
    const tracked = await plain('/tra-cuu', code);
    expect(tracked.text).toContain('Đã gửi giấy tờ bổ sung, chờ cơ quan xem');
    expect(tracked.text).not.toContain('action="/bo-sung"');
  });

  it('in part says what did not come', async () => {
    const { code } = await asked();
    expect((await send(code, [{ field: 'giay-2', content: aPdf() }])).text).toContain(`Chưa gửi: <b>${BIRTH}</b>`);
  });

  it('by a phone, or by the owner, is known as such', async () => {
    const { code, id } = await asked({ owner: { fullName: 'Chủ', phone: '0987654321', identity: { kind: 'personal-number', number: '042209001234' } } });
    expect((await send(code, both(), { 'dinh-danh': '042 209 001 234' })).status).toBe(200);
    const other = await asked();
    expect((await send(other.code, both(), { 'dinh-danh': '+84 912 345 678' })).status).toBe(200);
    expect([(await answersOf(id))[0]?.factor, (await answersOf(other.id))[0]?.factor]).toEqual(['owner-identity', 'applicant-phone']);
  });

  it('twice has one effect: the same again, from a second window, or both at once', async () => {
    const { code, id } = await asked();
    const khoa = randomUUID();
    const files = both();
    const twice = await Promise.all([send(code, files, { khoa }), send(code, files, { khoa })]);
    expect(twice.map((one) => one.status)).toEqual([200, 200]);
    const again = await send(code, files, { khoa });
    const other = await send(code, both());
    for (const one of [...twice, again]) expect(one.text).toContain('Đã nhận giấy tờ bổ sung');
    // what came beside it was thrown away, and is not said to have been received
    expect(other.status).toBe(409);
    for (const words of ['Giấy tờ vừa gửi không được nhận.', 'đang chờ cơ quan xem', 'Giấy tờ đã nhận trước đó']) expect(other.text).toContain(words);
    expect(other.text).not.toContain('Đã nhận giấy tờ bổ sung');
    expect(await answersOf(id)).toHaveLength(1);
    expect([await actsOf(id), (await rowOf(id))?.revision]).toEqual([['answer-supplement'], 2]);
  });

  it('of many at once with keys of their own one is taken', async () => {
    const { code, id } = await asked();
    const all = await Promise.all(Array.from({ length: 6 }, () => send(code)));
    expect(all.map((one) => one.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await answersOf(id)).toHaveLength(1);
  });

  it('after the citizen’s own limit is taken and said to be late, until the dossier is stopped', async () => {
    const { code, id } = await asked();
    await sql(`update motcua.supplement_request set answer_by = '2019-11-15T17:30:00+07:00' where dossier_id = $1`, [id]);
    for (const page of ['/tra-cuu', '/bo-sung']) expect((await plain(page, code)).text).toContain('Đã quá hạn bổ sung');
    expect((await send(code)).text).toContain('sau hạn bổ sung');
    expect(await answersOf(id)).toMatchObject([{ late: true }]);
    const stopped = await asked({ state: 'stopped' });
    const refused = await send(stopped.code);
    expect([refused.status, await answersOf(stopped.id)]).toEqual([409, []]);
    expect(refused.text).toContain('Giấy tờ vừa gửi không được nhận.');
  });
});

describe('who may not send', () => {
  it.each([['digits only', '6789'], ['another number', '183456780'], ['nothing', '']])('%s: nothing is kept, and the page says so at the field with what was typed', async (_what, number) => {
    const { code, id } = await asked();
    const before = await sql('select 1 from motcua.stored_file');
    const refused = await send(code, both(), { 'dinh-danh': number, 'ghi-chu': 'Tôi gửi lại' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="dinh-danh-loi"');
    expect(refused.text).toContain('chọn lại tệp');
    expect(refused.text).toContain('Tôi gửi lại');
    expect(refused.headers['cache-control'], 'it may repeat a whole number').toBe('no-store');
    for (const secret of PEOPLE) expect(refused.text).not.toContain(secret);
    expect([await answersOf(id), await sql('select 1 from motcua.stored_file')]).toEqual([[], before]);
  });

  it('guesses of the number are counted with those of the digits, and then the right one is shut out too', async () => {
    const { code, id } = await asked();
    for (let i = 0; i < 4; i += 1) expect((await send(code, [], { 'dinh-danh': `18345670${i}` })).status).toBe(422);
    expect((await send(code, [], { 'dinh-danh': '183456704' })).text).toContain('Đã nhập sai nhiều lần');
    const locked = await send(code);
    expect([locked.status, locked.headers['retry-after'], await answersOf(id)]).toEqual([429, '600', []]);
    expect((await plain('/tra-cuu', code)).status).toBe(429);
  });

  it('without the digits the list is not shown again to whoever guesses', async () => {
    const { code } = await asked();
    const refused = await send(code, both(), { 'dinh-danh': '183456700', so: '0000' });
    expect(refused.status).toBe(422);
    expect(refused.text).not.toContain(BIRTH);
  });

  it('the number of one dossier opens no other', async () => {
    const mine = await asked();
    const theirs = await asked({ applicant: { phone: '0987000111', identity: { kind: 'old-identity-card', number: '183999888' } } });
    expect((await send(theirs.code)).status).toBe(422);
    expect([await answersOf(mine.id), await answersOf(theirs.id)]).toEqual([[], []]);
  });

  it('a second code behind the files opens nothing of that dossier', async () => {
    const [mine, other] = [await asked(), await asked({ state: 'stopped' })];
    const form = answerForm({ ma: mine.code, 'dinh-danh': CARD, 'ghi-chu': '' }, both()).toString('latin1');
    const end = form.lastIndexOf('--bien-gioi--');
    const second = `${form.slice(0, end)}--bien-gioi\r\nContent-Disposition: form-data; name="ma"\r\n\r\n${other.code}\r\n--bien-gioi--\r\n`;
    const done = await post('/bo-sung/gui', Buffer.from(second, 'latin1'), MULTIPART);
    expect([done.status, done.text.includes(mine.code), done.text.includes(other.code)]).toEqual([200, true, false]);
  });

  it('of one dossier no more than eight forms are read at once, and each goes on afterwards', async () => {
    const { code, id } = await asked();
    const bytes = answerForm({ ma: code, 'dinh-danh': CARD }, both());
    const open = Array.from({ length: 8 }, () => {
      const form = new Readable({ read: () => undefined });
      form.push(bytes.subarray(0, bytes.length - 100));
      return { form, sent: post('/bo-sung/gui', form, MULTIPART) };
    });
    const tooLong = (): Promise<Answer> => send(code, both(), { 'ghi-chu': 'x'.repeat(501) });
    await expect.poll(async () => (await tooLong()).status, { timeout: 60_000 }).toBe(429);
    const turned = await tooLong();
    expect([turned.headers['retry-after'], turned.text.includes('Xin quý vị thử lại sau 1 phút')]).toEqual(['60', true]);
    expect((await send((await asked()).code)).status).toBe(200);
    for (const { form } of open) {
      form.push(bytes.subarray(bytes.length - 100));
      form.push(null);
    }
    expect((await Promise.all(open.map(({ sent }) => sent))).map(({ status }) => status)).toEqual(open.map(() => 200));
    expect((await tooLong()).status).toBe(409);
    expect(await answersOf(id)).toHaveLength(1);
  }, 120_000);

  it('a form of another site is turned away unread', async () => {
    const { code, id } = await asked();
    for (const [name, value] of [['sec-fetch-site', 'cross-site'], ['origin', 'https://xau.example']] as const) expect((await send(code, both(), {}, { [name]: value })).status).toBe(403);
    expect((await send(code, both(), { khoa: 'x' })).status).toBe(400);
    expect(await answersOf(id)).toEqual([]);
  });
});

describe('files', () => {
  const MB = 1_048_576;
  it.each<[string, readonly ChosenFile[], string, string]>([
    ['none', [{ field: 'giay-1', content: Buffer.alloc(0), name: '' }], 'Chưa có tệp nào được chọn', 'co-loi'],
    ['a program by the name of a photo', [{ field: 'giay-2', content: Buffer.from('MZ chương trình') }], 'không phải ảnh JPEG, PNG hoặc tệp PDF', 'giay-2-loi'],
    ['an empty file', [{ field: 'giay-1', content: Buffer.alloc(0) }], 'không phải ảnh JPEG', 'giay-1-loi'],
    ['one too large', [{ field: 'giay-1', content: aPhoto(10 * MB) }, { field: 'giay-2', content: aPdf() }], 'nặng hơn 10 MB', 'giay-1-loi'],
    ['too many', Array.from({ length: 21 }, () => ({ field: 'giay-1', content: aPhoto(10) })), 'tối đa 20 tệp', 'co-loi'],
    ['too much in all', Array.from({ length: 5 }, () => ({ field: 'giay-1', content: aPhoto(9 * MB) })), 'cộng lại nặng hơn 40 MB', 'co-loi'],
    ['to no line of the list', [{ field: 'giay-9', content: aPhoto() }], 'Chưa có tệp nào được chọn', 'co-loi'],
  ])('%s: refused in words, and kept nowhere', async (_what, files, words, place) => {
    const { code, id } = await asked();
    const before = await sql('select 1 from motcua.stored_file');
    const refused = await send(code, files);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(refused.text).toContain(`id="${place}"`);
    expect(refused.text).toContain(`value="${CARD}"`);
    expect([await answersOf(id), await sql('select 1 from motcua.stored_file')]).toEqual([[], before]);
  });

  it('two of one kind are told apart by their papers', async () => {
    const { code } = await asked();
    const { text } = await send(code, ['giay-1', 'giay-2'].map((field) => ({ field, content: Buffer.from('MZ chương trình') })));
    const lines = [...text.matchAll(/<li><a href="#giay-\d">([^<]+)</g)].map(([, line]) => line);
    expect(lines).toEqual([expect.stringContaining(`1. ${BIRTH}: `), expect.stringContaining(`2. ${NATIONALITY}: `)]);
  });

  it('a place left empty beside a chosen one is no file', async () => {
    const { code, id } = await asked();
    expect((await send(code, [{ field: 'giay-1', content: aPhoto() }, { field: 'giay-2', content: Buffer.alloc(0), name: '', type: 'application/octet-stream' }])).status).toBe(200);
    expect(await answersOf(id)).toMatchObject([{ files: 1 }]);
  });

  it('a form that breaks off is a page that says so', async () => {
    const { code } = await asked();
    const cut = answerForm({ ma: code, 'dinh-danh': CARD }, both()).subarray(0, -200);
    const answer = await post('/bo-sung/gui', cut, MULTIPART);
    expect([answer.status, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
  });
});

import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOSSIER_STATES } from '#core/dossier/state.ts';
import { servedWorld, type Answer, type ServedWorld } from '#testing/served-world.ts';
import { insertTracked } from '#testing/tracked-dossier.ts';

const CODE = '000.22.36.H27-191112-0001';
const PEOPLE = ['Nguyễn Văn Ổi', 'Nguyễn Thị Sen', 'Trần Văn Trúc', 'Phan Thị Ngọc Lựu', 'Võ Tá Quế', 'Lê Thị Nhài', '183456789', '0912345678', 'Lạc Tiến'];
const codeOf = (index: number): string => `000.22.36.H27-191112-${String(index + 100).padStart(4, '0')}`;

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  await insertTracked(world.database.pool, { code: CODE, state: 'in-process' });
  for (const [index, state] of DOSSIER_STATES.entries()) await insertTracked(world.database.pool, { code: codeOf(index), state });
}, 120_000);
afterAll(() => world.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let callers = 0;
/** Each call from an address of its own, unless told. */
const track = async (code: string, digits: string, address?: string): Promise<Answer> => {
  callers += 1;
  const response = await world.app.inject({
    method: 'POST', url: '/tra-cuu', headers: FORM, payload: new URLSearchParams({ ma: code, so: digits }).toString(),
    remoteAddress: address ?? `10.0.${Math.floor(callers / 250)}.${callers % 250}`,
  });
  return { status: response.statusCode, headers: response.headers, text: response.body, json: () => response.json() };
};
const shapeOf = (answer: Answer, code: string): string => answer.text.replaceAll(code, 'MÃ');

describe('tracking', () => {
  it.each([['phone', '5678'], ['identity number', '6789']])('opens with the last four digits of the %s', async (_what, digits) => {
    const answer = await track(CODE, digits);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Hồ sơ đang được giải quyết');
    expect(answer.text).toContain('thứ Ba, 26/11/2019');
    expect(answer.text).toContain('Vì sao là ngày này?');
    expect(answer.text).toContain('Đang xử lý');
    expect(answer.text).toContain('Phòng Tư pháp huyện Kỳ Anh');
    expect(answer.text).toContain('75.000 đồng');
    expect(answer.headers['cache-control']).toBe('private, no-cache');
  });

  it.each([['supplement-asked', 'chờ bổ sung giấy tờ'], ['awaiting-financial-duty', 'chờ thực hiện nghĩa vụ tài chính']] as const)('says of one that waits (%s) since when, why and how the date was reckoned', async (state, ground) => {
    const code = `000.22.36.H27-191112-00${state.length}`;
    await insertTracked(world.database.pool, { code, state });
    const { text } = await track(code, '5678');
    expect(text).toContain(`Tạm dừng tính thời gian từ thứ Năm, 14/11/2019, 10 giờ vì ${ground}`);
    expect(text).toContain('Vì sao là ngày này?');
    expect(text).not.toContain('<script');
    expect(Buffer.byteLength(text)).toBeLessThan(15_000);
  });

  it.each([['withdrawn', 'Rút hồ sơ theo yêu cầu'], ['stopped', 'Dừng giải quyết hồ sơ']] as const)('does not call done the step in hand when it was %s', async (state, cut) => {
    const code = `000.22.36.H27-191112-01${state.length}`;
    const id = await insertTracked(world.database.pool, { code, state });
    const steps = (result: string | null) => world.database.pool.query(
      `insert into motcua.dossier_step (province_id, dossier_id, line_no, step_id, name, role, unit_id, started_at, finished_at, result)
       values (42, $1, 9, 'b9', 'Thẩm định thực địa', 'agency-officer', 'ky-anh-tu-phap', '2019-11-14T08:00+07:00', '2019-11-15T08:00+07:00', $2)
       on conflict (province_id, dossier_id, line_no) do update set result = excluded.result`, [id, result]);
    await steps('passed');
    expect((await track(code, '5678')).text).toContain('Thẩm định thực địa');
    await steps(null);
    const { text } = await track(code, '5678');
    expect(text).not.toContain('Thẩm định thực địa');
    expect(text).toContain(`<b>${cut}</b>`);
  });

  it('opens for the owner as for the one who brought it', async () => {
    await insertTracked(world.database.pool, {
      code: '000.22.36.H27-191112-0077', state: 'received', owner: { fullName: 'Chủ', phone: undefined, identity: { kind: 'personal-number', number: '042209001234' } },
    });
    for (const digits of ['5678', '6789', '1234']) expect((await track('000.22.36.H27-191112-0077', digits)).status).toBe(200);
    expect((await track('000.22.36.H27-191112-0077', '4321')).status).toBe(422);
  });

  it('stays shut where neither phone nor number is known', async () => {
    await insertTracked(world.database.pool, { code: '000.22.36.H27-191112-0078', state: 'received', applicant: { phone: undefined, identity: { kind: 'none', number: '' } } });
    for (const digits of ['0000', '1111']) expect((await track('000.22.36.H27-191112-0078', digits)).status).toBe(422);
  });

  it('forgives small letters, blanks and the dash of a word processor', async () => {
    expect((await track(' 000.22.36.h27–191112 - 0001 ', ' 56 78')).status).toBe(200);
  });

  it('answers a wrong code and wrong digits alike', async () => {
    const wrongDigits = await track(CODE, '0000');
    const unknown = '000.22.36.H27-191112-9999';
    const wrongCode = await track(unknown, '0000');
    expect([wrongDigits.status, wrongCode.status]).toEqual([422, 422]);
    expect(shapeOf(wrongDigits, CODE)).toBe(shapeOf(wrongCode, unknown));
    expect(wrongDigits.headers['content-length']).toBe(wrongCode.headers['content-length']);
  });

  it.each([['that exists', codeOf(3)], ['that does not', '000.22.36.H27-191112-7777']])('locks a code %s after five wrong guesses, whoever makes them', async (_which, code) => {
    for (let i = 0; i < 5; i += 1) expect((await track(code, `000${i}`)).status).toBe(422);
    const locked = await track(code, '5678');
    expect(locked.status).toBe(429);
    expect(locked.headers['retry-after']).toBe('600');
    expect(locked.text).toContain('xin thử lại sau 10 phút');
    expect(locked.text).not.toContain('Hồ sơ của quý vị');
    world.wait(601);
    expect((await track(code, '5678')).status).toBe(code === codeOf(3) ? 200 : 422);
  });

  it('lets no more than five of a hundred guesses through that come at once', async () => {
    const code = codeOf(4);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => track(code, String(1000 + i))));
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(95);
  });

  it('locks a caller who tries code after code', async () => {
    for (let i = 0; i < 20; i += 1) expect((await track(`000.22.36.H27-191112-${3000 + i}`, '0000', '10.9.9.9')).status).toBe(422);
    expect((await track(CODE, '5678', '10.9.9.9')).status).toBe(429);
    expect((await track(CODE, '5678', '10.9.9.8')).status).toBe(200);
  });

  it('keeps no address and no code of a guess in the open', async () => {
    const { rows } = await world.database.pool.query<{ kept: string }>('select encode(subject_hash, \'escape\') as kept from motcua.guess_limit');
    expect(rows.length).toBeGreaterThan(0);
    for (const { kept } of rows) expect(kept).not.toMatch(/H27-|10\.\d+\.\d/);
  });

  it.each(DOSSIER_STATES.map((state, index) => [state, index] as const))('tells of %s in plain words, names no person, and fits a slow phone', async (state, index) => {
    world.wait(90_000); // yesterday's guesses are forgotten
    const answer = await track(codeOf(index), '5678');
    expect(answer.status).toBe(200);
    for (const secret of PEOPLE) expect(answer.text).not.toContain(secret);
    expect(answer.text).not.toMatch(/undefined|null|\[object|<script|style=|onclick/);
    if (state === 'supplement-asked') expect(answer.text).toContain('Giấy chứng sinh');
    if (state === 'ready-to-return') expect(answer.text).toContain('giấy tờ tùy thân');
    const css = (await world.anybody.get(/href="(\/cong-khai\/[^"]+\.css)"/.exec(answer.text)?.[1] ?? '')).text;
    expect(gzipSync(answer.text).length + gzipSync(css).length).toBeLessThan(15 * 1024);
  });
});

describe('the form', () => {
  it('tells at each field what is wrong, and keeps what was typed', async () => {
    const answer = await track('  x ', '12');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Lỗi: Tra cứu hồ sơ');
    expect(answer.text).toContain('Mã hồ sơ chưa đúng dạng');
    expect(answer.text).toContain('Cần nhập đúng bốn chữ số.');
    expect(answer.text).toContain('value="X"');
    expect((await track('', '')).text).toContain('Mã hồ sơ chưa được điền.');
    expect((await track('<script>alert(1)</script>', '1234')).text).not.toContain('<SCRIPT');
  });

  it('opened by the QR code has the code filled in and nothing personal', async () => {
    const answer = await world.anybody.get(`/q/${CODE}`);
    expect(answer.text).toContain(`value="${CODE}"`);
    const unknown = await world.anybody.get('/q/000.22.36.H27-191112-9999');
    expect(answer.text.replaceAll('0001', '')).toBe(unknown.text.replaceAll('9999', '').replaceAll('0001', ''));
    expect((await world.anybody.get('/q/..%2F')).status).toBe(404);
  });

  it('is not read beyond what a form needs', async () => {
    expect((await track('A'.repeat(5_000), '1234')).status).toBe(413);
    expect((await world.anybody.send('POST', '/tra-cuu', { ma: CODE, so: '5678' })).status).toBe(415);
    expect((await world.anybody.send('POST', '/tra-cuu', 'so=1&so=2&ma[]=x', FORM)).status).toBe(422);
  });
});

describe('procedures', () => {
  it('are found in everyday words without tones', async () => {
    const answer = await world.anybody.get('/thu-tuc?q=lam%20giay%20khai%20sinh%20cho%20chau');
    expect(answer.status).toBe(200);
    const first = /<ul class="links"><li><a href="([^"]+)">([^<]+)</.exec(answer.text.replace(/\n/g, ''));
    expect(first?.[2]).toContain('khai sinh');
    const page = await world.anybody.get(first?.[1] ?? '');
    for (const heading of ['Cần mang theo', 'Phí, lệ phí', 'Thời hạn giải quyết', 'Ai giải quyết', 'Nộp ở đâu']) expect(page.text).toContain(heading);
    expect(page.text).toContain('Điểm Bưu điện - Văn hóa xã Kỳ Bắc');
  });

  it('each have a page that holds together', async () => {
    const list = await world.anybody.get('/thu-tuc');
    const addresses = [...list.text.matchAll(/href="(\/thu-tuc\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) {
      const page = await world.anybody.get(address);
      expect([address, page.status]).toEqual([address, 200]);
      expect(page.text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(gzipSync(page.text).length).toBeLessThan(11 * 1024);
    }
  });

  it('that do not exist are a page that says so, with a way on', async () => {
    for (const address of ['/thu-tuc/9.999999', '/khong-co', '/thu-tuc?q=zzzz']) {
      const answer = await world.anybody.get(address);
      expect(answer.text).toContain('Không tìm thấy');
      expect(answer.headers['content-type']).toContain('text/html');
    }
  });
});

it('the front page leads to tracking, procedures, the desks and the staff', async () => {
  const { text } = await world.anybody.get('/');
  for (const words of ['Tra cứu hồ sơ', 'Tìm thủ tục', 'Điểm Bưu điện - Văn hóa xã Kỳ Bắc', 'Dành cho cán bộ, nhân viên', 'Dữ liệu minh họa', 'tel:']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('lang="vi"');
});

describe('a world of many desks', () => {
  let many: ServedWorld;
  beforeAll(async () => {
    many = await servedWorld('hatinh-2026');
  }, 120_000);
  afterAll(() => many.close());

  it('leads to the near one by the name of the commune, and no page grows with their number', async () => {
    const front = await many.anybody.get('/');
    expect(front.text).toContain('Xin tìm nơi gần quý vị');
    expect(front.text).toContain('Ví dụ: H27.22.36-261123-0001');
    const found = await many.anybody.get('/noi-nop?q=ky%20xuan');
    expect(found.text).toContain('1 nơi cho');
    expect(found.text).toContain('Kỳ Xuân');
    expect(found.text).toContain('tel:');
    const all = await many.anybody.get('/noi-nop');
    expect([...all.text.matchAll(/<details>/g)].length).toBeGreaterThan(60);
    expect((await many.anybody.get('/noi-nop?q=zzz')).text).toContain('Không tìm thấy nơi nào');
    const procedure = /href="(\/thu-tuc\/[^"]+)"/.exec((await many.anybody.get('/thu-tuc?q=khai+sinh')).text)?.[1] ?? '';
    for (const page of [front, found, all, await many.anybody.get(procedure), await many.anybody.get('/thu-tuc')]) {
      expect(gzipSync(page.text).length).toBeLessThan(11 * 1024);
    }
  });
});

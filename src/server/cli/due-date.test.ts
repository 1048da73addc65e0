import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CliContext } from './context.ts';
import { dueDateCommands } from './due-date.ts';
import { runLine } from './run.ts';

const noDatabase = (): CliContext => ({ close: () => Promise.resolve() }) as CliContext;
const ask = async (...words: readonly string[]): Promise<{ code: number; out: readonly string[]; err: readonly string[] }> => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runLine(['due-date', ...words], dueDateCommands, noDatabase, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
};
const asJson = async (...words: readonly string[]): Promise<Record<string, unknown>> => JSON.parse((await ask(...words, '--json')).out[0] ?? '') as Record<string, unknown>;
const folder = mkdtempSync(join(tmpdir(), 'due-date-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('motcua due-date', () => {
  test('prints the due moment with its offset, its state and its explanation', async () => {
    const found = await asJson('--limit', '3wd', '--received', '2019-11-18T15:10');
    expect(found).toMatchObject({ due: '2019-11-21T17:30:00+07:00', state: 'running', calendarVersion: 'hatinh@1', dependsOnUnconfirmed: false });
    expect(found['explanation']).toHaveLength(4);
  });

  test('tells a person the same in sentences', async () => {
    const { code, out } = await ask('--limit', 'same-day', '--received', '2026-11-23T15:05');
    expect(code).toBe(0);
    expect(out[0]).toBe('2026-11-25T17:30:00+07:00');
    expect(out).toContain('- Thứ Ba, 24/11/2026 là ngày nghỉ lễ, tết (Ngày Văn hóa Việt Nam) nên không tính. (NQ 28/2026/QH16)');
  });

  test('tells working hours from clock hours', async () => {
    expect((await asJson('--limit', '24H', '--received', '2026-11-20T16:00'))['due']).toBe('2026-11-21T16:00:00+07:00');
    expect((await asJson('--limit', '8h', '--received', '2019-11-18T09:00'))['due']).toBe('2019-11-19T09:00:00+07:00');
  });

  test('takes the limit of a procedure as it was on the day', async () => {
    const found = await asJson('--procedure', '2.000815', '--received', '2019-11-18T09:00');
    expect(found).toMatchObject({ due: '2019-11-18T17:30:00+07:00', procedure: { code: '2.000815' } });
  });

  test('answers a file row by row, in order, one JSON line each, blank cells from the options', async () => {
    const csv = file('rows.csv', 'limit,site,received\n3wd,ha-tinh-hours,2019-11-18T08:00\nsame-day,,2019-11-22T15:10\n,saturday-morning,2026-11-21T08:00\n');
    const { code, out } = await ask('--batch', csv, '--limit', '3wd', '--json');
    expect(code).toBe(0);
    expect(out.map((line) => (JSON.parse(line) as { due: string }).due.slice(0, 16))).toEqual(['2019-11-21T17:30', '2019-11-25T17:30', '2026-11-26T17:30']);
  });

  test('a wrong row of a file does not stop the others', async () => {
    const csv = file('wrong.csv', 'limit,site,received\n3,,2019-11-18T08:00\n3wd,,2019-11-18T08:00\n3wd,,2019-02-30T08:00\n');
    const { code, out } = await ask('--batch', csv);
    expect(code).toBe(1);
    expect(out.map((line) => JSON.parse(line) as object)).toMatchObject([{ field: 'limit', row: 2 }, { due: '2019-11-21T17:30:00+07:00' }, { field: 'received', row: 4 }]);
    expect(out[0]).toContain('Dòng 2, cột limit: Thời hạn \\"3\\" không có đơn vị');
  });

  test('a file may quote its cells, leave lines empty, and say the channel; a cell too many is an error of its row', async () => {
    const csv = file('quoted.csv', '\uFEFF"limit";"received";"channel";"started"\r\n\r\n"3wd";"2019-11-18T15:10";"post";"2019-11-19T09:00"\r\n3wd;2019-11-18T08:00;;;x\r\n');
    const { code, out } = await ask('--batch', csv, '--json');
    expect(code).toBe(1);
    expect(out.map((line) => JSON.parse(line) as object)).toMatchObject([{ due: '2019-11-22T17:30:00+07:00' }, { field: '', row: 4 }]);
  });

  test.each([
    ['limit,site\n3wd,\n', /thiếu cột received/], ['limit,received,recieved\n', /cột lạ "recieved"/], ['limit,limit,received\n', /hai cột "limit"/], ['limit,received\n"3wd,2019-11-18T08:00\n', /dòng 2 mà không đóng/],
  ])('a file whose columns are not understood is refused whole', async (text, said) => {
    const { code, err, out } = await ask('--batch', file('columns.csv', text));
    expect(code).toBe(2);
    expect(err[0]).toMatch(said);
    expect(out).toEqual([]);
  });

  test.each([
    ['limit', ['--limit', '3', '--received', '2019-11-18T08:00']],
    ['limit', ['--received', '2019-11-18T08:00']],
    ['limit', ['--limit', '3wd', '--procedure', '1.001193', '--received', '2019-11-18T08:00']],
    ['limit', ['--limit', '999wd', '--received', '2040-01-02T08:00']],
    ['received', ['--limit', '3wd', '--received', 'hôm qua']],
    ['received', ['--limit', '3wd', '--received', '1019-11-18T08:00']],
    ['site', ['--limit', '3wd', '--received', '2019-11-18T08:00', '--site', 'nowhere']],
    ['channel', ['--procedure', '1.001193', '--received', '2019-11-18T08:00', '--channel', 'fax']],
    ['procedure', ['--procedure', '9.999999', '--received', '2019-11-18T08:00']],
  ] as const)('names the field at fault: %s', async (field, words) => {
    const { code, out } = await ask(...words, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ field });
  });

  test('reads another calendar, and refuses one with a fault', async () => {
    const calendar = (to: string): string => JSON.stringify({
      calendarId: 'thu', version: 7, weeklyRest: [7], days: [],
      sites: [{ siteId: 'ha-tinh-hours', rules: [{ name: 'Cả năm', fromMonthDay: '01-01', toMonthDay: '12-31', weekdays: [1, 2, 3, 4, 5, 6], sessions: [{ from: '08:00', to }] }] }],
    });
    const words = ['--limit', '1wd', '--received', '2019-11-22T08:00', '--calendar'];
    expect(await asJson(...words, file('six-days.json', calendar('16:00')))).toMatchObject({ due: '2019-11-23T16:00:00+07:00', calendarVersion: 'thu@7' });
    const { code, err } = await ask(...words, file('backwards.json', calendar('07:00')));
    expect(code).toBe(1);
    expect(err[0]).toBe('Không dùng được tệp lịch. “Cả năm”: mỗi buổi phải có giờ bắt đầu trước giờ kết thúc, ghi dạng 07:30.');
  });

  test('refuses a calendar in which a season has no hours, where days would go by uncounted', async () => {
    const winter = file('winter.json', '{"calendarId":"x","version":2,"weeklyRest":[6,7],"days":[],"sites":[{"siteId":"quầy","rules":[{"name":"Đông","fromMonthDay":"10-16","toMonthDay":"04-15","weekdays":[1,2,3,4,5],"sessions":[{"from":"08:00","to":"16:00"}]}]}]}');
    const { code, err } = await ask('--limit', '3wd', '--received', '2019-06-10T09:00', '--calendar', winter);
    expect([code, err[0]]).toEqual([1, 'Không dùng được tệp lịch. Nơi “quầy” không có giờ làm việc từ ngày 16/04 trong năm.']);
  });

  test('takes the first place of a calendar that does not have the usual one', async () => {
    const own = file('one-place.json', '{"calendarId":"x","version":2,"weeklyRest":[6,7],"days":[],"sites":[{"siteId":"quầy","rules":[{"name":"Cả năm","fromMonthDay":"01-01","toMonthDay":"12-31","weekdays":[1,2,3,4,5],"sessions":[{"from":"08:00","to":"16:00"}]}]}]}');
    expect(await asJson('--limit', '1wd', '--received', '2019-11-22T08:00', '--calendar', own)).toMatchObject({ due: '2019-11-25T16:00:00+07:00', calendarVersion: 'x@2' });
  });

  test('names the field of a calendar file that is wrong', async () => {
    const { err } = await ask('--limit', '1wd', '--received', '2019-11-22T08:00', '--calendar', file('wrong.json', '{"calendarId":"x","version":1,"weeklyRest":[7],"days":[],"sites":[{"siteId":"x","rules":"không"}]}'));
    expect(err[0]).toBe('Tệp lịch sai ở "sites.0.rules": Giá trị không đúng kiểu.');
  });
});

describe('motcua due-date --events', () => {
  const events = (content: unknown): readonly string[] => ['--limit', '10wd', '--received', '2019-11-18T08:00', '--events', file('events.json', JSON.stringify(content))];
  const restarted = [{ kind: 'supplement-asked', at: '2019-11-20T10:00' }, { kind: 'supplied', at: '2019-11-25T09:00' }];

  test('reckons with what happened, by the supplement rule of the law when none is named', async () => {
    expect(await asJson(...events(restarted))).toMatchObject({ due: '2019-12-09T17:30:00+07:00', state: 'restarted', supplementRequests: 1 });
    expect(await asJson(...events([{ ...restarted[0], policy: 'PAUSE' }, restarted[1]]))).toMatchObject({ due: '2019-12-05T17:30:00+07:00', state: 'running' });
    expect(await asJson(...events([...restarted, { kind: 'finished', at: '2019-12-10T08:00' }]))).toMatchObject({ state: 'finished', lateness: 'late' });
  });

  test('tells a person how the clock stands', async () => {
    const { out } = await ask(...events([{ ...restarted[0], citizenUntil: '2019-11-29' }]));
    expect(out[1]).toBe('Tình trạng: tạm dừng tính thời gian – chờ bổ sung giấy tờ.');
    expect(out.some((line) => line.includes('chậm nhất thứ Sáu, 29/11/2019') && line.endsWith('(NĐ 61/2018/NĐ-CP Đ.19.4)'))).toBe(true);
  });

  test('gives each linked agency its own date', async () => {
    expect(await asJson(...events({ linked: [{ agency: 'Bảo hiểm xã hội', limit: '5wd' }], events: [] }))).toMatchObject({
      due: '2019-12-09T17:30:00+07:00', localDue: '2019-12-02T17:30:00+07:00', linkedDues: [{ agency: 'Bảo hiểm xã hội', due: '2019-12-09T17:30:00+07:00' }],
    });
  });

  test.each([
    ['events.0.kind', [restarted[1]], 'Sự kiện thứ 1 (tiếp nhận bổ sung): chưa có yêu cầu bổ sung nào đang chờ; ghi yêu cầu bổ sung trước.'],
    ['events.1.at', [restarted[0], { kind: 'supplied', at: '2019-11-19T09:00' }], 'Sự kiện thứ 2 (tiếp nhận bổ sung): xảy ra lúc thứ Ba, 19/11/2019, 9 giờ, trước sự kiện đứng trên (thứ Tư, 20/11/2019, 10 giờ); ghi các sự kiện theo thứ tự thời gian.'],
    ['events.0.at', [{ kind: 'finished', at: '1019-11-20T10:00' }], 'Sự kiện thứ 1 (giải quyết xong): thứ Bảy, 20/11/1019, 10 giờ nằm ngoài các năm của lịch hatinh@1; kiểm tra lại năm dương lịch.'],
    ['events.0.at', [{ kind: 'reappointed', at: '2019-12-02T07:30', newDue: '2019-12-06T17:30', reason: 'chờ xác minh' }], 'Sự kiện thứ 1 (xin lỗi và hẹn lại ngày trả): phải trước ngày hẹn trả (thứ Hai, 02/12/2019, 17 giờ 30) ít nhất 01 ngày, chậm nhất Chủ nhật, 01/12/2019 (NĐ 61/2018/NĐ-CP Đ.19.9).'],
    ['events.0.newDue', [{ kind: 'extended', at: '2019-11-20T07:30', newDue: '2019-11-29T17:30', ground: 'phức tạp' }], 'Sự kiện thứ 1 (gia hạn): ngày mới (thứ Sáu, 29/11/2019, 17 giờ 30) phải sau ngày đang hẹn (thứ Hai, 02/12/2019, 17 giờ 30).'],
    ['events.0.newDue', [{ kind: 'extended', at: '2019-11-20T07:30', newDue: '2019-12-06T22:30', ground: 'phức tạp' }], 'Sự kiện thứ 1 (gia hạn): ngày mới (thứ Sáu, 06/12/2019, 22 giờ 30) không vào giờ làm việc; có thể hẹn thứ Sáu, 06/12/2019, 17 giờ 30.'],
  ])('names the event and the field that cannot be: %s', async (field, list, error) => {
    const { code, out } = await ask(...events(list), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toEqual({ field, error });
  });

  test.each([
    [[{ kind: 'supplement-asked', at: 'hôm qua' }], 'Tệp sự kiện sai ở "events.0.at": Không hiểu là lúc nào; ghi dạng 2019-11-20T10:00.'],
    [[{ kind: 'extended', at: '2019-11-20T10:00', ground: 'x', by: '5' }], 'Tệp sự kiện sai ở "events.0.by": Thời hạn "5" không có đơn vị; ghi rõ 5wd (ngày làm việc), 5d (ngày), 5h (giờ làm việc) hoặc 5H (giờ liên tục).'],
    [[{ kind: 'asked', at: '2019-11-20T10:00' }], 'Tệp sự kiện sai ở "events.0.kind": Không có loại sự kiện này; xem: motcua help due-date.'],
    [[{ kind: 'finished', at: '2019-11-20T10:00', by: 'x' }], 'Tệp sự kiện sai ở "events.0": Có mục không được phép gửi kèm.'],
    [{ a: 1 }, 'Tệp sự kiện sai ở "events": Thiếu danh sách sự kiện; ghi [{"kind":"finished","at":"2019-11-20T10:00"}] hoặc {"events":[…]}.'],
    [{ events: [], a: 1 }, 'Tệp sự kiện sai ở "": Có mục không được phép gửi kèm.'],
    ['finished', 'Tệp sự kiện sai ở "": Thiếu danh sách sự kiện; ghi [{"kind":"finished","at":"2019-11-20T10:00"}] hoặc {"events":[…]}.'],
  ])('names the field of the file that is not understood', async (list, error) => {
    const { code, err } = await ask(...events(list));
    expect([code, err[0]]).toEqual([1, error]);
  });
});

describe('motcua due-date by channel', () => {
  test('by post counts from the signed hand-over record, away from home from the agency’s receipt', async () => {
    const post = await asJson('--limit', '3wd', '--received', '2019-11-18T15:10', '--channel', 'post', '--started', '2019-11-19T14:00');
    expect(post).toMatchObject({ due: '2019-11-22T17:30:00+07:00', countsFrom: '2019-11-19T14:00:00+07:00', forwardBy: '2019-11-19T07:30:00+07:00' });
    expect((post['explanation'] as readonly { rule: string }[])[1]?.rule).toBe('started-at-hand-over');
    const away = await asJson('--limit', '3wd', '--received', '2026-11-23T09:00', '--away', '--started', '2026-11-25T09:00');
    expect((away['explanation'] as readonly { rule: string; law: string }[])[1]).toMatchObject({ rule: 'started-at-agency', law: 'NĐ 309/2026/NĐ-CP Đ.17.3' });
  });

  test('away from home before the decree that allowed it counts from the desk', async () => {
    expect(await asJson('--limit', '3wd', '--received', '2026-08-03T09:00', '--away', '--started', '2026-08-04T09:00')).toMatchObject({ field: 'started' });
  });

  test('a procedure tells when each of its steps must be done, none later than the whole', async () => {
    const found = await asJson('--procedure', '1.004884', '--received', '2019-11-18T09:00');
    const steps = found['steps'] as readonly { due: string }[];
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.every((step) => step.due <= String(found['due']))).toBe(true);
  });
});

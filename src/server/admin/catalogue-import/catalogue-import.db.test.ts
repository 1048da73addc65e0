import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#testing/database.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { importCatalogue } from './import-catalogue.ts';
import { linesOf } from './read-file.ts';

const NOW = '2026-11-23T07:30:00+07:00' as Moment;
const LATER = '2026-12-01T07:30:00+07:00' as Moment;
const line = (time: string) => linesOf(JSON.stringify({
  ma_thu_tuc: '1.900001', ten_thu_tuc: 'Cấp thẻ mượn sách', cap_thuc_hien: 'Cấp xã', linh_vuc: 'Thư viện', co_quan_co_tham_quyen: 'UBND cấp xã',
  cach_thuc_thuc_hien: `Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp${time}Miễn phí`, thanh_phan_ho_so: 'Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn1 bản chính',
  ket_qua_xu_ly: 'Thẻ mượn sách',
}));

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.close(); });

const versions = async () => (await database.pool.query<{ version: number; valid_from: string; valid_to: string | null; content: { steps: unknown[] } }>(
  'select version, valid_from::text, valid_to::text, content from motcua.procedure_version where province_id = 42 order by version')).rows;

test('an import twice changes nothing, a changed row makes a new version that keeps what the province added', async () => {
  const into = { pool: database.pool, provinceId: 42, dryRun: false };
  expect((await importCatalogue(line('3 Ngày làm việc'), NOW, { ...into, dryRun: true })).totals.imported).toBe(1);
  expect(await versions()).toHaveLength(0);
  expect((await importCatalogue(line('3 Ngày làm việc'), NOW, into)).totals).toEqual({ read: 1, imported: 1, questions: 0, refused: 0 });
  const steps = [{ stepId: 's1', name: 'Thụ lý', role: 'agency-officer', hours: 8 }];
  await database.pool.query("update motcua.procedure_version set content = jsonb_set(content, '{steps}', $1)", [JSON.stringify(steps)]);

  expect((await importCatalogue(line('3 Ngày làm việc'), LATER, into)).totals.imported).toBe(0);
  expect(await versions()).toHaveLength(1);

  expect((await importCatalogue(line('1'), LATER, into)).totals).toEqual({ read: 1, imported: 1, questions: 1, refused: 0 });
  const after = await versions();
  expect(after.map(({ version, valid_from, valid_to }) => [version, valid_from, valid_to])).toEqual([[1, '2026-11-23', '2026-12-01'], [2, '2026-12-01', null]]);
  expect(after[1]?.content.steps).toEqual(steps);
  const { rows } = await database.pool.query<{ kind: string }>('select kind from motcua.catalogue_question where version = 2');
  expect(rows).toEqual([{ kind: 'limit-unit-missing' }]);
});

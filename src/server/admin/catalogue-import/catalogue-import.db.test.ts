import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#core/kernel/moment.ts';
import { type ServedWorld, servedWorld } from '#testing/served-world.ts';
import { catalogueCommands } from '../../cli/catalogue.ts';
import type { CliContext } from '../../cli/context.ts';

let world: ServedWorld;
let folder: string;
const reported: string[] = [];
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
}, 120_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const runImport = async (time: string, dryRun = false) => {
  const file = join(folder, 'rows.ndjson');
  writeFileSync(file, JSON.stringify({
    ma_thu_tuc: '1.900001', ten_thu_tuc: 'Cấp thẻ mượn sách', cap_thuc_hien: 'Cấp xã', linh_vuc: 'Thư viện', co_quan_co_tham_quyen: 'UBND cấp xã',
    cach_thuc_thuc_hien: `Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp${time}Miễn phí`, thanh_phan_ho_so: 'Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn1 bản chính',
    ket_qua_xu_ly: 'Thẻ mượn sách',
  }));
  const context = {
    report: (line: string) => reported.push(line),
    worldsOf: () => ['kybac-2019'],
    world: () => Promise.resolve({ pool: world.database.pool, row: { provinceId: 42, name: 'kybac-2019', title: 'Kỳ Bắc', isDemo: true } }),
  } as unknown as CliContext;
  const [command] = catalogueCommands;
  const outcome = await command?.run(context, { positionals: [file], options: { 'dry-run': dryRun } });
  return outcome?.data;
};
const versions = async () => (await world.database.pool.query<{ version: number; valid_from: string; valid_to: string | null; content: { steps: unknown[] } }>(
  "select version, valid_from::text, valid_to::text, content from motcua.procedure_version where procedure_code = '1.900001' order by version")).rows;

test('an import twice changes nothing, a changed row makes a new version that keeps what the province added', async () => {
  expect(await runImport('3 Ngày làm việc', true)).toEqual({ read: 1, imported: 1, questions: 0, refused: 0 });
  expect(await versions()).toHaveLength(0);
  expect(await runImport('3 Ngày làm việc')).toEqual({ read: 1, imported: 1, questions: 0, refused: 0 });
  const steps = [{ stepId: 's1', name: 'Thụ lý', role: 'agency-officer', hours: 8 }];
  await world.database.pool.query("update motcua.procedure_version set content = jsonb_set(content, '{steps}', $1) where procedure_code = '1.900001'", [JSON.stringify(steps)]);

  expect(await runImport('3 Ngày làm việc')).toEqual({ read: 1, imported: 0, questions: 0, refused: 0 });
  expect(await versions()).toHaveLength(1);

  await world.database.pool.query('update motcua.world set clock_offset_seconds = clock_offset_seconds + 86400 * 10');
  expect(await runImport('1')).toEqual({ read: 1, imported: 1, questions: 1, refused: 0 });
  const after = await versions();
  expect(after.map(({ version }) => version)).toEqual([1, 2]);
  expect(after[0]?.valid_to).toBe(after[1]?.valid_from);
  expect(after[1]?.valid_from).toBe(addDays(after[0]?.valid_from as PlainDate, 10));
  expect(after[1]?.valid_to).toBeNull();
  expect(after[1]?.content.steps).toEqual(steps);
  const { rows } = await world.database.pool.query<{ kind: string }>('select kind from motcua.catalogue_question where version = 2');
  expect(rows).toEqual([{ kind: 'limit-unit-missing' }]);
  expect(reported.at(-1)).toContain('Thời hạn chỉ có con số');
  const { rows: journal } = await world.database.pool.query<{ act: string }>("select act from motcua.journal where chain_id = 'admin'");
  expect(journal.map((row) => row.act)).toEqual(['import-catalogue', 'import-catalogue']);
});

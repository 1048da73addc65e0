import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandLineOf } from '#testing/command-line.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type ServedWorld } from '#testing/served-world.ts';
import { bookCommands } from './books.ts';

let world: ServedWorld;
let motcua: ReturnType<typeof commandLineOf>;

beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  motcua = commandLineOf(world, 'kybac-2019', bookCommands);
  const officer = await world.signIn('tuphap.kybac');
  for (let i = 0; i < 3; i += 1) await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193')));
}, 120_000);
afterAll(() => world.close());

it('finds nothing where every number stands once', async () => {
  const { code, said } = await motcua('books', 'verify');
  expect(code).toBe(0);
  expect(said).toEqual(['kybac-2019: 3 dãy số, 9 số, 0 số bỏ trống đã ghi nhận: liền mạch']);
});

it('names a gap and a duplicate that were planted, and ends with 1', async () => {
  await world.database.migratorPool.query(`
    update motcua.number_counter set last_number = 5 where series = 'register:ky-bac';
    insert into motcua.issued_paper (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
    select province_id, gen_random_uuid(), dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by from motcua.issued_paper where number = '0002'`);
  const { code, said } = await motcua('books', 'verify');
  expect([code, said.slice(1)]).toEqual([1, [
    '  Giấy …/TNHS (xa-ky-bac), 2019: số 2 ghi 2 lần', '  Sổ theo dõi hồ sơ (ky-bac), 2019: thiếu các số từ 4 đến 5',
  ]]);
  const json = JSON.parse((await motcua('books', 'verify', '--json')).said[0] ?? '') as { sound: boolean; worlds: { findings: { series: string }[] }[] };
  expect([json.sound, json.worlds[0]?.findings.map(({ series }) => series)]).toEqual([false, ['paper:intake-receipt:xa-ky-bac', 'register:ky-bac']]);
});

it('takes a gap as explained once it is recorded, and only a true one', async () => {
  const record = (...more: readonly string[]) => motcua('books', 'record-gap', 'register:ky-bac', '2019', ...more, '--note', 'Thử');
  expect((await record('3', '4', '--reason', 'spoilt')).said).toEqual(['Số 3 đã có trong sổ, không phải số bỏ trống.']);
  expect((await record('4', '9', '--reason', 'spoilt')).code).toBe(1);
  expect((await record('4', '5', '--reason', 'khac')).code).toBe(2);
  expect((await motcua('books', 'record-gap', 'register:khong-co', '2019', '1', '1', '--reason', 'spoilt', '--note', 'x')).code).toBe(1);
  expect(await record('4', '5', '--reason', 'lease-returned')).toEqual({ code: 0, said: ['Đã ghi nhận bỏ trống 2 số của dãy register:ky-bac, kỳ 2019.'] });
  expect((await record('5', '5', '--reason', 'lease-returned')).code).toBe(1);
  expect((await motcua('books', 'verify')).said).toEqual([
    'kybac-2019: 3 dãy số, 10 số, 2 số bỏ trống đã ghi nhận: 1 chỗ sai', '  Giấy …/TNHS (xa-ky-bac), 2019: số 2 ghi 2 lần',
  ]);
  const { rows } = await world.database.pool.query(`select act from motcua.journal where chain_id = 'admin' order by seq desc limit 1`);
  expect(rows).toEqual([{ act: 'record-gap' }]);
});

import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { makeSeal, publishedKeys } from '../signing/check-seal.ts';
import { keyIdOf } from '../signing/seal-keys.ts';
import { openContext } from './context.ts';
import { receiptCommands } from './receipt.ts';
import { runLine } from './run.ts';

const pair = generateKeyPairSync('ed25519');
const key = { ...pair, keyId: keyIdOf(pair.publicKey), validFrom: '2019-01-01T00:00:00+07:00' as Moment, revokedAt: null };
const FACTS = {
  paper: 'intake-receipt', code: '000.22.36.H27-191118-0001', deskId: 'ky-bac',
  issuedAt: '2019-11-18T15:10:00+07:00' as Moment, dueAt: '2019-11-22T17:30:00+07:00' as Moment,
} as const;
const seal = makeSeal(key, FACTS);
const SEAL = seal.ok ? seal.value : '';
const DESKS = [{ id: 'ky-bac', name: 'Bộ phận Một cửa xã Kỳ Bắc' }];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-receipt-'));
  const write = (name: string, content: unknown) => writeFile(join(folder, name), JSON.stringify(content));
  await mkdir(join(folder, 'data', 'receipt-keys'), { recursive: true });
  await write('keys.json', publishedKeys('tỉnh Hà Tĩnh', [key], DESKS));
  await write('data/receipt-keys/kybac-2019.json', publishedKeys('tỉnh Hà Tĩnh', [key], DESKS));
  await write('revoked.json', publishedKeys('tỉnh Hà Tĩnh', [{ ...key, revokedAt: '2019-12-01T00:00:00+07:00' as Moment }], DESKS));
  await write('others.json', publishedKeys('tỉnh khác', [], []));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = async (...args: readonly string[]) => {
  const said: string[] = [];
  const output = { out: (text: string) => { said.push(text); }, err: (text: string) => { said.push(text); } };
  const code = await runLine(['receipt', 'verify', ...args], receiptCommands, (report) => openContext(report, { MOTCUA_DATA_DIR: join(folder, 'data') }), output);
  return { code, said: said.join('\n') };
};
const keysIn = (name: string): readonly string[] => ['--keys', join(folder, name)];

it('a receipt is proved without server and database, by the file that is named or by the one this installation left', async () => {
  for (const more of [keysIn('keys.json'), []]) {
    const { code, said } = await run(`https://motcua.hatinh.gov.vn/x/${SEAL}`, ...more);
    expect(code).toBe(0);
    for (const part of ['Giấy thật', FACTS.code, 'Bộ phận Một cửa xã Kỳ Bắc', '22/11/2019', '18/11/2019']) expect(said).toContain(part);
  }
});

it('as JSON it says every field', async () => {
  const { said } = await run(SEAL, '--json', ...keysIn('keys.json'));
  expect(JSON.parse(said)).toMatchObject({ ...FACTS, proof: 'genuine', keyId: key.keyId, issuer: 'tỉnh Hà Tĩnh' });
});

it.each([
  ['changed', SEAL.replace(/^(.{18})./, (_, start: string) => `${start}${SEAL[18] === 'A' ? 'B' : 'A'}`), 'keys.json', 'đã bị sửa'],
  ['of a revoked key', SEAL, 'revoked.json', 'thu hồi'],
  ['of another key', SEAL, 'others.json', 'không có khóa'],
  ['cut short', SEAL.slice(0, 60), 'keys.json', 'Không đọc được mã'],
  ['of a later form', `AI${SEAL.slice(2)}`, 'keys.json', 'mẫu mới hơn'],
])('a seal that is %s is refused, with exit code 1', async (_, text, file, why) => {
  const { code, said } = await run(text, ...keysIn(file));
  expect([code, said.includes(why)]).toEqual([1, true]);
});

it('a file that is none of keys, or not there, is said so', async () => {
  await writeFile(join(folder, 'odd.json'), '{"keys": 1}');
  expect((await run(SEAL, ...keysIn('odd.json'))).code).toBe(2);
  expect((await run(SEAL, ...keysIn('nowhere.json'))).code).toBe(2);
});

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installationOf } from '#testing/command-line.ts';
import { createPool } from '../db/pool.ts';
import { hashSubject } from '../http/guess-limit.ts';
import { openMasterKey, secretsFrom } from '../secrets.ts';

const { folder, run, runOn, urlOf, remove } = installationOf('kybac-2019');

beforeAll(async () => {
  expect((await run('migrate')).data).toMatchObject({ worlds: [{ world: 'kybac-2019' }] });
}, 60_000);
afterAll(remove);

test('an empty world is told so, and demo reset fills it', async () => {
  expect((await run('clock', 'show')).data).toMatchObject({ error: expect.stringMatching(/world create --name kybac-2019.*demo reset kybac-2019/) });
  expect(await run('demo', 'reset')).toMatchObject({ code: 0, data: { reset: ['kybac-2019'] } });
  expect((await run('clock', 'show')).data).toMatchObject({ clocks: [{ businessNow: expect.stringMatching(/^2019-11-18T07:3/) }] });
}, 120_000);

describe('the clock', () => {
  test('goes forward', async () => {
    expect(await run('clock', 'set', '2019-11-20 09:00')).toMatchObject({ code: 0, data: { businessNow: '2019-11-20T09:00:00+07:00' } });
    expect((await run('clock', 'show')).data).toMatchObject({ clocks: [{ businessNow: expect.stringMatching(/^2019-11-20T09:00/) }] });
  });
  test('never goes back', async () => {
    expect((await run('clock', 'set', '2019-11-19')).code).toBe(1);
  });
});

describe('accounts', () => {
  const add = (login: string, ...more: readonly string[]) =>
    run('account', 'add', login, '--name', 'Nguyễn Thị Thử', '--title', 'Nhân viên bưu điện', '--role', 'post-supervisor', ...more);

  test('a new one has a password for one use', async () => {
    const units = createPool(urlOf('postgres'), 1);
    const { rows } = await units.query<{ unit_id: string }>('select unit_id from motcua.unit limit 1');
    await units.end();
    const unit = rows[0]?.unit_id ?? '';
    const made = await add('nguyen.thu', '--unit', unit);
    expect(made).toMatchObject({ code: 0, data: { password: expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/) } });
    expect((await add('nguyen.thu', '--unit', unit)).code).toBe(1);
    const { data } = await run('account', 'list');
    expect(data['accounts']).toContainEqual(
      expect.objectContaining({ login: 'nguyen.thu', mustChangePassword: true, roles: [`post-supervisor@${unit}`] }),
    );
  });
  test('an unknown unit or role is refused', async () => {
    expect((await add('khac', '--unit', 'khong-co')).code).toBe(1);
    expect((await run('account', 'add', 'khac', '--name', 'A', '--title', 'B', '--role', 'king', '--unit', 'x')).code).toBe(2);
  });
  test('unlocking and a new password find the person or say no', async () => {
    const stateNow = async () => (await run('account', 'list')).data['accounts'] as { login: string; lockedUntil: string | null }[];
    const key = secretsFrom(await openMasterKey(join(folder, 'master.key'))).guessKey;
    const pool = createPool(urlOf('motcua_app'), 1);
    await pool.query(`insert into guess_limit values (42, $1, 6, now(), now() + interval '1 hour')`, [hashSubject(key, 'sign-in', 'nguyen.thu\n10.0.0.7')]);
    await pool.end();
    expect((await stateNow()).filter((account) => account.lockedUntil !== null).map((account) => account.login)).toEqual(['nguyen.thu']);
    expect((await run('account', 'unlock', 'nguyen.thu')).code).toBe(0);
    expect((await stateNow()).every((account) => account.lockedUntil === null)).toBe(true);
    expect((await run('account', 'unlock', 'khong.co')).code).toBe(1);
    expect((await run('account', 'reset-password', 'nguyen.thu')).data).toMatchObject({ password: expect.any(String) });
    expect((await run('account', 'reset-password', 'khong.co')).code).toBe(1);
  });
  test('a desk is told who confirms a return; a word that is none is refused', async () => {
    expect((await run('desk', 'set', 'ky-bac', '--return', 'clerk-alone')).data).toMatchObject({ deskId: 'ky-bac', supportReturn: 'clerk-alone' });
    expect((await run('desk', 'set', 'ky-bac', '--return', 'nobody')).code).toBe(2);
    expect((await run('desk', 'set', 'khong-co', '--return', 'clerk-alone')).code).toBe(1);
  });
  test('a desk takes papers online from a day on, or no longer', async () => {
    expect((await run('desk', 'set', 'ky-bac', '--online-supplement', 'off', '--from', '2019-12-01')).data).toMatchObject({ onlineAnswers: { value: false, validFrom: '2019-12-01' } });
    const pool = createPool(urlOf('motcua_app'), 1);
    const { rows } = await pool.query<{ kept: unknown }>(`select online_answers as kept from desk where desk_id = 'ky-bac'`);
    await pool.end();
    expect(rows).toEqual([{ kept: [{ value: true, validFrom: '2018-06-21' }, { value: false, validFrom: '2019-12-01' }] }]);
    expect((await run('desk', 'set', 'ky-bac', '--online-supplement', 'perhaps')).code).toBe(2);
    expect((await run('desk', 'set', 'ky-bac', '--online-supplement', 'on', '--from', '2019-02-30')).code).toBe(2);
    expect((await run('desk', 'set', 'ky-bac', '--from', '2019-12-01')).code).toBe(2);
  });
  test('every one of these stands in the journal, without a password', async () => {
    const pool = createPool(urlOf('motcua_app'), 1);
    const { rows } = await pool.query<{ act: string; body: string }>(`select act, body from journal where chain_id = 'admin' order by seq`);
    await pool.end();
    expect(rows.map((row) => row.act)).toEqual(['set-clock', 'add-account', 'unlock-account', 'reset-password', 'set-desk', 'set-desk']);
    expect(rows.some((row) => row.body.includes('argon2'))).toBe(false);
  });
});

describe('journal verify', () => {
  test('finds the journal of these acts sound', async () => {
    expect(await run('journal', 'verify')).toMatchObject({ code: 0, data: { sound: true, worlds: [{ findings: [] }] } });
  });
  test('exits with 1 and names an entry that somebody changed', async () => {
    const owner = createPool(urlOf('motcua_migrator'), 1);
    const { rows } = await owner.query<{ seq: number }>(
      `update journal set body = replace(body, 'nguyen.thu', 'nguyen.thi') where chain_id = 'admin' and act = 'add-account' returning seq`,
    );
    const firstAdded = rows[0]?.seq;
    await owner.end();
    expect(await run('journal', 'verify')).toMatchObject({
      code: 1,
      data: { sound: false, worlds: [{ findings: [{ kind: 'changed', chainId: 'admin', seq: firstAdded }] }] },
    });
  });
});

test('without a server the exit code is 3', async () => {
  expect((await runOn('postgresql://postgres@127.0.0.1:1/postgres')('clock', 'show')).code).toBe(3);
});

test('backup of a server that is not ours is left to its own tools', async () => {
  expect((await run('backup', join(folder, 'b'))).code).toBe(1);
});

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { ok } from '#core/kernel/result.ts';
import type { AccountId, ProvinceId } from '#core/organisation/organisation.ts';
import { testDatabase, type TestDatabase } from '#testing/database.ts';
import { type Act, fingerprintOf } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { secretsFrom } from '../secrets.ts';
import { signCheckpoint } from './checkpoint-chain.ts';
import { makeCheckpoint } from './checkpoint.ts';
import { findingText } from './findings.ts';
import { verifyJournal } from './verify.ts';

const PROVINCE = 42 as ProvinceId;
const KEY = secretsFrom(Buffer.alloc(32, 7)).checkpointKey;
const START = Date.parse('2026-11-23T03:00:00Z');

let database: TestDatabase;
let now: number;
beforeEach(async () => {
  database = await testDatabase();
  now = START;
});
afterEach(() => database.close());

const note: Act<{ readonly chain: 'ky-bac' | 'ky-phong'; readonly n: number }, object, object, never, object> = {
  name: 'note',
  load: async () => ({}),
  decide: () => ok({}),
  save: async (_db, _context, { chain, n }) => ({ answer: {}, chain: `desk:${chain}`, journal: [{ act: 'note', data: { n } }], outbox: [] }),
};
const write = async (chain: 'ky-bac' | 'ky-phong', count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    const commandId = randomUUID();
    await perform(database.pool, note, {
      provinceId: PROVINCE, accountId: '00000000-0000-4000-8000-000000000001' as AccountId, accountName: 'Sen', commandId,
      fingerprint: fingerprintOf('note', '', commandId), now: '2026-11-23T10:00:00+07:00' as Moment,
    }, { chain, n });
  }
};
const checkpoint = (notWithinSeconds = 0) =>
  makeCheckpoint({ pool: database.pool, provinceId: PROVINCE, key: KEY, realNow: () => now }, notWithinSeconds);
const verify = () => verifyJournal(database.pool, PROVINCE, KEY);
/** Damage is done by somebody with more rights than the server has. */
const damage = (sql: string) => database.migratorPool.query(sql);
const HERE = `province_id = 42 and chain_id = 'desk:ky-bac'`;

describe('a journal', () => {
  beforeEach(async () => {
    await write('ky-bac', 6);
    await write('ky-phong', 3);
    await checkpoint();
    await write('ky-bac', 2);
  });

  it('that nobody touched is whole', async () => {
    expect(await verify()).toEqual({ chains: 2, entries: 11, checkpoints: 1, findings: [] });
  });

  it.each([
    ['a changed body', `update motcua.journal set body = replace(body, '"n":3', '"n":4') where ${HERE} and seq = 4`, { kind: 'changed', seq: 4 }],
    ['a changed hash', `update motcua.journal set hash = sha256(hash) where ${HERE} and seq = 2`, { kind: 'changed', seq: 2 }],
    ['a missing entry in the middle', `delete from motcua.journal where ${HERE} and seq in (3, 5)`, { kind: 'missing', seq: 3 }],
    ['a missing first entry', `delete from motcua.journal where ${HERE} and seq = 1`, { kind: 'missing', seq: 1 }],
    ['missing last entries', `delete from motcua.journal where ${HERE} and seq > 6`, { kind: 'missing', seq: 7 }],
    ['two entries exchanged', `
      update motcua.journal set seq = seq + 100 where ${HERE} and seq in (3, 4);
      update motcua.journal set seq = case seq when 103 then 4 else 3 end where ${HERE} and seq > 100`, { kind: 'reordered', seq: 3 }],
    ['a column that says otherwise than the body', `update motcua.journal set act = 'other' where ${HERE} and seq = 5`, { kind: 'column-differs', seq: 5, column: 'act' }],
    ['a changed time', `update motcua.journal set at = at + interval '1 hour' where ${HERE} and seq = 5`, { kind: 'column-differs', seq: 5, column: 'at' }],
    ['a head put back', `update motcua.journal_head set seq = 7 where ${HERE}`, { kind: 'head-differs', seq: 7 }],
    ['an entry re-hashed onto another', `
      update motcua.journal set prev_hash = sha256('x'), hash = sha256(sha256('x') || convert_to(body, 'UTF8')) where ${HERE} and seq = 4`, { kind: 'broken-link', seq: 4 }],
  ])('names %s, and leaves the other chain in peace', async (_what, sql, finding) => {
    await damage(sql);
    const { findings } = await verify();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ chainId: 'desk:ky-bac', ...finding });
    expect(findings.map(findingText).join()).toContain(`số ${finding.seq}`);
  });

  it('cut off cleanly at its end is betrayed by the signed checkpoint', async () => {
    await damage(`delete from motcua.journal where ${HERE} and seq > 4`);
    await damage(`update motcua.journal_head h set seq = 4, hash = j.hash, prev_hash = j.prev_hash from motcua.journal j
                  where h.${HERE.replace('chain_id', 'h.chain_id')} and j.province_id = 42 and j.chain_id = 'desk:ky-bac' and j.seq = 4`);
    expect((await verify()).findings).toEqual([{ kind: 'missing-since-signed', chainId: 'desk:ky-bac', seq: 6, checkpointNo: 1 }]);
  });

  it('written anew from the start, every hash right, is betrayed by the signed checkpoint', async () => {
    await damage(`
      with recursive anew as (
        select seq, replace(body, '"Sen"', '"Cúc"') as body, decode(repeat('00', 32), 'hex') as prev_hash,
               sha256(decode(repeat('00', 32), 'hex') || convert_to(replace(body, '"Sen"', '"Cúc"'), 'UTF8')) as hash
        from motcua.journal where ${HERE} and seq = 1
        union all
        select j.seq, replace(j.body, '"Sen"', '"Cúc"'), a.hash, sha256(a.hash || convert_to(replace(j.body, '"Sen"', '"Cúc"'), 'UTF8'))
        from anew a join motcua.journal j on j.${HERE.replace('chain_id', 'j.chain_id')} and j.seq = a.seq + 1
      )
      update motcua.journal j set body = a.body, prev_hash = a.prev_hash, hash = a.hash from anew a
      where j.${HERE.replace('chain_id', 'j.chain_id')} and j.seq = a.seq`);
    await damage(`update motcua.journal_head h set hash = j.hash from motcua.journal j
                  where h.${HERE.replace('chain_id', 'h.chain_id')} and j.province_id = 42 and j.chain_id = 'desk:ky-bac' and j.seq = 8`);
    expect((await verify()).findings).toEqual([{ kind: 'not-as-signed', chainId: 'desk:ky-bac', seq: 6, checkpointNo: 1 }]);
  });
});

describe('a checkpoint', () => {
  it('is refused when another key signed it, even if it says so itself', async () => {
    await write('ky-bac', 2);
    await makeCheckpoint({ pool: database.pool, provinceId: PROVINCE, key: generateKeyPairSync('ed25519').privateKey, realNow: () => now });
    expect((await verify()).findings).toEqual([{ kind: 'checkpoint-forged', checkpointNo: 1 }]);
  });

  it('is refused when its heads were changed or one before it was taken out', async () => {
    await write('ky-bac', 1);
    await checkpoint();
    await write('ky-bac', 1);
    await checkpoint();
    await damage(`update motcua.journal_checkpoint set heads = '[]' where checkpoint_no = 2`);
    expect((await verify()).findings).toEqual([{ kind: 'checkpoint-forged', checkpointNo: 2 }]);
    await damage('delete from motcua.journal_checkpoint where checkpoint_no = 1');
    expect((await verify()).findings).toEqual([{ kind: 'checkpoint-missing', checkpointNo: 1 }]);
  });

  it('is refused when it hangs on another than the one before it', async () => {
    await write('ky-bac', 1);
    await checkpoint();
    const forged = { provinceId: PROVINCE, checkpointNo: 2, madeAt: '2026-11-23T10:00:00+07:00' as Moment, heads: [], prevSignature: Buffer.alloc(64) };
    await database.pool.query(
      `insert into motcua.journal_checkpoint select 42, 2, $1, '[]', $2, public_key, $3 from motcua.journal_checkpoint`,
      [forged.madeAt, forged.prevSignature, signCheckpoint(forged, KEY)],
    );
    expect((await verify()).findings).toEqual([{ kind: 'checkpoint-forged', checkpointNo: 2 }]);
  });

  it('names all chains first in a day, then those that moved; nothing new makes none', async () => {
    await write('ky-bac', 1);
    await write('ky-phong', 1);
    expect(await checkpoint()).toMatchObject({ kind: 'made', checkpointNo: 1, heads: 2 });
    expect(await checkpoint()).toEqual({ kind: 'nothing-new' });
    await write('ky-phong', 1);
    expect(await checkpoint()).toMatchObject({ kind: 'made', checkpointNo: 2, heads: 1 });
    now += 86_400_000;
    await write('ky-phong', 1);
    expect(await checkpoint()).toMatchObject({ kind: 'made', checkpointNo: 3, heads: 2 });
    expect((await verify()).findings).toEqual([]);
  });

  it('is made once, however many processes have the same thought', async () => {
    await write('ky-bac', 1);
    const made = await Promise.all(Array.from({ length: 6 }, () => checkpoint()));
    expect(made.filter((each) => each.kind === 'made')).toHaveLength(1);
    now += 300_000;
    await write('ky-bac', 1);
    expect(await checkpoint(840)).toEqual({ kind: 'too-soon' });
    now += 600_000;
    expect(await checkpoint(840)).toMatchObject({ kind: 'made', checkpointNo: 2 });
  });

  it('can be neither changed nor removed by the server itself', async () => {
    await write('ky-bac', 1);
    await checkpoint();
    for (const table of ['journal', 'journal_checkpoint']) {
      await expect(database.pool.query(`delete from motcua.${table}`)).rejects.toMatchObject({ code: '42501' });
      await expect(database.pool.query(`update motcua.${table} set province_id = 1`)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findUnexplained } from '#testing/custody-ledger.ts';
import type { TestDatabase } from '#testing/database.ts';
import { schemaFaults } from '#testing/epcis-schemas.ts';
import { worldDatabase } from '#testing/world-database.ts';
import { exportChain } from '#server/custody/epcis.ts';
import { sampleDossiers } from '#server/custody/epcis.sql.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { verifySeries } from '#server/books/verify-series.ts';
import { verifyJournal } from '#server/journal/verify.ts';
import { HA_TINH } from '../worlds.ts';

describe('the sample month of hatinh-2026', () => {
  let db: TestDatabase;
  const one = async (sql: string): Promise<number> => Number((await db.pool.query(sql)).rows[0].count);
  beforeAll(async () => {
    db = await worldDatabase('hatinh-2026', { sample: true });
  }, 120_000);
  afterAll(() => db.close());

  it('holds about four thousand dossiers of ten communes, two thirds of them certification', async () => {
    const all = await one('select count(*) from motcua.dossier');
    expect(all).toBeGreaterThan(3_600);
    expect(all).toBeLessThan(4_400);
    expect(await one('select count(distinct desk_id) from motcua.dossier')).toBe(10);
    const certification = await one(`select count(*) from motcua.dossier d join motcua.procedure_version p using (province_id, procedure_code) where p.field = 'Chứng thực'`);
    expect(certification / all).toBeGreaterThan(0.6);
    expect(certification / all).toBeLessThan(0.72);
  });

  it('has a journal that can be walked without a finding', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const report = await verifyJournal(db.pool, HA_TINH, publicKey);
    expect(report.findings).toEqual([]);
    expect(report.entries).toBeGreaterThan(10_000);
  });

  it('knows of every paper who holds it, and both sides of every record agree', async () => {
    expect(await findUnexplained(db.pool)).toEqual([]);
    expect(await one(`select count(*) from motcua.custody_thing`)).toBeGreaterThan(2_000);
    // what a state promises lies where it says
    expect(await one(`select count(*) from motcua.dossier d where d.state = 'ready-to-return' and not exists (
      select from motcua.custody_thing t where t.dossier_id = d.dossier_id and t.kind = 'outcome' and t.holder_kind = 'desk' and t.holder_id = d.desk_id)`)).toBe(0);
    expect(await one(`select count(*) from motcua.custody_thing t join motcua.dossier d using (province_id, dossier_id)
      where t.holder_kind = 'transit' and d.state not in ('handed-over', 'outcome-sent')`)).toBe(0);
  });

  it('goes out as a chain of custody that the schemas of EPCIS have nothing against, whole, and with no text but names of places', async () => {
    const all = await sampleDossiers(db.pool, HA_TINH, 10_000);
    const chain = await exportChain({ pool: db.pool, provinceId: HA_TINH, base: 'https://epcis.hatinh.gov.vn', now: '2026-11-23T07:30:00+07:00' as Moment }, all);
    const { eventList } = chain.epcisBody;
    const wrong = eventList.filter(({ errorDeclaration }) => errorDeclaration).length;
    expect(wrong).toBeGreaterThan(0);
    expect(eventList.length - wrong).toBe(await one('select count(*) from motcua.custody_event'));
    expect(schemaFaults(chain)).toEqual([]);
    const places = new Set(chain.epcisHeader.epcisMasterData.vocabularyList.flatMap((list) => list.vocabularyElementList).flatMap(({ attributes }) => attributes.map(({ attribute }) => attribute)));
    const said = new Set<string>();
    JSON.stringify(chain, (_key, value: unknown) => {
      if (typeof value === 'string') said.add(value);
      return value;
    });
    expect([...said].filter((text) => /[^\x21-\x7e]/u.test(text) && !places.has(text))).toEqual([]);
    expect(places.size).toBeGreaterThan(10);
  }, 120_000);

  it('goes on counting where the sample stopped: no gap and no number twice', async () => {
    expect(await one(`
      select count(*) from motcua.number_counter c
      where series like 'dossier:%' and last_number <> (
        select count(*) from motcua.dossier d
        where d.receiving_unit_id = substr(c.series, 9) and code like 'H27%'
          and to_char(d.received_at at time zone 'Asia/Ho_Chi_Minh', 'YYMMDD') = c.period)`)).toBe(0);
    expect(await one(`
      select count(*) from motcua.number_counter c
      where series like 'certification:SCT/BS:%' and last_number <> (
        select count(*) from motcua.certification_entry e where e.unit_id = substr(c.series, 22))`)).toBe(0);
  });

  it('has every number series without a gap, a register of each desk among them', async () => {
    expect((await verifySeries(db.pool, HA_TINH)).findings).toEqual([]);
    expect(await one(`select count(*) from motcua.number_counter where series like 'register:%'`)).toBe(10);
  });

  it('has late ones, waiting ones and every dossier that is closed closed before the world begins', async () => {
    expect(await one(`select count(*) from motcua.dossier where closed_at is null and state = 'in-process' and due_at < '2026-11-23T07:30:00+07'`)).toBeGreaterThan(5);
    expect(await one(`select count(*) from motcua.dossier where state = 'supplement-asked'`)).toBeGreaterThan(5);
    expect(await one(`select count(*) from motcua.dossier where closed_at >= '2026-11-23T07:30:00+07' or received_at >= '2026-11-23T07:30:00+07'`)).toBe(0);
  });

  it('leaves one open step with each dossier at work, and none with those that are done', async () => {
    expect(await one(`
      select count(*) from motcua.dossier d
      where state <> 'withdrawn' and (state in ('in-process', 'awaiting-financial-duty')) <> (1 = (
        select count(*) from motcua.dossier_step s where s.dossier_id = d.dossier_id and s.finished_at is null))`)).toBe(0);
  });

  it('keeps a numbered outcome for every dossier on its way home, and a receiver for every one returned', async () => {
    expect(await one(`
      select count(*) from motcua.dossier d where state in ('outcome-recorded', 'refused-by-agency', 'outcome-sent', 'ready-to-return', 'returned')
        and not exists (select from motcua.outcome o where o.dossier_id = d.dossier_id)`)).toBe(0);
    expect(await one(`
      select count(*) from motcua.dossier d where (state = 'returned') <> exists (select from motcua.outcome_return r where r.dossier_id = d.dossier_id)`)).toBe(0);
  });

  it('counts every bag that is at its goal', async () => {
    expect(await one(`
      select count(*) from motcua.hand_over h where (received_at is null) <> exists (
        select from motcua.hand_over_line l where l.hand_over_id = h.hand_over_id and l.result is null)`)).toBe(0);
    expect(await one(`select count(*) from motcua.dossier d where state not in ('received', 'cancelled', 'resolved-at-desk', 'filed-online', 'refused-at-desk')
      and not exists (select from motcua.hand_over_line l where l.dossier_id = d.dossier_id)`)).toBe(0);
  });

  it('gives each received dossier a receipt', async () => {
    expect(await one(`
      select count(*) from motcua.dossier d where state not in ('resolved-at-desk', 'filed-online', 'refused-at-desk') and not exists (
        select from motcua.issued_paper p where p.dossier_id = d.dossier_id
          and p.kind in ('intake-receipt', 'residence-receipt', 'posting-slip'))`)).toBe(0);
  });
});

describe('the world kybac-2019', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await worldDatabase('kybac-2019', { sample: true });
  }, 60_000);
  afterAll(() => db.close());

  it('opens Kỳ Bắc with nothing of its own, while Kỳ Phong has been at work', async () => {
    const { rows } = await db.pool.query('select desk_id, count(*)::int as count from motcua.dossier group by desk_id');
    expect(rows.map((row) => row.desk_id)).toEqual(['ky-phong']);
    expect(rows[0].count).toBeGreaterThan(20);
  });

  it('has a journal that can be walked without a finding', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    expect((await verifyJournal(db.pool, HA_TINH, publicKey)).findings).toEqual([]);
  });
});

// “What do I hold?” with three million things: a desk, an agency and a section ask over HTTP, each list in turn; and how
// many blocks of the database one answer touches, which no other load on the machine changes.
import { rmSync } from 'node:fs';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { type CustodyScope, FROM_THE_BEGINNING, countStatement, countValues, heldStatement, heldValues } from '#server/custody/held.sql.ts';
import type { Pool } from '#server/db/pool.ts';
import { findReader } from '#server/reading/reader.sql.ts';
import { CUSTODY_COUNT_CAP, CUSTODY_PAGE } from '#wire/custody.wire.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { startProduct } from '../tools/running-server.ts';
import type { Figures } from './bench.ts';
import { drive } from './load.ts';
import { loadManyDossiers } from './many-dossiers.ts';
import { ownDataFolder, withOwner, WORLD } from './own-world.ts';
import { type Answer, signIn } from './person.ts';

const SECONDS = 6;
const DOSSIERS = 100_000;
/** Each of them stands for thirty things: the range that is read does not know how many dossiers they are of. */
const EACH = 10;
const LISTS = ['held', 'coming', 'sent'] as const;
const LOGINS = [['tiepnhan.kyxuan', 'desk'], ['vanthu.kyxuan', 'agency'], ['vanphong.kyxuan', 'agency']] as const;

/** Of three kinds: papers, an outcome, and a paper that went another way; each where the dossier's state says. */
const loadThings = async (owner: Pool): Promise<void> => {
  await owner.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
  const { rows: indexes } = await owner.query<{ name: string; indexdef: string }>(
    `select i.indexname as name, i.indexdef from pg_indexes i where i.schemaname = 'motcua' and i.tablename = 'custody_thing' and i.indexname <> 'custody_thing_pkey'`);
  for (const { name } of indexes) await owner.query(`drop index motcua.${name}`);
  await owner.query(
    `insert into motcua.custody_thing (province_id, thing_id, kind, dossier_id, round_no, lines, name, count, holder_kind, holder_id,
       sender_kind, sender_id, bound_kind, bound_id, since, last_event_no)
     select 42, gen_random_uuid(), k.kind, d.dossier_id, 0, '{1}', case k.kind when 'outcome' then 'Kết quả số ' || d.code end, 1, p.place,
       case p.place when 'desk' then d.desk_id when 'transit' then d.dossier_id::text when 'citizen' then '' else d.agency_unit_id end,
       case p.place when 'transit' then 'desk' end, case p.place when 'transit' then d.desk_id end,
       case p.place when 'transit' then 'agency' end, case p.place when 'transit' then d.agency_unit_id end, d.received_at, 1
     from motcua.dossier d
     cross join unnest(array['papers', 'outcome', 'paper']) as k (kind) cross join generate_series(1, $1)
     cross join lateral (select case
       when d.state = 'handed-over' then 'transit'
       when d.state = 'returned' then case k.kind when 'papers' then 'archive' else 'citizen' end
       when d.state = 'ready-to-return' and k.kind = 'outcome' then 'desk'
       when d.state = 'supplement-asked' and k.kind = 'paper' then 'desk'
       else 'agency' end as place) p
     where d.province_id = 42 and not exists (select from motcua.custody_thing t where t.province_id = 42 and t.dossier_id = d.dossier_id)`, [EACH]);
  for (const { indexdef } of indexes) await owner.query(indexdef);
  await owner.query('vacuum analyze motcua.custody_thing');
  await owner.query('set session_replication_role = default');
};

type Plan = { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };

const blocksOf = async (app: Pool, text: string, values: unknown[]): Promise<number> => {
  const { rows: [row] } = await app.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>(`explain (analyze, buffers, format json) ${text}`, values);
  const plan = row?.['QUERY PLAN'][0].Plan;
  return plan ? plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] : 0;
};

/** Of the fullest list with its counts, as one answer reads them. */
const blocksFor = async (app: Pool, scope: CustodyScope): Promise<number> => {
  const pages: number[] = [];
  for (const list of LISTS) pages.push(await blocksOf(app, heldStatement(scope, list), heldValues(42, scope, FROM_THE_BEGINNING, CUSTODY_PAGE + 1)));
  return Math.max(...pages) + await blocksOf(app, countStatement(scope), countValues(42, scope, CUSTODY_COUNT_CAP + 1));
};

const scopeOf = async (app: Pool, login: string, side: 'desk' | 'agency'): Promise<CustodyScope> => {
  const { rows: [account] } = await app.query<{ id: AccountId }>('select account_id as id from motcua.account where province_id = 42 and login = $1', [login]);
  if (!account) throw new Error(`nobody signs in as ${login}`);
  const reader = await findReader(app, 42, account.id, dateOf(WORLD_FACTS[WORLD].startsAt as Moment));
  return side === 'desk' ? { side, places: reader.deskIds } : { side, reach: reader };
};

const good = (answer: Answer): boolean => answer.status === 200 && answer.text.length > 20;

export const benchHold = async (): Promise<Figures> => {
  const dataFolder = ownDataFolder('hold');
  const start = () => startProduct({ dataFolder, env: { MOTCUA_RATE_LIMITS: 'lifted' } });
  let product = await start();
  try {
    await product.stop();
    await withOwner(dataFolder, async (owner) => {
      await loadManyDossiers(owner, 0, DOSSIERS);
      await loadThings(owner);
    });
    product = await start();
    const { password } = WORLD_FACTS[WORLD];
    const people = await Promise.all(LOGINS.map(([login]) => signIn(product.hatinh, login, password)));
    const asking = (side: 'desk' | 'office', who: number) => drive(2, SECONDS, async (client, turn) => {
      const answer = await people[who]?.get(`/api/${side}/custody?list=${LISTS[(client + turn) % LISTS.length]}`);
      return answer !== undefined && good(answer);
    });
    const [desk, agency, section] = [await asking('desk', 0), await asking('office', 1), await asking('office', 2)];
    const [things, blocks] = await withOwner(dataFolder, async (_owner, app) => {
      const { rows: [counted] } = await app.query<{ n: string }>('select count(*) as n from motcua.custody_thing');
      const touched: number[] = [];
      for (const [login, side] of LOGINS) touched.push(await blocksFor(app, await scopeOf(app, login, side)));
      return [Number(counted?.n ?? 0), touched] as const;
    });
    return {
      desk_p95_ms: desk.p95, desk_p50_ms: desk.p50, agency_p95_ms: agency.p95, agency_p50_ms: agency.p50, section_p95_ms: section.p95, section_p50_ms: section.p50,
      desk_blocks: blocks[0] ?? 0, agency_blocks: blocks[1] ?? 0, section_blocks: blocks[2] ?? 0,
      failures: desk.failures + agency.failures + section.failures, clients: 2, things,
    };
  } finally {
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};

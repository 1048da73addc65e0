// Every clock of a province reckoned again, as `motcua clock recheck` does it: rows a second, read and compared.
import { rmSync } from 'node:fs';
import { clockFigures } from '#core/deadline/run-clock.ts';
import { compileCalendar } from '#core/deadline/compiled-calendar.ts';
import { clockFactsOf } from '#core/dossier/kept-clock.ts';
import { recheckClocks } from '#server/clock/recheck.ts';
import { loadCalendars, streamClocks } from '#server/clock/recheck.sql.ts';
import type { Pool } from '#server/db/pool.ts';
import { startProduct } from '../tools/running-server.ts';
import type { Figures } from './bench.ts';
import { loadManyDossiers } from './many-dossiers.ts';
import { ownDataFolder, withOwner } from './own-world.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 100_000);
const PROVINCE = 42;
const PLANTED = 3;

/** Every fourth was asked to supplement once, closed ones ended: as the acts would have kept it. */
const KEEP_CLOCKS = `
  with moment as (select 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"' as form, 'Asia/Ho_Chi_Minh' as zone)
  update motcua.dossier d set clock = jsonb_build_object(
    'receivedAt', to_char(d.received_at at time zone m.zone, m.form), 'startsAt', to_char(d.received_at at time zone m.zone, m.form), 'startRule', 'desk',
    'limit', coalesce(jsonb_path_query_first(p.content, '$.limits[*] ? (@.channel == "counter").limit'), '{"kind": "working-days", "days": 5}'),
    'large', false, 'siteId', k.site_id, 'channel', 'counter', 'cutoffTime', '15:00', 'policy', 'RESTART', 'calendar', d.calendar_version,
    'events', case when hashtext(d.code) % 4 = 0 then jsonb_build_array(
        jsonb_build_object('kind', 'supplement-asked', 'policy', 'RESTART', 'at', to_char((d.received_at + interval '1 day') at time zone m.zone, m.form)),
        jsonb_build_object('kind', 'supplied', 'complete', true, 'at', to_char((d.received_at + interval '2 days') at time zone m.zone, m.form))) else '[]' end
      || case when d.closed_at is not null then jsonb_build_array(jsonb_build_object('kind', 'finished', 'at', to_char(d.closed_at at time zone m.zone, m.form))) else '[]' end)
  from moment m, motcua.desk k, motcua.procedure_version p
  where d.province_id = $1 and d.clock is null and d.receiver_name = 'Người tiếp nhận mẫu' and k.province_id = $1 and k.desk_id = d.desk_id
    and p.province_id = $1 and p.procedure_code = d.procedure_code and p.version = d.procedure_version`;

/** What the acts would have stored. */
const storeReadings = async (owner: Pool, reader: Pool): Promise<void> => {
  const calendars = new Map((await loadCalendars(reader, PROVINCE)).map((calendar) => [`${calendar.calendarId}@${calendar.version}`, compileCalendar(calendar)]));
  for await (const rows of streamClocks(reader, PROVINCE)) {
    const readings = rows.flatMap(({ code, clock }) => {
      const calendar = clock && calendars.get(clock.calendar);
      const facts = clock && calendar && clockFactsOf(clock, calendar);
      const figures = facts && clockFigures(facts, clock.events);
      if (figures && !figures.ok) throw new Error(`${code}: ${figures.refusal.kind}`);
      return figures ? [{ code, due: figures.value.due, state: figures.value.state }] : [];
    });
    await owner.query(
      `update motcua.dossier d set due_at = r.due, clock_state = r.state
       from unnest($2::text[], $3::timestamptz[], $4::text[]) as r (code, due, state) where d.province_id = $1 and d.code = r.code`,
      [PROVINCE, readings.map((r) => r.code), readings.map((r) => r.due), readings.map((r) => r.state)],
    );
  }
};

/** Filled, three due moments moved, and reckoned again: the three and no other must be named. */
const measure = (dataFolder: string): Promise<Figures> => withOwner(dataFolder, async (owner, reader) => {
  await loadManyDossiers(owner, 0, ROWS);
  await owner.query(KEEP_CLOCKS, [PROVINCE]);
  await storeReadings(owner, reader);
  await owner.query(`update motcua.dossier set due_at = due_at + interval '1 day' where ctid in (
    select ctid from motcua.dossier where province_id = ${PROVINCE} and clock_state = 'running' limit ${PLANTED})`);
  await owner.query('vacuum analyze motcua.dossier');
  const named: string[] = [];
  const begun = performance.now();
  const { checked, differing, calendars } = await recheckClocks(reader, PROVINCE, ({ code }) => named.push(code));
  const seconds = (performance.now() - begun) / 1000;
  if (differing !== PLANTED || named.length !== PLANTED) throw new Error(`${differing} differences instead of the ${PLANTED} planted: ${named.slice(0, 5).join(', ')}`);
  return {
    dossiers: checked, seconds: Math.round(seconds * 100) / 100, dossiers_a_second: Math.round(checked / seconds),
    seconds_a_million: Math.round((1_000_000 * seconds) / checked), calendars, planted_and_named: PLANTED,
  };
});

export const benchRecheck = async (): Promise<Figures> => {
  const dataFolder = ownDataFolder('recheck');
  const product = await startProduct({ dataFolder });
  try {
    await product.stop();
    return await measure(dataFolder);
  } finally {
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};

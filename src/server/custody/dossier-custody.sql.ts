// The things of dossiers with the way of each; who may read the dossier was asked before.
import type { Pool } from 'pg';
import { trackOf } from '#core/custody/track.ts';
import type { Holder } from '#core/custody/thing.ts';
import type { DossierCustody } from '#wire/custody.wire.ts';
import { findEvents, findThings, findThingsById } from './things.sql.ts';

const keyOf = ({ kind, id }: Holder): string => `${kind === 'desk' || kind === 'courier' || kind === 'carrier' ? kind : 'unit'} ${id}`;

const findNames = async (pool: Pool, provinceId: number, holders: readonly Holder[]): Promise<ReadonlyMap<string, string>> => {
  const ids = (kinds: readonly Holder['kind'][]): readonly string[] => [...new Set(holders.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id))];
  const { rows } = await pool.query<{ key: string; name: string }>({
    name: 'find-holder-names',
    text: `select 'desk ' || k.desk_id as key, k.short_name as name from motcua.desk k where k.province_id = $1 and k.desk_id = any($2::text[])
           union all select 'unit ' || u.unit_id, u.short_name from motcua.unit u where u.province_id = $1 and u.unit_id = any($3::text[])
           union all select 'courier ' || a.account_id, a.full_name from motcua.account a where a.province_id = $1 and a.account_id::text = any($4::text[])
           union all select 'carrier ' || c.carrier_id, c.name from motcua.carrier_account c where c.province_id = $1 and c.carrier_id = any($5::text[])`,
    values: [provinceId, ids(['desk']), ids(['agency', 'archive']), ids(['courier']), ids(['carrier'])],
  });
  return new Map(rows.map(({ key, name }) => [key, name]));
};

const findNumbers = async (pool: Pool, provinceId: number, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ id: string; number: string }>({
    name: 'find-record-numbers',
    text: 'select paper_id as id, number from motcua.issued_paper where province_id = $1 and paper_id = any($2::uuid[]) and number is not null',
    values: [provinceId, recordIds],
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
};

/** Of a bag's dossiers all at once: as many questions as of one. */
export const findDossierCustody = async (pool: Pool, provinceId: number, dossierIds: readonly string[]): Promise<DossierCustody> => {
  const things = await findThings(pool, provinceId, dossierIds);
  if (things.length === 0) return [];
  const events = Map.groupBy(await findEvents(pool, provinceId, things.map(({ thingId }) => thingId)), ({ thingId }) => thingId);
  const tracks = things.map((thing) => ({ thing, stops: trackOf(events.get(thing.thingId) ?? []) }));
  const stops = tracks.flatMap((track) => track.stops);
  const [names, numbers, around] = await Promise.all([
    findNames(pool, provinceId, stops.map(({ holder }) => holder)),
    findNumbers(pool, provinceId, [...new Set(stops.flatMap(({ recordId }) => recordId ?? []))]),
    findThingsById(pool, provinceId, [...new Set(things.flatMap(({ insideId }) => insideId ?? []))]),
  ]);
  const labels = new Map(around.map(({ thingId, label }) => [thingId, label]));
  return tracks.map(({ thing: { thingId, kind, name, roundNo, count, insideId }, stops: own }) => ({
    thingId, kind, name, roundNo, count, insideLabel: insideId && labels.get(insideId),
    stops: own.map(({ holder, recordId, ...stop }) => ({
      ...stop, kind: holder.kind, name: names.get(keyOf(holder)), recordId, recordNumber: recordId === undefined ? undefined : numbers.get(recordId),
    })),
  }));
};

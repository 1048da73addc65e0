// What the chain of a dossier is made of. Whose chain may be asked for stands in the query that finds the dossier.
import type { Pool } from 'pg';
import type { Holder, Thing, ThingId } from '#core/custody/thing.ts';
import type { CustodyChain, RecordedEvent } from '#wire/epcis/epcis-chain.ts';
import { ownCode } from '../reading/code-alias.ts';
import { type Reader, readableInAgency } from '../reading/reader.sql.ts';
import { findRecordedEvents, findThings, findThingsById } from './things.sql.ts';

/** Of the desks where this person receives, or of the agencies where they work, as the dossier itself is read. */
export const mayReadChain = async (pool: Pool, provinceId: number, reader: Reader, dossierId: string): Promise<boolean> => {
  const { rowCount } = await pool.query({
    name: 'may-read-chain',
    text: `select from motcua.dossier d
           where d.province_id = $1 and d.dossier_id = $2 and (d.desk_id = any($3::text[]) or ${readableInAgency('$4', '$5', '$6')})`,
    values: [provinceId, dossierId, reader.deskIds, reader.unitIds, reader.wholeUnitIds, reader.accountId],
  });
  return rowCount === 1;
};

export const findDossierByCode = async (pool: Pool, provinceId: number, code: string): Promise<string | undefined> => {
  const { rows } = await pool.query<{ id: string }>({
    name: 'find-dossier-by-own-code',
    text: `select d.dossier_id as id from motcua.dossier d where d.province_id = $1 and d.code = ${ownCode('$2')}`, values: [provinceId, code],
  });
  return rows[0]?.id;
};

/** So many dossiers that have things, the same ones every time, from everywhere. */
export const sampleDossiers = async (pool: Pool, provinceId: number, count: number): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>({
    name: 'sample-dossiers-with-things',
    text: `select d.dossier_id as id from motcua.dossier d
           where d.province_id = $1 and exists (select from motcua.custody_thing t where t.province_id = $1 and t.dossier_id = d.dossier_id)
           order by md5(d.code) limit $2`,
    values: [provinceId, count],
  });
  return rows.map(({ id }) => id);
};

/** Bags and envelopes that these things lay in, and those in which these lay. */
const findContainers = async (pool: Pool, provinceId: number, things: readonly Thing[], events: readonly RecordedEvent[]): Promise<Pick<CustodyChain, 'things' | 'events'>> => {
  const known = new Set<string>(things.map(({ thingId }) => thingId));
  const missing = [...new Set(events.flatMap(({ kind, otherId }) => (kind === 'packed' && otherId !== undefined && !known.has(otherId) ? [otherId] : [])))];
  if (missing.length === 0) return { things, events };
  const [containers, theirs] = await Promise.all([findThingsById(pool, provinceId, missing), findRecordedEvents(pool, provinceId, missing)]);
  return findContainers(pool, provinceId, [...things, ...containers], [...events, ...theirs]);
};

const findCodes = async (pool: Pool, provinceId: number, dossierIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ id: string; code: string }>({
    name: 'find-codes-of-dossiers', text: 'select dossier_id as id, code from motcua.dossier where province_id = $1 and dossier_id = any($2::uuid[])', values: [provinceId, dossierIds],
  });
  return new Map(rows.map(({ id, code }) => [id, code]));
};

const findDamaged = async (pool: Pool, provinceId: number, dossierIds: readonly string[]): Promise<ReadonlySet<ThingId>> => {
  const { rows } = await pool.query<{ id: ThingId }>({
    name: 'find-damaged-things',
    text: `select thing_id as id from motcua.custody_case where province_id = $1 and dossier_id = any($2::uuid[]) and kind = 'damaged'`, values: [provinceId, dossierIds],
  });
  return new Set(rows.map(({ id }) => id));
};

export const findChain = async (pool: Pool, provinceId: number, dossierIds: readonly string[]): Promise<CustodyChain> => {
  const things = await findThings(pool, provinceId, dossierIds);
  const events = await findRecordedEvents(pool, provinceId, things.map(({ thingId }) => thingId));
  const [all, codes, damaged] = await Promise.all([
    findContainers(pool, provinceId, things, events), findCodes(pool, provinceId, dossierIds), findDamaged(pool, provinceId, dossierIds),
  ]);
  return { ...all, codes, damaged };
};

/** Desks and agencies by their full names. */
export const findPlaceNames = async (pool: Pool, provinceId: number): Promise<(holder: Holder) => string | undefined> => {
  const { rows } = await pool.query<{ key: string; name: string }>({
    name: 'find-names-of-places',
    text: `select 'desk ' || desk_id as key, name from motcua.desk where province_id = $1
           union all select 'unit ' || unit_id, name from motcua.unit where province_id = $1`,
    values: [provinceId],
  });
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  return ({ kind, id }) => {
    const name = names.get(`${kind === 'desk' ? 'desk' : 'unit'} ${id}`);
    return kind === 'archive' && name !== undefined ? `${name} (lưu trữ)` : name;
  };
};

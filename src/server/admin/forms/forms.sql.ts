// The table of forms with how it came about; its next version, and the papers that stand against it.
import type { Pool, PoolClient } from 'pg';
import type { FormTable, OneStopForm } from '#core/paper-form/form-versions.ts';
import type { DaySpan, FormFacts, FormVersionSet, PapersIssued } from '#core/paper-form/set-form-version.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { FormsView } from '#wire/forms.wire.ts';

const VERSIONS_SHOWN = 100;

export const listFormVersions = async (pool: Pool, provinceId: number): Promise<FormsView['versions']> => {
  const { rows } = await pool.query<FormsView['versions'][number]>(
    `select version, made_at as "madeAt", made_by_name as "madeByName", decision, reason, change
     from motcua.form_table where province_id = $1 order by version desc limit $2`, [provinceId, VERSIONS_SHOWN]);
  return rows;
};

export const loadNewestForms = async (db: PoolClient, provinceId: number): Promise<Omit<FormFacts, 'issued'> | undefined> => {
  const { rows } = await db.query<{ content: FormTable; at: Moment | null; byName: string | null; reason: string | null }>(
    `select content, made_at as at, made_by_name as "byName", reason from motcua.form_table where province_id = $1 order by version desc limit 1`, [provinceId]);
  const [row] = rows;
  if (!row) return undefined;
  const { content, at, byName, reason } = row;
  return { newest: content, ...(at === null || byName === null || reason === null ? {} : { made: { at, byName, reason } }) };
};

/** A register is made anew each time it is printed, by the day its book was opened. */
const ISSUED = `select issued_at as at from motcua.issued_paper where province_id = $1 and kind = $2 and $2 <> 'dossier-register'
  union all select opened_at from motcua.register_book where province_id = $1 and series like 'register:%' and $2 = 'dossier-register'`;

export const findPapersIssued = async (db: PoolClient, provinceId: number, form: OneStopForm, { from, until }: DaySpan): Promise<PapersIssued | undefined> => {
  const { rows } = await db.query<{ count: number; firstOn: PapersIssued['firstOn'] | null; lastOn: PapersIssued['lastOn'] | null }>(
    `select count(*)::int as count, min(i.day)::text as "firstOn", max(i.day)::text as "lastOn"
     from (select (at at time zone 'Asia/Ho_Chi_Minh')::date as day from (${ISSUED}) p) i where i.day >= $3::date and i.day < $4::date`,
    [provinceId, form, from, until]);
  const [row] = rows;
  return row && row.firstOn !== null && row.lastOn !== null ? { count: row.count, firstOn: row.firstOn, lastOn: row.lastOn } : undefined;
};

export type FormVersionMade = FormVersionSet & {
  readonly by: { readonly accountId: string; readonly name: string; readonly at: Moment };
  readonly decision: string;
  readonly reason: string;
};

export const insertFormTable = async (db: PoolClient, provinceId: number, { table, before, after, by, decision, reason }: FormVersionMade): Promise<void> => {
  await db.query(
    `insert into motcua.form_table (province_id, version, content, made_at, made_by, made_by_name, decision, reason, change)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [provinceId, table.version, JSON.stringify(table), by.at, by.accountId, by.name, decision, reason, JSON.stringify({ before, after })]);
};

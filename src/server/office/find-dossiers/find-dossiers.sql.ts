// Finding in the agency: by code or its end as it is read out, by identity number, by names without tones.
import type { Pool } from 'pg';
import type { InboxRow } from '#wire/office-inbox.wire.ts';
import { isPrintedAs } from '../../reading/code-alias.ts';
import { type AgencyScope, readableInAgency } from '../../reading/reader.sql.ts';
import { LIST_ROWS, listRowOf } from '../inbox/inbox.sql.ts';

export const FOUND_AT_MOST = 30;

const text = (where: string): string => `
  with page as (
    select d.dossier_id from motcua.dossier d
    where d.province_id = $1 and ${readableInAgency('$2', '$3', '$4')} and d.state not in ('received', 'cancelled') and ${where}
    order by d.received_at desc, d.dossier_id limit ${FOUND_AT_MOST}
  )
  ${LIST_ROWS}
  order by d.received_at desc, d.dossier_id`;

const literal = (typed: string): string => typed.replace(/[\\%_]/g, '\\$&');

const find = async (pool: Pool, name: string, where: string, provinceId: number, scope: AgencyScope, values: readonly unknown[]): Promise<readonly InboxRow[]> => {
  const { rows } = await pool.query<Record<string, unknown>>({ name, text: text(where), values: [provinceId, scope.unitIds, scope.wholeUnitIds, scope.accountId, ...values] });
  return rows.map(listRowOf);
};

export const findInAgencyByCode = async (pool: Pool, provinceId: number, scope: AgencyScope, code: string): Promise<readonly InboxRow[]> => {
  const exact = await find(pool, 'find-in-agency-by-code', 'd.code = $5', provinceId, scope, [code]);
  if (exact.length > 0) return exact;
  const printed = await find(pool, 'find-in-agency-by-printed-code', isPrintedAs('$5'), provinceId, scope, [code]);
  if (printed.length > 0) return printed;
  const reversed = [...code].reverse().join('');
  return find(pool, 'find-in-agency-by-code-end', 'reverse(d.code) like $5', provinceId, scope, [`${literal(reversed)}%`]);
};

export const findInAgencyByIdentity = (pool: Pool, provinceId: number, scope: AgencyScope, number: string): Promise<readonly InboxRow[]> =>
  find(pool, 'find-in-agency-by-identity', 'd.identity_numbers @> array[$5::text]', provinceId, scope, [number]);

const MOST_WORDS = 5;

export const findInAgencyByName = (pool: Pool, provinceId: number, scope: AgencyScope, words: readonly string[]): Promise<readonly InboxRow[]> => {
  const used = words.slice(0, MOST_WORDS);
  const where = used.map((_word, index) => `d.names_folded like $${index + 5}`).join(' and ');
  return find(pool, `find-in-agency-by-name-${used.length}`, where, provinceId, scope, used.map((word) => `%${literal(word)}%`));
};

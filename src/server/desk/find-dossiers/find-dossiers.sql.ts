// Finding at the desk: by code, by the end of a code, by identity number, by names without tones.
import type { Pool } from 'pg';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ListedRow } from '#wire/answers/dossier-row.ts';
import { isPrintedAs } from '../../reading/code-alias.ts';
import { ROW_COLUMNS } from '../../dossier-view/dossier-row.sql.ts';

export const PAGE = 20;

// the page is found first, by what the index holds, and only its rows are read
const page = (where: string): string => `
  with page as (
    select d.dossier_id from motcua.dossier d
    where d.province_id = $1 and d.desk_id = $2 and ${where}
    order by d.received_at desc, d.dossier_id limit ${PAGE + 1} offset $3
  )
  select ${ROW_COLUMNS} from page join motcua.dossier d on d.province_id = $1 and d.dossier_id = page.dossier_id
  order by d.received_at desc, d.dossier_id`;

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
const reversed = (text: string): string => [...text].reverse().join('');

type Place = { readonly provinceId: number; readonly deskId: DeskId; readonly page: number };
const offsetOf = (place: Place): number => (place.page - 1) * PAGE;

/** The whole code first; then a beginning or an end of one, as it is read out. */
export const findByCode = async (pool: Pool, place: Place, code: string): Promise<readonly ListedRow[]> => {
  const exact = await pool.query<ListedRow>({
    name: 'find-by-code', text: page('d.code = $4'), values: [place.provinceId, place.deskId, offsetOf(place), code],
  });
  if (exact.rows.length > 0 || place.page > 1) return exact.rows;
  const printed = await pool.query<ListedRow>({
    name: 'find-by-printed-code', text: page(isPrintedAs('$4')), values: [place.provinceId, place.deskId, offsetOf(place), code],
  });
  if (printed.rows.length > 0) return printed.rows;
  const end = await pool.query<ListedRow>({
    name: 'find-by-code-end', text: page('reverse(d.code) like $4'),
    values: [place.provinceId, place.deskId, offsetOf(place), `${literal(reversed(code))}%`],
  });
  if (end.rows.length > 0) return end.rows;
  const start = await pool.query<ListedRow>({
    name: 'find-by-code-start', text: page('d.code like $4'), values: [place.provinceId, place.deskId, offsetOf(place), `${literal(code)}%`],
  });
  return start.rows;
};

/** On a shipment of this desk. */
export const findByItem = async (pool: Pool, place: Place, itemNumber: string): Promise<readonly ListedRow[]> => {
  const { rows } = await pool.query<ListedRow>({
    name: 'find-by-item',
    text: page(`d.dossier_id in (select l.dossier_id from motcua.shipment s join motcua.shipment_dossier l on l.province_id = $1 and l.shipment_id = s.shipment_id
      where s.province_id = $1 and s.desk_id = $2 and s.item_number = $4)`),
    values: [place.provinceId, place.deskId, offsetOf(place), itemNumber],
  });
  return rows;
};

export const findByIdentity = async (pool: Pool, place: Place, number: string): Promise<readonly ListedRow[]> => {
  const { rows } = await pool.query<ListedRow>({
    name: 'find-by-identity', text: page('d.identity_numbers @> array[$4::text]'),
    values: [place.provinceId, place.deskId, offsetOf(place), number],
  });
  return rows;
};

const MOST_WORDS = 5;

/** Every word, in any order: 'thu nguyen' finds 'Nguyễn Văn Thử'. */
export const findByName = async (pool: Pool, place: Place, words: readonly string[]): Promise<readonly ListedRow[]> => {
  const used = words.slice(0, MOST_WORDS);
  const { rows } = await pool.query<ListedRow>({
    name: `find-by-name-${used.length}`,
    text: page(used.map((_word, index) => `d.names_folded like $${index + 4}`).join(' and ')),
    values: [place.provinceId, place.deskId, offsetOf(place), ...used.map((word) => `%${literal(word)}%`)],
  });
  return rows;
};

// Every number that stands anywhere, by the series it was taken from. Read whole, by the administrator's command line only.
import type { Pool } from 'pg';
import { PAPER_SYMBOLS } from '#core/numbering/series.ts';
import type { NumberRange } from '#core/numbering/series-check.ts';

export type SeriesRow = { readonly series: string; readonly period: string; readonly lastNumber: number; readonly numbers: readonly number[]; readonly gaps: readonly NumberRange[] };

const YEAR = (at: string): string => `to_char(${at} at time zone 'Asia/Ho_Chi_Minh', 'YYYY')`;
/** '05/HDHS' → 5 */
const LEADING = (text: string): string => `substring(${text} from '^[0-9]+')::int`;

const STANDING = `
  select 'register:' || desk_id as series, year::text as period, number from motcua.register_entry where province_id = $1
  union all
  select 'certification:' || substr(book, 9) || ':' || unit_id, substr(book, 4, 4), number from motcua.certification_entry where province_id = $1
  union all
  select 'dossier:' || receiving_unit_id, substring(code from '-([0-9]{6})-[0-9]+$'), substring(code from '([0-9]+)$')::int
  from motcua.dossier where province_id = $1 and not code_is_provisional and code ~ '-[0-9]{6}-[0-9]{4,}$' and state not in ('filed-online', 'refused-at-desk')
  union all
  select 'paper:hand-over-record:' || case when h.direction = 'to-agency' then d.receiving_unit_id else h.agency_unit_id end, ${YEAR('h.sent_at')}, ${LEADING('h.record_number')}
  from motcua.hand_over h join motcua.desk d on d.province_id = h.province_id and d.desk_id = h.desk_id where h.province_id = $1
  union all
  -- receipts have a series of their own since they name the register
  select 'paper:' || p.kind || ':' || d.receiving_unit_id, ${YEAR('p.issued_at')}, ${LEADING('p.number')}
  from motcua.issued_paper p join motcua.desk d on d.province_id = p.province_id and d.desk_id = p.desk_id
  where p.province_id = $1 and (p.kind = 'intake-receipt' and p.payload ? 'register' or p.kind = 'guidance-slip') and p.number ~ '^[0-9]+'
  union all
  -- before reception it is the desk's, of its receiving unit; afterwards the agency's
  select 'paper:supplement-request:' || coalesce(d.agency_unit_id, k.receiving_unit_id), ${YEAR('p.issued_at')}, ${LEADING('p.number')}
  from motcua.issued_paper p
  left join motcua.dossier d on d.province_id = p.province_id and d.dossier_id = p.dossier_id
  left join motcua.desk k on k.province_id = p.province_id and k.desk_id = p.desk_id
  where p.province_id = $1 and p.kind in ('supplement-request', 'residence-guidance') and p.number ~ '^[0-9]+'
  union all
  select 'outcome:' || d.agency_unit_id || ':' || substr(o.number, position('/' in o.number) + 1), ${YEAR('o.issued_at')}, ${LEADING('o.number')}
  from motcua.outcome o join motcua.dossier d on d.province_id = o.province_id and d.dossier_id = o.dossier_id
  where o.province_id = $1 and o.kind = 'outcome' and o.number ~ '^[0-9]+/'`;

/** Series whose numbers can be read back from what bears them. */
export const READABLE = `^(register|certification|dossier|outcome|paper:(hand-over-record|intake-receipt|guidance-slip|supplement-request)):`;

export const findAllSeries = async (pool: Pool, provinceId: number): Promise<readonly SeriesRow[]> => {
  const { rows } = await pool.query<SeriesRow>(
    `with standing as (select series, period, array_agg(number order by number) as numbers from (${STANDING}) s group by series, period),
     counter as (select series, period, last_number from motcua.number_counter where province_id = $1 and series ~ $2)
     select coalesce(s.series, c.series) as series, coalesce(s.period, c.period) as period, coalesce(c.last_number, 0) as "lastNumber",
       coalesce(s.numbers, '{}') as numbers,
       coalesce((select jsonb_agg(jsonb_build_object('from', g.from_number, 'to', g.to_number) order by g.from_number) from motcua.number_gap g
         where g.province_id = $1 and g.series = coalesce(s.series, c.series) and g.period = coalesce(s.period, c.period)), '[]') as gaps
     from standing s full join counter c on c.series = s.series and c.period = s.period
     order by 1, 2`,
    [provinceId, READABLE],
  );
  return rows;
};

/** 'Sổ theo dõi hồ sơ', 'Mã hồ sơ' … for a person at the command line. */
export const seriesName = (series: string): string => {
  const [kind = '', form = '', unit = ''] = series.split(':');
  switch (kind) {
    case 'register': return `Sổ theo dõi hồ sơ (${form})`;
    case 'certification': return `Sổ chứng thực ${form} (${unit})`;
    case 'dossier': return `Mã hồ sơ (${form})`;
    case 'outcome': return `Kết quả …/${unit} (${form})`;
    default: return `Giấy …/${PAPER_SYMBOLS[form as keyof typeof PAPER_SYMBOLS] ?? form} (${unit})`;
  }
};

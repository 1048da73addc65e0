// Every number that stands anywhere, by the series it was taken from. Read whole, by the administrator's command line only.
import type { Pool } from 'pg';
import { PAPER_SYMBOLS } from '#core/numbering/series.ts';
import type { NumberRange } from '#core/numbering/series-check.ts';

export type SeriesRow = { readonly series: string; readonly period: string; readonly lastNumber: number; readonly numbers: readonly number[]; readonly gaps: readonly NumberRange[]; readonly held: readonly NumberRange[] };

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
  -- printed without a line for a dossier that had its code already
  select 'dossier:' || d.receiving_unit_id, substring(a.code from '-([0-9]{6})-[0-9]+$'), substring(a.code from '([0-9]+)$')::int
  from motcua.dossier_code_alias a join motcua.dossier d on d.province_id = a.province_id and d.dossier_id = a.dossier_id
  where a.province_id = $1 and a.code ~ '-[0-9]{6}-[0-9]{4,}$' and a.code !~ '^TAM-'
  union all
  select 'paper:hand-over-record:' || case when h.direction = 'to-agency' then d.receiving_unit_id else h.agency_unit_id end, ${YEAR('h.sent_at')}, ${LEADING('h.record_number')}
  from motcua.hand_over h join motcua.desk d on d.province_id = h.province_id and d.desk_id = h.desk_id where h.province_id = $1
  union all
  select 'paper:' || s.form || ':' || case s.side when 'desk' then k.receiving_unit_id when 'place' then coalesce(k.receiving_unit_id, c.place_id) else d.agency_unit_id end, ${YEAR('p.issued_at')}, ${LEADING('p.number')}
  from motcua.issued_paper p
  left join motcua.dossier d on d.province_id = p.province_id and d.dossier_id = p.dossier_id
  left join motcua.desk k on k.province_id = p.province_id and k.desk_id = p.desk_id
  left join motcua.stock_count c on c.province_id = p.province_id and c.count_id = p.paper_id
  cross join lateral (
    select case p.kind when 'residence-guidance' then 'supplement-request' when 'residence-refusal' then 'refusal-notice' else p.kind end as form,
      case
        -- before reception it is the desk's, of its receiving unit; afterwards the agency's
        when p.kind = 'stock-count-record' then 'place'
        when p.kind in ('complaint-receipt', 'complaint-notice') then 'desk'
        when p.dossier_id is null or d.state = 'refused-at-desk' then 'desk'
        when p.kind in ('intake-receipt', 'residence-receipt', 'invitation') then 'desk'
        when p.kind = 'hand-over-record' and p.payload->>'direction' = 'to-agency' then 'desk'
        -- numbered where the papers changed hands: at the agency only in the act of withdrawing itself
        when p.kind = 'withdrawal-note' and not exists (
          select from motcua.journal j
          where j.province_id = p.province_id and j.dossier_id = p.dossier_id and j.act = 'withdraw-at-agency' and j.at = p.issued_at) then 'desk'
        else 'agency' end as side) s
  where p.province_id = $1 and p.number ~ '^[0-9]+' and (
    p.kind in ('residence-receipt', 'guidance-slip', 'supplement-request', 'residence-guidance', 'refusal-notice', 'residence-refusal',
      'apology-notice', 'stop-notice', 'withdrawal-note', 'invitation', 'stock-count-record', 'complaint-receipt', 'complaint-notice', 'liability-minute', 'remittance-slip')
    -- receipts have a series of their own since they name the register; of copies certified at once they name none
    or p.kind = 'intake-receipt' and (p.payload ? 'register' or d.state = 'resolved-at-desk')
    -- papers on their way back, and what carriers, couriers and agencies were given under a record of the desk, have no bag of their own
    or p.kind = 'hand-over-record' and (p.dossier_id is not null or not exists (select from motcua.hand_over h where h.province_id = p.province_id and h.hand_over_id = p.paper_id)))
  union all
  select series, period, number from motcua.item_number where province_id = $1
  union all
  select 'bag-label', '', substr(label, 4, 8)::int from motcua.bag where province_id = $1
  union all
  select 'outcome:' || d.agency_unit_id || ':' || substr(o.number, position('/' in o.number) + 1), ${YEAR('o.issued_at')}, ${LEADING('o.number')}
  from motcua.outcome o join motcua.dossier d on d.province_id = o.province_id and d.dossier_id = o.dossier_id
  where o.province_id = $1 and o.kind = 'outcome' and o.number ~ '^[0-9]+/'`;

/** Series whose numbers can be read back from what bears them. */
const READABLE = '^(register|certification|dossier|outcome|paper|item):|^bag-label$';

export const findAllSeries = async (pool: Pool, provinceId: number): Promise<readonly SeriesRow[]> => {
  const { rows } = await pool.query<SeriesRow>(
    `with standing as (select series, period, array_agg(number order by number) as numbers from (${STANDING}) s group by series, period),
     counter as (select series, period, last_number from motcua.number_counter where province_id = $1 and series ~ $2)
     select coalesce(s.series, c.series) as series, coalesce(s.period, c.period) as period, coalesce(c.last_number, 0) as "lastNumber",
       coalesce(s.numbers, '{}') as numbers,
       coalesce((select jsonb_agg(jsonb_build_object('from', g.from_number, 'to', g.to_number) order by g.from_number) from motcua.number_gap g
         where g.province_id = $1 and g.series = coalesce(s.series, c.series) and g.period = coalesce(s.period, c.period)), '[]') as gaps,
       coalesce((select jsonb_agg(jsonb_build_object('from', l.from_number, 'to', coalesce(l.unused_from - 1, l.to_number)))
         from motcua.number_lease l join motcua.device v on v.province_id = $1 and v.device_id = l.device_id
         where l.province_id = $1 and l.series = coalesce(s.series, c.series) and l.period = coalesce(s.period, c.period)
           and v.numbers_closed_at is null), '[]') as held
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
    case 'bag-label': return 'Nhãn túi hồ sơ';
    case 'item': return `Số hiệu bưu gửi (${form})`;
    case 'outcome': return `Kết quả …/${unit} (${form})`;
    default: return `${form === 'residence-receipt' ? 'Phiếu CT04' : 'Giấy'} …/${PAPER_SYMBOLS[form as keyof typeof PAPER_SYMBOLS] ?? form} (${unit})`;
  }
};

import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { type Reader, readableInAgency } from '../../reading/reader.sql.ts';

/** The agency that papers were sent to under the record `i`. */
const SENT_TO = `(select e.bound_id from motcua.custody_event e where e.province_id = $1 and e.record_id = i.paper_id and e.kind = 'sent' and e.bound_kind = 'agency' limit 1)`;

/** Those of one's desk, of dossiers one may read, and the records and minutes that one's agency signs; not what one once issued elsewhere. */
const READABLE = `(i.desk_id = any($3::text[]) or exists (
  select from motcua.dossier d where d.province_id = $1 and d.dossier_id = i.dossier_id
    and (d.desk_id = any($3::text[]) or ${readableInAgency('$4', '$5', '$6')}))
  or exists (
    select from motcua.hand_over h where h.province_id = $1 and h.hand_over_id = i.paper_id and h.agency_unit_id = any($4::text[]))
  or ${SENT_TO} = any($4::text[])
  or exists (
    select from motcua.stock_count c where c.province_id = $1 and c.count_id = i.paper_id and c.place_kind = 'agency' and c.place_id = any($5::text[]))
  or exists (
    select from motcua.custody_minute n join motcua.custody_case m on m.province_id = $1 and m.case_id = n.case_id
    where n.province_id = $1 and n.minute_id = i.paper_id and m.agency_unit_id = any($4::text[])))`;

const valuesOf = (provinceId: number, reader: Reader, paperId: string): readonly unknown[] =>
  [provinceId, paperId, reader.deskIds, reader.unitIds, reader.wholeUnitIds, reader.accountId];

export type PaperRow = {
  readonly paperId: string;
  readonly deskId: string | null;
  readonly payload: PaperPayload;
  readonly printCount: number;
  readonly lastPrintedAt: Moment | null;
  /** Every journalled print was given already: the next one is journalled first. */
  readonly spent: boolean;
};

/** A look is no print. The first print needs no reason; each further one is given once for each re-print in the journal. */
export const openPaper = async (pool: Pool, provinceId: number, reader: Reader, paperId: string, prints: boolean): Promise<PaperRow | undefined> => {
  const { rows } = await pool.query<PaperRow>({
    name: 'open-paper',
    text: `with taken as (
             update motcua.issued_paper i set print_count = greatest(i.print_count, 1), prints_taken = i.prints_taken + 1
             where i.province_id = $1 and i.paper_id = $2 and $7::boolean and i.prints_taken < greatest(i.print_count, 1) and ${READABLE}
             returning i.paper_id)
           select i.paper_id as "paperId", i.desk_id as "deskId", i.payload, i.print_count as "printCount", $7::boolean and not exists (select from taken) as spent,
             (select max(j.at) from motcua.journal j
              where j.province_id = $1 and j.dossier_id = i.dossier_id and j.act = 'reprint-paper' and i.print_count > 1) as "lastPrintedAt"
           from motcua.issued_paper i where i.province_id = $1 and i.paper_id = $2 and ${READABLE}`,
    values: [...valuesOf(provinceId, reader, paperId), prints],
  });
  return rows[0];
};

export type LockedPaper = {
  readonly paperId: string;
  readonly dossierId: string | null;
  readonly deskId: string | null;
  /** The agency whose dossier or record it is, above any section. */
  readonly agencyRootUnitId: UnitId | null;
  readonly kind: string;
  readonly number: string | null;
  readonly printCount: number;
};

export const lockPaper = async (db: PoolClient, provinceId: number, reader: Reader, paperId: string): Promise<LockedPaper | undefined> => {
  const { rows } = await db.query<LockedPaper>({
    name: 'lock-paper',
    text: `select i.paper_id as "paperId", i.dossier_id as "dossierId", i.desk_id as "deskId", i.kind, i.number, i.print_count as "printCount",
             (select case when u.kind = 'section' then u.parent_unit_id else u.unit_id end
              from motcua.unit u where u.province_id = $1 and u.unit_id = coalesce(
                (select d.agency_unit_id from motcua.dossier d where d.province_id = $1 and d.dossier_id = i.dossier_id),
                (select h.agency_unit_id from motcua.hand_over h where h.province_id = $1 and h.hand_over_id = i.paper_id), ${SENT_TO},
                (select c.place_id from motcua.stock_count c where c.province_id = $1 and c.count_id = i.paper_id and c.place_kind = 'agency'),
                (select m.agency_unit_id from motcua.custody_minute n join motcua.custody_case m on m.province_id = $1 and m.case_id = n.case_id where n.province_id = $1 and n.minute_id = i.paper_id))) as "agencyRootUnitId"
           from motcua.issued_paper i where i.province_id = $1 and i.paper_id = $2 and ${READABLE} for update of i`,
    values: [...valuesOf(provinceId, reader, paperId)],
  });
  return rows[0];
};

export const savePrint = async (db: PoolClient, provinceId: number, paperId: string, printCount: number): Promise<void> => {
  await db.query({
    name: 'save-print',
    // exactly one more is given, whatever came of the prints before
    text: 'update motcua.issued_paper set print_count = $3::smallint, prints_taken = greatest(prints_taken, $3::smallint - 1) where province_id = $1 and paper_id = $2',
    values: [provinceId, paperId, printCount],
  });
};

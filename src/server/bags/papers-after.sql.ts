// Papers that lie at a desk while their agency has the dossier, and those on their way to it under a record of their own.
import type { Pool, PoolClient } from 'pg';
import { FOLLOWED_IN } from '#core/custody/papers-after.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '#core/organisation/organisation.ts';
import { type AgencyScope, readableInAgency } from '../reading/reader.sql.ts';

const OWNER = `coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName')`;
const MOST = 300;

export type PapersRow = { readonly dossierId: DossierId; readonly code: string; readonly ownerName: string; readonly procedureName: string; readonly pieces: number };

/** What lies in a bag goes with its bag. */
export const findPapersToFollow = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<readonly (PapersRow & { readonly agencyUnitId: UnitId; readonly agencyName: string })[]> => {
  const { rows } = await pool.query<PapersRow & { agencyUnitId: UnitId; agencyName: string }>({
    name: 'find-papers-to-follow',
    text: `select d.dossier_id as "dossierId", d.code, ${OWNER} as "ownerName", d.procedure_name as "procedureName", d.agency_unit_id as "agencyUnitId", u.name as "agencyName", sum(t.count)::int as pieces
           from motcua.custody_thing t join motcua.dossier d on d.province_id = $1 and d.dossier_id = t.dossier_id
           join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
           where t.province_id = $1 and t.holder_kind = 'desk' and t.holder_id = $2 and t.kind in ('papers', 'paper') and t.inside_id is null and d.desk_id = $2 and d.state = any($3::text[])
           group by d.province_id, d.dossier_id, u.name order by u.name, d.code limit ${MOST}`,
    values: [provinceId, deskId, FOLLOWED_IN],
  });
  return rows;
};

export type PaperForms = { readonly dossierId: string; readonly original: number; readonly certifiedCopy: number; readonly plainCopy: number };

/** What these lines of each dossier are, as the record counts them. */
export const countForms = async (db: PoolClient, provinceId: number, lines: readonly { readonly dossierId: string; readonly lineNo: number }[]): Promise<readonly PaperForms[]> => {
  const { rows } = await db.query<PaperForms>({
    name: 'count-forms-of-lines',
    text: `select p.dossier_id as "dossierId", coalesce(sum(p.count) filter (where p.form = 'original'), 0)::int as original,
             coalesce(sum(p.count) filter (where p.form = 'certified-copy'), 0)::int as "certifiedCopy", coalesce(sum(p.count) filter (where p.form = 'plain-copy'), 0)::int as "plainCopy"
           from unnest($2::uuid[], $3::int[]) as l (dossier_id, line_no)
           join motcua.dossier_paper p on p.province_id = $1 and p.dossier_id = l.dossier_id and p.line_no = l.line_no
           group by p.dossier_id`,
    values: [provinceId, lines.map(({ dossierId }) => dossierId), lines.map(({ lineNo }) => lineNo)],
  });
  return rows;
};

export type ComingRow = PapersRow & { readonly recordId: string; readonly recordNumber: string; readonly deskName: string; readonly sentAt: Moment; readonly sentByName: string };

/** Not under a hand-over's record, where they are counted with their bag. */
const OWN_RECORD = (recordId: string): string => `not exists (select from motcua.hand_over h where h.province_id = $1 and h.hand_over_id = ${recordId})`;

/** On their way to where this person works, of dossiers that they may see there. */
export const findComingPapers = async (pool: Pool, provinceId: number, reach: AgencyScope): Promise<readonly ComingRow[]> => {
  const { rows } = await pool.query<ComingRow>({
    name: 'find-coming-papers',
    text: `select d.dossier_id as "dossierId", d.code, ${OWNER} as "ownerName", d.procedure_name as "procedureName", sum(t.count)::int as pieces,
             i.paper_id as "recordId", i.number as "recordNumber", k.name as "deskName", i.issued_at as "sentAt", i.payload->'giver'->>'personName' as "sentByName"
           from motcua.custody_thing t join motcua.dossier d on d.province_id = $1 and d.dossier_id = t.dossier_id
           join motcua.issued_paper i on i.province_id = $1 and i.paper_id = t.holder_id::uuid
           join motcua.desk k on k.province_id = $1 and k.desk_id = i.desk_id
           where t.province_id = $1 and t.holder_kind = 'transit' and t.bound_kind = 'agency' and t.bound_id = any($2::text[]) and t.kind in ('papers', 'paper')
             and d.state = any($5::text[]) and ${OWN_RECORD('i.paper_id')} and ${readableInAgency('$2', '$3', '$4')}
           group by d.province_id, d.dossier_id, i.province_id, i.paper_id, k.name order by i.issued_at, i.paper_id, d.code limit ${MOST}`,
    values: [provinceId, reach.unitIds, reach.wholeUnitIds, reach.accountId, FOLLOWED_IN],
  });
  return rows;
};

/** Whose papers are on their way under this record, and who signed for the desk. */
export const findRecordSent = async (
  db: PoolClient, provinceId: number, recordId: string, unitIds: readonly string[],
): Promise<{ readonly dossierIds: readonly DossierId[]; readonly givenBy: readonly AccountId[] } | undefined> => {
  const { rows: [row] } = await db.query<{ dossierIds: DossierId[] | null; givenBy: AccountId }>({
    name: 'find-papers-record',
    text: `select i.issued_by as "givenBy", (select json_agg(distinct t.dossier_id) from motcua.custody_thing t
             where t.province_id = $1 and t.holder_kind = 'transit' and t.holder_id = $2::text and t.bound_kind = 'agency' and t.bound_id = any($3::text[])) as "dossierIds"
           from motcua.issued_paper i where i.province_id = $1 and i.paper_id = $2::uuid and i.kind = 'hand-over-record' and ${OWN_RECORD('i.paper_id')}`,
    values: [provinceId, recordId, unitIds],
  });
  return row?.dossierIds ? { dossierIds: row.dossierIds, givenBy: [row.givenBy] } : undefined;
};

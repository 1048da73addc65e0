// Everything of a dossier that stands on paper, with the signatures it has. What one may not read is not there.
import type { Pool } from 'pg';
import type { SignatureRole } from '#core/dossier/sign-paper.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import { type AgencyScope, readableInAgency } from '../reading/reader.sql.ts';
import { AWAITS_SEAL, awaitsSigner, currentDraft } from './draft.sql.ts';
import type { CredentialRow } from './signing.sql.ts';

export type PaperRow = {
  readonly paperId: string | null;
  readonly outcomeNo: number | null;
  /** The file that was proposed, before it is issued. */
  readonly draft: string | null;
  readonly awaitsSigner: boolean;
  readonly awaitsSeal: boolean;
  readonly kind: string;
  readonly formVersion: string | null;
  readonly name: string | null;
  readonly number: string | null;
  /** The outcome as it was sent in, or with the signatures it has. */
  readonly file: string | null;
  readonly signatures: readonly {
    readonly role: SignatureRole; readonly signerName: string; readonly byName: string; readonly signedAt: Moment; readonly serial: string;
    readonly stampedAt?: Moment; readonly stampMissing?: true;
    readonly service: CredentialRow['kind'];
  }[];
};

/** The agency whose seal it is; undefined: not to be seen. */
export const findSealOwner = async (pool: Pool, provinceId: number, dossierId: string, scope: AgencyScope): Promise<UnitId | undefined> => {
  const { rows } = await pool.query<{ unitId: UnitId }>({
    name: 'find-seal-owner',
    text: `select case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as "unitId"
           from motcua.dossier d join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
           where d.province_id = $1 and d.dossier_id = $2 and ${readableInAgency('$3', '$4', '$5')}`,
    values: [provinceId, dossierId, scope.unitIds, scope.wholeUnitIds, scope.accountId],
  });
  return rows[0]?.unitId;
};

/** The newest first; what was replaced is left out. */
export const listPapers = async (pool: Pool, provinceId: number, dossierId: string): Promise<readonly PaperRow[]> => {
  const { rows } = await pool.query<PaperRow>({
    name: 'list-signable-papers',
    text: `with standing as (
             select 'paper:' || i.paper_id as subject, i.paper_id, null::integer as outcome_no, null::text as draft, i.kind, i.form_version, null::text as name, i.number, null::text as file,
               i.issued_at, false as awaits_signer, false as awaits_seal
             from motcua.issued_paper i where i.province_id = $1 and i.dossier_id = $2 and i.superseded_at is null
             union all
             select 'outcome:' || o.dossier_id || ':' || o.outcome_no, null, o.outcome_no, null, 'outcome', null, o.name, o.number, o.file, o.issued_at, false, ${AWAITS_SEAL}
             from motcua.outcome o where o.province_id = $1 and o.dossier_id = $2
             union all
             select 'draft:' || d.dossier_id || ':' || d.draft, null, null, d.draft, 'draft', null, null, null, d.file, 'infinity', d.at_signer, false
             from (select x.dossier_id, ${currentDraft('x.dossier_id')} as draft, ${awaitsSigner('x.dossier_id')} as at_signer,
                     (select f.sha256 from motcua.stored_file f where f.province_id = $1 and f.sha256 = ${currentDraft('x.dossier_id')} and f.media_type = 'application/pdf') as file
                   from motcua.dossier x where x.province_id = $1 and x.dossier_id = $2 and x.state = 'in-process') d
             where d.draft is not null and (d.at_signer or exists (
               select from motcua.signed_file g where g.province_id = $1 and g.subject = 'draft:' || d.dossier_id || ':' || d.draft)))
           select s.paper_id as "paperId", s.outcome_no as "outcomeNo", s.draft, s.awaits_signer as "awaitsSigner", s.awaits_seal as "awaitsSeal", s.kind, s.form_version as "formVersion", s.name, s.number,
             case when s.file is null then null else coalesce((select f.sha256 from motcua.signed_file f
               where f.province_id = $1 and f.subject = s.subject order by f.signature_no desc limit 1), s.file) end as file,
             coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', f.role, 'signerName', f.signer_name, 'byName', f.signed_by_name,
               'signedAt', f.signed_at, 'serial', f.certificate_serial, 'service', v.kind, 'stampedAt', f.stamped_at,
               'stampMissing', case when f.stamp_missing is not null then true end)) order by f.signature_no)
               from motcua.signed_file f join motcua.signing_service v on v.province_id = $1 and v.service_id = f.service_id
               where f.province_id = $1 and f.subject = s.subject), '[]') as signatures
           from standing s order by s.issued_at desc, s.subject`,
    values: [provinceId, dossierId],
  });
  return rows;
};

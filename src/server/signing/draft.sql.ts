// The leader signs the draft, văn thư issues that very file: its signature goes with it to the outcome.
import type { Pool, PoolClient } from 'pg';

export const draftSubject = (dossierId: string, sha256: string): string => `draft:${dossierId}:${sha256}`;

/** The draft that was proposed in this round: what was proposed before the dossier was sent back no longer counts. */
export const currentDraft = (dossierId: string): string => `(
  select s.draft_file from motcua.dossier_step s
  where s.province_id = $1 and s.dossier_id = ${dossierId} and s.proposal is not null
    and s.line_no > coalesce((
      select max(b.line_no) from motcua.dossier_step b
      where b.province_id = $1 and b.dossier_id = ${dossierId} and b.result in ('sent-back', 'supplement-asked')), 0)
  order by s.line_no desc limit 1)`;

export const awaitsSigner = (dossierId: string): string => `exists (
  select from motcua.dossier_step w
  where w.province_id = $1 and w.dossier_id = ${dossierId} and w.role = 'signing-leader' and w.finished_at is null)`;

/** Of the outcome o: to be sealed digitally, and the agency has not signed. */
export const AWAITS_SEAL = `(o.seals_digitally and not exists (
  select from motcua.signed_file q
  where q.province_id = $1 and q.subject = 'outcome:' || o.dossier_id || ':' || o.outcome_no and q.role = 'agency-seal'))`;

export const draftIsSigned = async (db: Pool | PoolClient, provinceId: number, dossierId: string, sha256: string): Promise<boolean> => {
  const { rows } = await db.query<{ signed: boolean }>({
    name: 'draft-is-signed',
    text: `select exists (select from motcua.signed_file where province_id = $1 and dossier_id = $2 and sha256 = $3
             and subject like 'draft:%' and role = 'leader') as signed`,
    values: [provinceId, dossierId, sha256],
  });
  return rows[0]?.signed ?? false;
};

export const carryDraftSignatures = async (
  db: PoolClient, provinceId: number, dossierId: string, sha256: string, outcomeNo: number,
): Promise<void> => {
  await db.query({
    name: 'carry-draft-signatures',
    text: `insert into motcua.signed_file (province_id, subject, signature_no, dossier_id, role, sha256, signer_name, certificate_serial, service_id, signed_at, signed_by, signed_by_name, stamped_at, stamp_missing)
           select province_id, 'outcome:' || dossier_id || ':' || $4::integer, signature_no, dossier_id, role, sha256, signer_name, certificate_serial, service_id, signed_at, signed_by, signed_by_name, stamped_at, stamp_missing
           from motcua.signed_file where province_id = $1 and dossier_id = $2 and sha256 = $3 and subject like 'draft:%'
           order by signed_at desc limit 1`,
    values: [provinceId, dossierId, sha256, outcomeNo],
  });
};

// What was brought with a complaint: named by whoever sent it here, kept with the complaint, read by whoever may read that.
import type { Pool, PoolClient } from 'pg';
import type { ProofKind } from '#core/complaint/complaint.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ComplaintView } from '#wire/complaints.wire.ts';
import type { ActContext } from '../acts/act.ts';
import type { StoredFile } from '../files/files.sql.ts';

type ProofNamed = { readonly kind: ProofKind; readonly sha256: string };

/** Files that this person did not send. */
export const findNotSent = async (db: PoolClient, { provinceId, accountId }: ActContext, proofs: readonly ProofNamed[]): Promise<readonly string[]> => {
  if (proofs.length === 0) return [];
  const { rows } = await db.query<{ sha256: string }>({
    name: 'find-proofs-not-sent',
    text: `select p.sha256 from unnest($3::text[]) as p (sha256) where not exists (
             select from motcua.file_upload u where u.province_id = $1 and u.sha256 = p.sha256 and u.stored_by = $2)`,
    values: [provinceId, accountId, proofs.map(({ sha256 }) => sha256)],
  });
  return rows.map(({ sha256 }) => sha256);
};

/** What the complaint has already, in their order. */
export const findKept = async (db: PoolClient, provinceId: number, complaintId: string): Promise<readonly string[]> => {
  const { rows } = await db.query<{ sha256: string }>({
    name: 'find-proofs-kept', text: 'select sha256 from motcua.complaint_proof where province_id = $1 and complaint_id = $2 order by proof_no', values: [provinceId, complaintId],
  });
  return rows.map(({ sha256 }) => sha256);
};

export const insertProofs = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, complaintId: string, proofs: readonly ProofNamed[], after = 0): Promise<void> => {
  if (proofs.length === 0) return;
  await db.query({
    name: 'insert-complaint-proofs',
    text: `insert into motcua.complaint_proof (province_id, complaint_id, proof_no, kind, sha256, added_at, added_by, added_by_name)
           select $1, $2, $8::int + p.proof_no, p.kind, p.sha256, $3, $4, $5 from unnest($6::text[], $7::text[]) with ordinality as p (kind, sha256, proof_no)`,
    values: [provinceId, complaintId, now, accountId, accountName, proofs.map(({ kind }) => kind), proofs.map(({ sha256 }) => sha256), after],
  });
};

export const findProofs = async (pool: Pool, provinceId: number, complaintId: string): Promise<ComplaintView['proofs']> => {
  const { rows } = await pool.query<ComplaintView['proofs'][number]>({
    name: 'find-complaint-proofs',
    text: `select p.proof_no::int as "proofNo", p.kind, f.media_type as "mediaType", p.added_at as "addedAt", p.added_by_name as "addedByName"
           from motcua.complaint_proof p join motcua.stored_file f on f.province_id = $1 and f.sha256 = p.sha256
           where p.province_id = $1 and p.complaint_id = $2 order by p.proof_no`,
    values: [provinceId, complaintId],
  });
  return rows;
};

export const findProofFile = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], complaintId: string, proofNo: number): Promise<Pick<StoredFile, 'sha256' | 'mediaType'> | undefined> => {
  const { rows: [row] } = await pool.query<Pick<StoredFile, 'sha256' | 'mediaType'>>({
    name: 'find-complaint-proof-file',
    text: `select f.sha256, f.media_type as "mediaType" from motcua.complaint c
           join motcua.complaint_proof p on p.province_id = $1 and p.complaint_id = c.complaint_id and p.proof_no = $4
           join motcua.stored_file f on f.province_id = $1 and f.sha256 = p.sha256
           where c.province_id = $1 and c.complaint_id = $3 and c.desk_id = any($2::text[])`,
    values: [provinceId, deskIds, complaintId, proofNo],
  });
  return row;
};

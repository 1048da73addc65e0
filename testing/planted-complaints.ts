// A complaint about a dossier that has ended, with both its papers and a proof, laid straight into the tables.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { complaintReceived, complaintSettled } from '#documents/samples/post-papers.ts';

export const plantComplaint = async (pool: Pool, dossierId: string, proof: string): Promise<string> => {
  const [complaintId, noticeId] = [randomUUID(), randomUUID()];
  for (const [paperId, payload] of [[complaintId, complaintReceived], [noticeId, complaintSettled]] as const) {
    await pool.query(
      `insert into motcua.issued_paper (province_id, paper_id, desk_id, kind, form_version, payload, issued_at, issued_by) values (42, $1, 'ky-bac', $2, 'v1', $3, '2019-11-18T07:00:00+07:00', $1)`,
      [paperId, payload.kind, payload]);
  }
  await pool.query(
    `insert into motcua.complaint (province_id, complaint_id, number, desk_id, subject, subject_id, subject_code, dossier_ids, by_kind, complainant, content, between_provinces, received_at, received_by, received_by_name,
       settle_by, explanation, state, ended_at, ended_by_name, result, ground, note, notice_id, notice_number)
     values (42, $1, '00/TNKN', 'ky-bac', 'dossier', $2, 'x', array[$2::uuid], 'citizen', '{"fullName": "Người thử", "address": "Kỳ Bắc"}', 'x', false, '2019-11-18T07:00:00+07:00', $1, 'Người thử',
       '2019-11-25', '[]', 'settled', '2019-11-18T07:10:00+07:00', 'Người thử', 'upheld', 'x', 'x', $3, '00/TBKN')`, [complaintId, dossierId, noticeId]);
  await pool.query(
    `insert into motcua.complaint_proof (province_id, complaint_id, proof_no, kind, sha256, added_at, added_by, added_by_name) values (42, $1, 1, 'posting', $2, '2019-11-18T07:00:00+07:00', $1, 'Người thử')`, [complaintId, proof]);
  return complaintId;
};

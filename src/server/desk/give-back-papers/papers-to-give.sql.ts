import type { Pool } from 'pg';
import type { z } from 'zod';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { papersToGiveView } from '#wire/give-back-papers.wire.ts';

type Row = z.output<typeof papersToGiveView>['rows'][number];
const MOST_LISTED = 300;

/** Sent back by the agency to this desk, not yet in anybody's hands; the longest waiting first. */
export const findPapersToGive = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<readonly Row[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-papers-to-give',
    text: `
      select d.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName", d.parties->'applicant'->>'fullName' as "applicantName",
        b.cause, b.since, b.sent_at as "sentAt", b.record_number as "recordNumber", d.papers_at = 'at-desk' as counted
      from motcua.dossier d
      join motcua.papers_back b on b.province_id = $1 and b.dossier_id = d.dossier_id
      where d.province_id = $1 and d.desk_id = $2 and d.papers_at in ('on-the-way', 'at-desk')
      order by b.sent_at, d.code limit ${MOST_LISTED}`,
    values: [provinceId, deskId],
  });
  return rows;
};

// The last proposal of the round: what was proposed before the dossier was sent back no longer counts.
import type { Pool, PoolClient } from 'pg';
import type { Proposal } from '#core/dossier/complete-step.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';

type Row = { readonly kind: 'grant' | 'refuse'; readonly reason: string | null; readonly ground: string | null; readonly draftFile: Sha256 | null };

export const findProposal = async (db: Pool | PoolClient, provinceId: number, dossierId: string): Promise<Proposal | undefined> => {
  const { rows } = await db.query<Row>({
    name: 'find-proposal',
    text: `
      select proposal as kind, proposal_reason as reason, proposal_ground as ground, draft_file as "draftFile"
      from motcua.dossier_step s
      where province_id = $1 and dossier_id = $2 and proposal is not null
        and line_no > coalesce((
          select max(line_no) from motcua.dossier_step
          where province_id = $1 and dossier_id = $2 and result in ('sent-back', 'supplement-asked')), 0)
      order by line_no desc limit 1`,
    values: [provinceId, dossierId],
  });
  const [row] = rows;
  if (!row) return undefined;
  return row.kind === 'refuse'
    ? { kind: 'refuse', reason: row.reason ?? '', legalGround: row.ground ?? '' }
    : { kind: 'grant', ...(row.draftFile ? { draftFile: row.draftFile } : {}) };
};

import type { PoolClient } from 'pg';
import type { SupplementAsked } from '#core/dossier/ask-supplement.ts';
import type { AskSupplementBody } from '#wire/ask-supplement.wire.ts';
import type { ActContext } from '../../acts/act.ts';

export const countRequests = async (db: PoolClient, provinceId: number, dossierId: string): Promise<number> => {
  const { rows } = await db.query<{ count: number }>({
    name: 'count-supplement-requests',
    text: 'select count(*)::int as count from motcua.supplement_request where province_id = $1 and dossier_id = $2',
    values: [provinceId, dossierId],
  });
  return rows[0]?.count ?? 0;
};

export const insertRequest = async (
  db: PoolClient, context: ActContext, dossierId: string, body: AskSupplementBody, asked: SupplementAsked,
): Promise<void> => {
  await db.query({
    name: 'insert-supplement-request',
    text: `
      insert into motcua.supplement_request
        (province_id, dossier_id, request_no, asked_at, asked_by, asked_by_name, items, reason, answer_by, is_late, second_ground)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      context.provinceId, dossierId, asked.requestNo, context.now, context.accountId, context.accountName,
      JSON.stringify(body.items), body.reason, asked.answerBy ?? null, asked.late, asked.repeated ? (body.secondGround ?? null) : null,
    ],
  });
};

import type { PoolClient } from 'pg';
import type { AskFinancialDutyBody } from '#wire/ask-financial-duty.wire.ts';
import type { ActContext } from '../../acts/act.ts';

export const countDuties = async (db: PoolClient, provinceId: number, dossierId: string): Promise<number> => {
  const { rows } = await db.query<{ count: number }>({
    name: 'count-financial-duties',
    text: 'select count(*)::int as count from motcua.financial_duty where province_id = $1 and dossier_id = $2',
    values: [provinceId, dossierId],
  });
  return rows[0]?.count ?? 0;
};

export const insertDuty = async (
  db: PoolClient, context: ActContext, dossierId: string, dutyNo: number, body: AskFinancialDutyBody,
): Promise<void> => {
  await db.query({
    name: 'insert-financial-duty',
    text: `
      insert into motcua.financial_duty (province_id, dossier_id, duty_no, notice, amount, pay_by, asked_at, asked_by, asked_by_name)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      context.provinceId, dossierId, dutyNo, body.notice, body.amount ?? null, body.payBy ?? null,
      context.now, context.accountId, context.accountName,
    ],
  });
};

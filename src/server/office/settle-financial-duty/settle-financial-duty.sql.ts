import type { PoolClient } from 'pg';
import type { SettleFinancialDutyBody } from '#wire/settle-financial-duty.wire.ts';
import type { ActContext } from '../../acts/act.ts';

export type OpenDuty = { readonly dutyNo: number };

export const findOpenDuty = async (db: PoolClient, provinceId: number, dossierId: string): Promise<OpenDuty | undefined> => {
  const { rows } = await db.query<OpenDuty>({
    name: 'find-open-duty',
    text: `select duty_no as "dutyNo" from motcua.financial_duty
           where province_id = $1 and dossier_id = $2 and settled_at is null order by duty_no desc limit 1`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

export const saveSettled = async (
  db: PoolClient, context: ActContext, dossierId: string, dutyNo: number, body: SettleFinancialDutyBody,
): Promise<void> => {
  await db.query({
    name: 'save-settled-duty',
    text: `
      update motcua.financial_duty
      set settled_at = $4, settled_by = $5, settled_by_name = $6, paid_on = $7, proof = $8
      where province_id = $1 and dossier_id = $2 and duty_no = $3`,
    values: [context.provinceId, dossierId, dutyNo, context.now, context.accountId, context.accountName, body.paidOn, body.proof],
  });
};

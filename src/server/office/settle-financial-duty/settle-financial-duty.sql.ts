import type { PoolClient } from 'pg';
import type { Waiting } from '#core/deadline/due-after-supplement.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { SettleFinancialDutyBody } from '#wire/settle-financial-duty.wire.ts';
import type { ActContext } from '../../acts/act.ts';

export type OpenDuty = { readonly dutyNo: number; readonly askedAt: Moment };

export const findOpenDuty = async (db: PoolClient, provinceId: number, dossierId: string): Promise<OpenDuty | undefined> => {
  const { rows } = await db.query<OpenDuty>({
    name: 'find-open-duty',
    text: `select duty_no as "dutyNo", asked_at as "askedAt" from motcua.financial_duty
           where province_id = $1 and dossier_id = $2 and settled_at is null order by duty_no desc limit 1`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

export type Waits = {
  readonly ended: readonly Pick<Waiting, 'kind' | 'askedAt' | 'answeredAt'>[];
  /** When the agency signed for the dossier: the postal regime's clock starts there. */
  readonly handedOverAt: Moment | null;
};

export const findWaits = async (db: PoolClient, provinceId: number, dossierId: string): Promise<Waits> => {
  const ended = await db.query<Waits['ended'][number]>({
    name: 'find-ended-waits',
    text: `
      select 'supplement' as kind, asked_at as "askedAt", answered_at as "answeredAt"
      from motcua.supplement_request where province_id = $1 and dossier_id = $2 and answered_at is not null
      union all
      select 'financial-duty', asked_at, settled_at
      from motcua.financial_duty where province_id = $1 and dossier_id = $2 and settled_at is not null
      order by 2`,
    values: [provinceId, dossierId],
  });
  const taken = await db.query<{ at: Moment }>({
    name: 'find-first-step-start',
    text: 'select min(started_at) as at from motcua.dossier_step where province_id = $1 and dossier_id = $2',
    values: [provinceId, dossierId],
  });
  return { ended: ended.rows, handedOverAt: taken.rows[0]?.at ?? null };
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

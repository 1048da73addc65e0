import type { PoolClient } from 'pg';
import type { OfficeDossier } from '#core/dossier/office-work.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';

/** Until when the citizen had time, for what is being waited for now. */
export const findAnswerBy = async (
  db: PoolClient, provinceId: number, dossier: Pick<OfficeDossier, 'dossierId' | 'state'>,
): Promise<Moment | PlainDate | undefined> => {
  if (dossier.state === 'awaiting-financial-duty') {
    const { rows } = await db.query<{ payBy: PlainDate | null }>({
      name: 'find-pay-by',
      text: `select pay_by as "payBy" from motcua.financial_duty
             where province_id = $1 and dossier_id = $2 and settled_at is null order by duty_no desc limit 1`,
      values: [provinceId, dossier.dossierId],
    });
    return rows[0]?.payBy ?? undefined;
  }
  const { rows } = await db.query<{ answerBy: Moment | null }>({
    name: 'find-answer-by',
    text: `select answer_by as "answerBy" from motcua.supplement_request
           where province_id = $1 and dossier_id = $2 and answered_at is null order by request_no desc limit 1`,
    values: [provinceId, dossier.dossierId],
  });
  return rows[0]?.answerBy ?? undefined;
};

import type { PoolClient } from 'pg';
import type { OutcomeReturned, ReturnOutcome } from '#core/dossier/return-outcome.ts';
import type { Moment } from '#core/kernel/moment.ts';

export type UnpaidFee = { readonly lineNo: number; readonly name: string; readonly amount: number };

export const findUnpaidFees = async (db: PoolClient, provinceId: number, dossierId: string): Promise<readonly UnpaidFee[]> => {
  const { rows } = await db.query<UnpaidFee>({
    name: 'find-unpaid-fees',
    text: `select line_no as "lineNo", name, amount from motcua.dossier_fee
           where province_id = $1 and dossier_id = $2 and collected_at is null and amount > 0 order by line_no`,
    values: [provinceId, dossierId],
  });
  return rows;
};

export const saveReturn = async (
  db: PoolClient, provinceId: number, dossierId: string, at: Moment, command: ReturnOutcome, { hands, collectedFeeLines }: OutcomeReturned,
): Promise<void> => {
  await db.query({
    name: 'save-return',
    text: `with paid as (
             update motcua.dossier_fee set collected_at = $3
             where province_id = $1 and dossier_id = $2 and line_no = any($4::smallint[]) and collected_at is null)
           insert into motcua.outcome_return
             (province_id, dossier_id, return_no, returned_at, returned_by, returned_by_name, assistant_id, assistant_name, receiver,
              receipt_shown, lost_receipt_note, recalled_papers, originals_returned, signature, signing)
           values ($1, $2, (select coalesce(max(r.return_no), 0) + 1 from motcua.outcome_return r where r.province_id = $1 and r.dossier_id = $2), $3, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    values: [
      provinceId, dossierId, at, collectedFeeLines, hands.receiverId, hands.receiverName, hands.assistantId ?? null, hands.assistantName ?? null,
      JSON.stringify(command.receiver), command.receiptShown, command.lostReceiptNote ?? null, JSON.stringify(command.recalledPapers),
      command.originalsReturned, command.signature ?? null, command.signing ? JSON.stringify(command.signing) : null,
    ],
  });
};

import type { PoolClient } from 'pg';
import type { ReceiptInForce, ReceiptSuperseded, RegisterLine } from '#core/dossier/supersede-receipt.ts';
import { searchKeysOf } from '#core/dossier/receive-dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { SupersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import { receiptInForce, registerLine } from '../../dossier-view/receipt.sql.ts';
import { insertFees } from '../save/desk-save.sql.ts';

export type OldReceipt = { readonly receipt: ReceiptInForce | null; readonly register: RegisterLine | null };

export const findOldReceipt = async (db: PoolClient, provinceId: number, deskId: DeskId, dossierId: string): Promise<OldReceipt> => {
  const { rows } = await db.query<OldReceipt>({
    name: 'find-receipt-in-force',
    text: `select ${receiptInForce('$2')} as receipt, ${registerLine('$2', '$3')} as register`,
    values: [provinceId, dossierId, deskId],
  });
  return rows[0] ?? { receipt: null, register: null };
};

export type Collected = { readonly feeId: string; readonly amount: number; readonly at: Moment };

/** Money that was taken at the counter before: a correction neither forgets it nor takes it anew. */
export const findCollected = async (db: PoolClient, provinceId: number, dossierId: string): Promise<readonly Collected[]> => {
  const { rows } = await db.query<Collected>({
    name: 'find-collected',
    text: `select fee_id as "feeId", sum(amount) as amount, min(collected_at) as at from motcua.dossier_fee
           where province_id = $1 and dossier_id = $2 and collected_at is not null group by fee_id order by fee_id`,
    values: [provinceId, dossierId],
  });
  return rows;
};

/** What was paid then is not paid now. */
export const keepCollectedAt = async (db: PoolClient, provinceId: number, dossierId: string, before: readonly Collected[]): Promise<void> => {
  await db.query({
    name: 'keep-collected-at',
    text: `update motcua.dossier_fee f set collected_at = b.at
           from unnest($3::text[], $4::timestamptz[]) as b (fee_id, at)
           where f.province_id = $1 and f.dossier_id = $2 and f.fee_id = b.fee_id and f.collected_at is not null`,
    values: [provinceId, dossierId, before.map((line) => line.feeId), before.map((line) => line.at)],
  });
};

/** The dossier's own record follows the new receipt; the old paper stays as it was, marked as superseded. */
export const saveSuperseded = async (
  db: PoolClient, provinceId: number, dossierId: string, at: Moment, command: SupersedeReceiptCommand,
  { assessed, hands, receivedAt }: ReceiptSuperseded, oldPaperId: string | undefined,
): Promise<void> => {
  const { namesFolded, identityNumbers } = searchKeysOf(command.parties);
  const { procedure, transfer, fees } = assessed;
  await db.query({
    name: 'save-superseded',
    text: `with old as (
             update motcua.issued_paper set superseded_at = $3 where province_id = $1 and paper_id = $4)
           update motcua.dossier set
             procedure_code = $5, procedure_version = $6, procedure_name = $7, case_id = $8, agency_unit_id = $9,
             mode = case when regime = 'public-post' then 'postal-service' else $10 end,
             parties = $11, answers = $12, received_at = $13, receiver_id = $14, receiver_name = $15, assistant_id = $16,
             assistant_name = $17, names_folded = $18, identity_numbers = $19, due = null, due_at = null, clock_state = null
           where province_id = $1 and dossier_id = $2`,
    values: [
      provinceId, dossierId, at, oldPaperId ?? null, procedure.code, procedure.version, procedure.name, command.caseId,
      transfer.agencyUnitId, transfer.mode, JSON.stringify(command.parties), JSON.stringify(command.answers), receivedAt,
      hands.receiverId, hands.receiverName, hands.assistantId ?? null, hands.assistantName ?? null, namesFolded, identityNumbers,
    ],
  });
  await db.query({
    name: 'drop-intake-papers',
    text: `with papers as (delete from motcua.dossier_paper where province_id = $1 and dossier_id = $2 and round_no = 0)
           delete from motcua.dossier_fee where province_id = $1 and dossier_id = $2`,
    values: [provinceId, dossierId],
  });
  await insertFees(db, provinceId, dossierId, at, fees);
};

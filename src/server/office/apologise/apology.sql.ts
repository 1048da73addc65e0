// The apologies of a dossier: prepared, then signed or sent back; kept one after the other.
import type { Pool, PoolClient } from 'pg';
import type { ApologyKept } from '#core/dossier/apology.ts';
import type { SigningCapacity } from '#core/dossier/complete-step.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ApologyView } from '#wire/apology.wire.ts';
import type { ActContext } from '../../acts/act.ts';

type Row = { readonly [K in keyof Required<ApologyView>]: Required<ApologyView>[K] | null };

export const findApologies = async (db: Pool | PoolClient, provinceId: number, dossierId: string): Promise<readonly ApologyView[]> => {
  const { rows } = await db.query<Row>({
    name: 'find-apologies',
    text: `
      select apology_no as "apologyNo", reason, old_due as "oldDue", new_due as "newDue", prepared_at as "preparedAt",
        prepared_by_name as "preparedByName", decision, decided_at as "decidedAt", decided_by_name as "decidedByName", note,
        paper_number as "paperNumber"
      from motcua.apology where province_id = $1 and dossier_id = $2 order by apology_no`,
    values: [provinceId, dossierId],
  });
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as ApologyView & ApologyKept);
};

export const insertApology = async (
  db: PoolClient, context: ActContext, dossierId: string,
  apology: Pick<ApologyKept, 'apologyNo' | 'reason' | 'oldDue' | 'newDue'>,
): Promise<void> => {
  await db.query({
    name: 'insert-apology',
    text: `
      insert into motcua.apology (province_id, dossier_id, apology_no, reason, old_due, new_due, prepared_at, prepared_by, prepared_by_name)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      context.provinceId, dossierId, apology.apologyNo, apology.reason, apology.oldDue, apology.newDue,
      context.now, context.accountId, context.accountName,
    ],
  });
};

type Decided =
  | { readonly decision: 'signed'; readonly capacity: SigningCapacity; readonly paperNumber: string; readonly oldDue: Moment }
  | { readonly decision: 'returned'; readonly note: string };

export const decideApology = async (db: PoolClient, context: ActContext, dossierId: string, apologyNo: number, decided: Decided): Promise<void> => {
  const signed = decided.decision === 'signed' ? decided : undefined;
  await db.query({
    name: 'decide-apology',
    text: `
      update motcua.apology
      set decision = $4, decided_at = $5, decided_by = $6, decided_by_name = $7, note = $8, signing_prefix = $9, signing_title = $10,
          paper_number = $11, old_due = coalesce($12, old_due)
      where province_id = $1 and dossier_id = $2 and apology_no = $3 and decision is null`,
    values: [
      context.provinceId, dossierId, apologyNo, decided.decision, context.now, context.accountId, context.accountName,
      decided.decision === 'returned' ? decided.note : null, signed?.capacity.prefix ?? null, signed?.capacity.title ?? null,
      signed?.paperNumber ?? null, signed?.oldDue ?? null,
    ],
  });
};

/** On the dossier's own row, for the signer's list. */
export const markApologyWaits = async (db: PoolClient, provinceId: number, dossierId: string, waits: boolean): Promise<void> => {
  await db.query({
    name: 'mark-apology-waits',
    text: 'update motcua.dossier set apology_waits = $3 where province_id = $1 and dossier_id = $2',
    values: [provinceId, dossierId, waits],
  });
};

// The outcome's row: number and symbol, who signed in what capacity, who issued.
import type { PoolClient } from 'pg';
import type { SigningCapacity } from '#core/dossier/complete-step.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../../acts/act.ts';

export type OutcomeRow = {
  readonly kind: 'outcome' | 'refusal';
  readonly name: string;
  readonly number: string;
  readonly signer: { readonly accountId: AccountId; readonly name: string; readonly capacity: SigningCapacity };
  readonly file?: string;
  readonly hasPaper: boolean;
  readonly ground?: string;
  readonly sealsDigitally?: boolean;
};

export const insertOutcome = async (db: PoolClient, context: ActContext, dossierId: string, row: OutcomeRow): Promise<number> => {
  const { rows } = await db.query<{ outcomeNo: number }>({
    name: 'insert-outcome',
    text: `
      insert into motcua.outcome (province_id, dossier_id, outcome_no, kind, name, number, issued_at, signed_by, signed_by_name,
        signing_prefix, signing_title, issued_by, issued_by_name, file, has_paper, ground, seals_digitally)
      select $1, $2, coalesce(max(outcome_no), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
      from motcua.outcome where province_id = $1 and dossier_id = $2
      returning outcome_no as "outcomeNo"`,
    values: [
      context.provinceId, dossierId, row.kind, row.name, row.number, context.now, row.signer.accountId, row.signer.name,
      row.signer.capacity.prefix, row.signer.capacity.title, context.accountId, context.accountName,
      row.file ?? null, row.hasPaper, row.ground ?? null, row.sealsDigitally ?? false,
    ],
  });
  const [inserted] = rows;
  if (!inserted) throw new Error('no outcome was inserted');
  return inserted.outcomeNo;
};

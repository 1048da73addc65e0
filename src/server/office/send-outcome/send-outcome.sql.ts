import type { PoolClient } from 'pg';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../../acts/act.ts';
import { AWAITS_SEAL } from '../../signing/draft.sql.ts';

export type LastOutcome = { readonly name: string; readonly number: string; readonly hasPaper: boolean; readonly awaitsSeal: boolean };

export const findLastOutcomes = async (
  db: PoolClient, provinceId: number, dossierIds: readonly string[],
): Promise<ReadonlyMap<string, LastOutcome>> => {
  const { rows } = await db.query<LastOutcome & { readonly dossierId: string }>({
    name: 'find-last-outcomes',
    text: `
      select distinct on (o.dossier_id) o.dossier_id as "dossierId", o.name, o.number, o.has_paper as "hasPaper", ${AWAITS_SEAL} as "awaitsSeal"
      from motcua.outcome o where o.province_id = $1 and o.dossier_id = any($2::uuid[])
      order by o.dossier_id, o.outcome_no desc`,
    values: [provinceId, dossierIds],
  });
  return new Map(rows.map((row) => [row.dossierId, row]));
};

export type HandOverBack = {
  readonly handOverId: string;
  readonly number: string;
  readonly deskId: DeskId;
  readonly agencyUnitId: UnitId;
  readonly lines: readonly { readonly dossierId: string; readonly paperCount: number }[];
};

export const insertHandOverBack = async (db: PoolClient, context: ActContext, record: HandOverBack): Promise<void> => {
  await db.query({
    name: 'insert-hand-over-back',
    text: `
      insert into motcua.hand_over
        (province_id, hand_over_id, direction, desk_id, agency_unit_id, record_number, sent_at, sent_by, sent_by_name)
      values ($1, $2, 'to-desk', $3, $4, $5, $6, $7, $8)`,
    values: [
      context.provinceId, record.handOverId, record.deskId, record.agencyUnitId, record.number,
      context.now, context.accountId, context.accountName,
    ],
  });
  await db.query({
    name: 'insert-hand-over-back-lines',
    text: `
      insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count)
      select $1, $2, l.dossier_id, l.paper_count from unnest($3::uuid[], $4::smallint[]) as l (dossier_id, paper_count)`,
    values: [
      context.provinceId, record.handOverId, record.lines.map((line) => line.dossierId), record.lines.map((line) => line.paperCount),
    ],
  });
};

import type { Pool, PoolClient } from 'pg';
import type { z } from 'zod';
import type { DossierExtended } from '#core/dossier/extend-dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ExtendDossierBody, extensionView } from '#wire/extend-dossier.wire.ts';
import type { ActContext } from '../../acts/act.ts';

export type ExtensionRow = z.output<typeof extensionView>;

export const findExtensions = async (db: Pool | PoolClient, provinceId: number, dossierId: string): Promise<readonly ExtensionRow[]> => {
  const { rows } = await db.query<ExtensionRow>({
    name: 'find-extensions',
    text: `
      select ground, law, decision_number as "decisionNumber", decided_on as "decidedOn", old_due as "oldDue", new_due as "newDue", at, by_name as "byName"
      from motcua.extension where province_id = $1 and dossier_id = $2 order by extension_no`,
    values: [provinceId, dossierId],
  });
  return rows;
};

export const insertExtension = async (
  db: PoolClient, context: ActContext, dossierId: string, body: ExtendDossierBody, extended: DossierExtended, newDue: Moment,
): Promise<void> => {
  await db.query({
    name: 'insert-extension',
    text: `
      insert into motcua.extension
        (province_id, dossier_id, extension_no, ground, law, decision_number, decided_on, old_due, new_due, at, by_account, by_name)
      select $1, $2, coalesce(max(extension_no), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
      from motcua.extension where province_id = $1 and dossier_id = $2`,
    values: [
      context.provinceId, dossierId, extended.extension.ground, extended.extension.law, body.decisionNumber, body.decidedOn,
      extended.oldDue, newDue, context.now, context.accountId, context.accountName,
    ],
  });
};

import type { Pool, PoolClient } from 'pg';
import type { ProcedureCode, ProcedureVersion } from '#core/procedure/procedure.ts';

export type NewestVersion = { readonly content: ProcedureVersion; readonly used: boolean };

/** The newest version of a procedure, and whether dossiers were received under it. */
export const findNewestVersion = async (db: Pool | PoolClient, provinceId: number, code: ProcedureCode, lock?: 'for update'): Promise<NewestVersion | undefined> => {
  const { rows } = await db.query<NewestVersion>(
    `select content, exists (select 1 from motcua.dossier d where d.province_id = p.province_id
       and d.procedure_code = p.procedure_code and d.procedure_version = p.version) as used
     from motcua.procedure_version p where province_id = $1 and procedure_code = $2 order by version desc limit 1 ${lock ?? ''}`,
    [provinceId, code]);
  return rows[0];
};

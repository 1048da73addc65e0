// A file may be named only by who could read it: naming it opens it to whoever reads the dossier.
import type { PoolClient } from 'pg';
import type { AccountId } from '#core/organisation/organisation.ts';

/** Uploaded by this person, or the draft that was signed. */
export const fileIsKnown = async (
  db: PoolClient, provinceId: number, sha256: string, accountId: AccountId, dossierId: string,
): Promise<boolean> => {
  const { rows } = await db.query<{ known: boolean }>({
    name: 'file-is-known',
    text: `
      select exists (
        select 1 from motcua.file_upload u
        where u.province_id = $1 and u.sha256 = $2
          and (u.stored_by = $3 or u.unit_id in (select unit_id from motcua.assignment where province_id = $1 and account_id = $3))
      ) or exists (
        select 1 from motcua.dossier_step s where s.province_id = $1 and s.dossier_id = $4 and s.draft_file = $2
      ) as known`,
    values: [provinceId, sha256, accountId, dossierId],
  });
  return rows[0]?.known ?? false;
};

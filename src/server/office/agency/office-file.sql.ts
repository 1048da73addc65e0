// A file may be named only by who could read it: naming it opens it to whoever reads the dossier.
import type { PoolClient } from 'pg';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { AccountId } from '#core/organisation/organisation.ts';

/** Uploaded by this person or where they work today, or the draft of this dossier, as proposed or as signed. */
export const fileIsKnown = async (
  db: PoolClient, { provinceId, accountId, now }: { readonly provinceId: number; readonly accountId: AccountId; readonly now: Moment },
  sha256: string, dossierId: string,
): Promise<boolean> => {
  const { rows } = await db.query<{ known: boolean }>({
    name: 'file-is-known',
    text: `
      select exists (
        select 1 from motcua.file_upload u
        where u.province_id = $1 and u.sha256 = $2
          and (u.stored_by = $3 or u.unit_id in (
            select a.unit_id from motcua.assignment a
            where a.province_id = $1 and a.account_id = $3 and a.valid_from <= $5::date and (a.valid_to is null or a.valid_to > $5::date)))
      ) or exists (
        select 1 from motcua.dossier_step s where s.province_id = $1 and s.dossier_id = $4 and s.draft_file = $2
      ) or exists (
        select 1 from motcua.signed_file f where f.province_id = $1 and f.dossier_id = $4 and f.sha256 = $2
      ) as known`,
    values: [provinceId, sha256, accountId, dossierId, dateOf(now)],
  });
  return rows[0]?.known ?? false;
};

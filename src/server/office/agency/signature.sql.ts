import type { Pool } from 'pg';
import type { AccountId } from '#core/organisation/organisation.ts';

/** A signature is the signer's own upload: nobody signs with a page that somebody else sent. */
export const wasSentBy = async (pool: Pool, provinceId: number, accountId: AccountId, sha256: string): Promise<boolean> => {
  const { rowCount } = await pool.query({
    name: 'file-was-sent-by', text: 'select from motcua.file_upload where province_id = $1 and sha256 = $2 and stored_by = $3 limit 1', values: [provinceId, sha256, accountId],
  });
  return rowCount !== 0;
};

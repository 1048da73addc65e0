// A supervisor of the post over Kỳ Phong's desk alone: what is Kỳ Bắc's must not be there for her.
import { randomUUID } from 'node:crypto';
import { insertRows } from '#demo/rows.ts';
import type { Caller, ServedWorld } from './served-world.ts';

export const neighbouringSupervisor = async (world: ServedWorld): Promise<Caller> => {
  const [db, accountId] = [await world.database.pool.connect(), randomUUID()];
  try {
    const { rows: [account] } = await db.query<{ hash: string }>('select password_hash as hash from motcua.account limit 1');
    await insertRows(db, 'account', [{ province_id: 42, account_id: accountId, login: 'giamsat.kyphong', full_name: 'Người thử', title: '', password_hash: account?.hash, must_change_password: false }]);
    await insertRows(db, 'assignment', [{ province_id: 42, account_id: accountId, assignment_no: 1, role: 'post-supervisor', unit_id: 'bd-vhx-ky-phong', desk_id: null, signing_prefix: null, signing_title: null, valid_from: '2019-01-01' }]);
  } finally {
    db.release();
  }
  return world.signIn('giamsat.kyphong');
};

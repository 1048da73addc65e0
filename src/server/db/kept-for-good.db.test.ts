// The role that the server runs as can add to what was done, and undo none of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#testing/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const DENIED = { code: '42501' };
/** Tables of passing things (a plan that was dropped among them), and what a correction writes anew beside the paper that keeps it. */
const MAY_DELETE = ['courier_stop', 'dossier_fee', 'dossier_paper', 'file_piece', 'guess_limit', 'outbox', 'sign_in_session'];
const NEVER_UPDATED = ['book_print', 'carrier_event', 'carrier_inbox', 'certification_entry', 'command', 'complaint_proof', 'courier_attempt', 'courier_event', 'custody_event', 'dossier_code_alias', 'guidance', 'item_number', 'item_range', 'journal', 'journal_checkpoint', 'leased_number', 'offline_grant', 'outcome', 'outcome_return', 'shipment', 'shipment_dossier', 'stock_count', 'stock_count_line', 'stored_file', 'working_calendar'];

const tablesWith = async (right: string): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'motcua'::regnamespace and c.relkind = 'r'
       and has_table_privilege('motcua_app', c.oid, $1) order by 1`, [right]);
  return rows.map(({ name }) => name);
};

it('deletes nowhere but where things pass', async () => {
  expect(await tablesWith('DELETE')).toEqual(MAY_DELETE);
  expect(await tablesWith('TRUNCATE')).toEqual([]);
});

it('adds everywhere and reads everywhere', async () => {
  expect(await tablesWith('INSERT')).toEqual(await tablesWith('SELECT'));
});

it.each(NEVER_UPDATED)('never changes what stands in %s', async (table) => {
  await expect(database.pool.query(`update motcua.${table} set province_id = province_id`)).rejects.toMatchObject(DENIED);
});

describe('a paper that was printed', () => {
  it.each(['payload', 'number', 'issued_at', 'issued_by', 'kind', 'form_version', 'dossier_id', 'desk_id', 'supersedes_paper_id'])('keeps its %s', async (column) => {
    await expect(database.pool.query(`update motcua.issued_paper set ${column} = ${column}`)).rejects.toMatchObject(DENIED);
  });
  it('is marked when it is superseded, counted when it is printed, and never taken away', async () => {
    await database.pool.query('update motcua.issued_paper set superseded_at = now(), print_count = 1, batch_id = null');
    await expect(database.pool.query('delete from motcua.issued_paper')).rejects.toMatchObject(DENIED);
  });
});

// Migrations: numbered plain SQL, forward only; what has run may never change.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { operatorError } from '../faults/operator-error.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly sha256: string };

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any fixed number: it only spares two starters the sight of each other's half-made table. */
const LOCK = 7_402_019;

export const readMigrations = (folder: URL = FOLDER): readonly Migration[] => {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
      if (match === null) throw operatorError(`Tên tệp migration không hợp lệ: ${file} (ví dụ đúng: 0002_ten_viec.sql).`);
      const sql = readFileSync(new URL(file, folder), 'utf8');
      return { number: Number(match[1]), name: file, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
  found.forEach((migration, index) => {
    const before = found[index - 1];
    if (before?.number === migration.number) throw operatorError(`Hai migration cùng số: ${before.name} và ${migration.name}.`);
  });
  return found;
};

type Applied = { readonly number: number; readonly name: string; readonly sha256: string };

/** What ran must be the beginning of what there is, letter by letter. */
const refuseMismatch = (files: readonly Migration[], applied: readonly Applied[]): void => {
  applied.forEach((row, index) => {
    const same = files.find((file) => file.number === row.number);
    if (same === undefined) {
      throw operatorError(`Cơ sở dữ liệu mới hơn chương trình: đã chạy migration ${row.name} mà chương trình không có.`);
    }
    if (same.sha256 !== row.sha256) {
      throw operatorError(`Migration ${same.name} đã chạy rồi mà nội dung bị sửa. Hãy khôi phục tệp cũ và viết migration mới.`);
    }
    const expected = files[index];
    if (expected !== undefined && expected.number !== row.number) {
      throw operatorError(`Migration ${expected.name} đến sau nhưng mang số nhỏ hơn ${row.name} đã chạy. Hãy đánh số lại.`);
    }
  });
};

/**
 * Loaded by a restore and never looked at: a join of a million such rows is planned for a thousand.
 * A database filled day by day has its statistics, and this finds nothing.
 */
const analyzeUnknown = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relowner = (select oid from pg_roles where rolname = current_user) and n.nspname not in ('pg_catalog', 'information_schema')
       and pg_relation_size(c.oid) > 0
       and not exists (select from pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname)
     order by 1`,
  );
  for (const { name } of rows) await client.query(`analyze ${name}`);
};

/** Brings the database of a migrator's URL up to date; returns the names that ran now. */
export const migrate = async (url: string, files: readonly Migration[] = readMigrations()): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      `create table if not exists public.motcua_migration (
         number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null)`,
    );
    const { rows } = await client.query<Applied>('select number, name, sha256 from public.motcua_migration order by number');
    refuseMismatch(files, rows);
    const ran: string[] = [];
    for (const file of files.slice(rows.length)) {
      await analyzeUnknown(client);
      await client.query('begin');
      try {
        await client.query(file.sql);
        await client.query('insert into public.motcua_migration values ($1, $2, $3, now())', [
          file.number,
          file.name,
          file.sha256,
        ]);
        await client.query('commit');
      } catch (cause) {
        await client.query('rollback').catch(() => undefined);
        throw operatorError(`Migration ${file.name} không chạy được: ${(cause as Error).message}`, cause);
      }
      // a migration may set the search path: the next one starts clean
      await client.query('reset all');
      ran.push(file.name);
    }
    return ran;
  } finally {
    await client.end();
  }
};

// Bulk writing: one statement per table and chunk, the rows travel as one JSON text.
import type { ClientBase } from 'pg';

export type Row = Readonly<Record<string, unknown>>;

const CHUNK = 2000;

/** bytea inside JSON travels as PostgreSQL's own hex text. */
export const bytes = (value: Buffer): string => `\\x${value.toString('hex')}`;

/** Every row carries the same columns, those of the first row. */
export const insertRows = async (client: ClientBase, table: string, rows: readonly Row[]): Promise<void> => {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  for (let at = 0; at < rows.length; at += CHUNK) {
    await client.query(
      `insert into motcua.${table} (${columns})
       select ${columns} from json_populate_recordset(null::motcua.${table}, $1::json)`,
      [JSON.stringify(rows.slice(at, at + CHUNK))],
    );
  }
};

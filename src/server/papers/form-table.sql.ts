// The province's own table of forms, newest version.
import type { Pool, PoolClient } from 'pg';
import type { FormTable } from '#core/paper-form/form-versions.ts';

/** A scalar for the select list of a query whose $1 is the province. */
export const NEWEST_FORM_TABLE = '(select ft.content from motcua.form_table ft where ft.province_id = $1 order by ft.version desc limit 1)';

export const findFormTable = async (db: Pool | PoolClient, provinceId: number): Promise<FormTable> => {
  const { rows } = await db.query<{ forms: FormTable | null }>({ name: 'find-form-table', text: `select ${NEWEST_FORM_TABLE} as forms`, values: [provinceId] });
  const forms = rows[0]?.forms;
  if (!forms) throw new Error('no table of forms');
  return forms;
};

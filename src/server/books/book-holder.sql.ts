// Whose books a person sees: the register of the desk where they receive, and what their agency keeps.
import type { Pool, PoolClient } from 'pg';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { BookKind } from '#core/numbering/register-book.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { Reader } from '../reading/reader.sql.ts';

export type BookHolder = {
  readonly kind: BookKind;
  readonly holderId: string;
  readonly holderName: string;
  /** What the book counts with, without its year: 'register:ky-bac'. */
  readonly series: string;
  readonly endedOn: PlainDate | null;
  /** This person signs for the agency that keeps the book; the line under the signature. */
  readonly signer: { readonly prefix: string; readonly title: string } | null;
};

const SIGNER = (units: string): string => `(
  select jsonb_build_object('prefix', coalesce(a.signing_prefix, ''), 'title', coalesce(a.signing_title, ''))
  from motcua.assignment a
  where a.province_id = $1 and a.account_id = $2 and a.role = 'signing-leader' and a.unit_id in (${units})
    and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date)
  order by a.assignment_no limit 1) as signer`;

/** A desk's register is the desk's and its commune's; a certification book is the agency's alone. */
export const findBookHolders = async (
  db: Pool | PoolClient, provinceId: number, accountId: AccountId, today: PlainDate, reader: Pick<Reader, 'deskIds' | 'unitIds'>,
): Promise<readonly BookHolder[]> => {
  const { rows } = await db.query<BookHolder>({
    name: 'find-book-holders',
    text: `
      select 'dossier-register' as kind, d.desk_id as "holderId", d.name as "holderName", 'register:' || d.desk_id as series,
        d.valid_to as "endedOn", ${SIGNER('d.receiving_unit_id, d.commune_unit_id')}
      from motcua.desk d
      where d.province_id = $1
        and (d.desk_id = any($4::text[]) or d.receiving_unit_id = any($5::text[]) or d.commune_unit_id = any($5::text[]))
      union all
      select k.kind, u.unit_id, u.name, 'certification:' || k.kind || ':' || u.unit_id, u.valid_to, ${SIGNER('u.unit_id')}
      from motcua.unit u cross join unnest($6::text[]) as k (kind)
      where u.province_id = $1 and u.unit_id = any($5::text[])
        and exists (select from motcua.number_counter c where c.province_id = $1 and c.series = 'certification:' || k.kind || ':' || u.unit_id)
      order by 1, 3`,
    values: [provinceId, accountId, today, reader.deskIds, reader.unitIds, ['SCT/BS', 'SCT/CK,ĐC', 'SCT/HĐ,GD']],
  });
  return rows;
};

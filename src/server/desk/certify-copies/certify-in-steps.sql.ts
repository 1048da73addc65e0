import type { PoolClient } from 'pg';
import type { CopiesCertified } from '#core/dossier/certify-copies.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';

export const insertCertified = async (
  db: PoolClient, provinceId: number, dossierId: string, unitId: UnitId, book: string, numbers: readonly number[], lines: CopiesCertified['lines'],
  requester: string, at: Moment,
): Promise<void> => {
  await db.query({
    name: 'insert-certified',
    text: `insert into motcua.certification_entry
             (province_id, dossier_id, line_no, unit_id, book, number, paper_name, pages, copies, fee, requester_name, certified_at)
           select $1, $2, c.line_no, $3, $4, c.number, c.name, c.pages, c.copies, c.fee, $5, $6
           from unnest($7::integer[], $8::text[], $9::smallint[], $10::smallint[], $11::bigint[]) with ordinality as c (number, name, pages, copies, fee, line_no)`,
    values: [
      provinceId, dossierId, unitId, book, requester, at, numbers, lines.map((l) => l.paperName), lines.map((l) => l.pages), lines.map((l) => l.copies),
      lines.map((l) => l.fee),
    ],
  });
};

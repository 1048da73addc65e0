import type { PoolClient } from 'pg';
import type { CopiesCertified } from '#core/dossier/certify-copies.ts';
import type { UnitId } from '#core/organisation/organisation.ts';

export const insertCertified = async (
  db: PoolClient, provinceId: number, dossierId: string, unitId: UnitId, book: string, numbers: readonly number[],
  { lines, signer, receivedAt }: Pick<CopiesCertified, 'lines' | 'signer' | 'receivedAt'>, requester: string,
): Promise<void> => {
  await db.query({
    name: 'insert-certified',
    text: `insert into motcua.certification_entry
             (province_id, dossier_id, line_no, unit_id, book, number, paper_name, pages, copies, fee, requester_name, certified_at, signed_by, signed_by_name, signer_title)
           select $1, $2, c.line_no, $3, $4, c.number, c.name, c.pages, c.copies, c.fee, $5, $6, $12, $13, $14
           from unnest($7::integer[], $8::text[], $9::smallint[], $10::smallint[], $11::bigint[]) with ordinality as c (number, name, pages, copies, fee, line_no)`,
    values: [
      provinceId, dossierId, unitId, book, requester, receivedAt, numbers, lines.map((l) => l.paperName), lines.map((l) => l.pages), lines.map((l) => l.copies),
      lines.map((l) => l.fee), signer?.accountId ?? null, signer?.name ?? null, signer?.title ?? null,
    ],
  });
};

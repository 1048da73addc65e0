// What came to the agency itself: papers of the round, and the request that they answer.
import type { PoolClient } from 'pg';
import type { SupplementItem } from '#core/dossier/ask-supplement.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { RecordSupplementBody } from '#wire/record-supplement.wire.ts';

export type OpenRequest = { readonly requestNo: number; readonly askedAt: Moment; readonly items: readonly SupplementItem[]; readonly came: readonly { readonly name: string }[] };

export const findOpenRequest = async (db: PoolClient, provinceId: number, dossierId: string): Promise<OpenRequest | undefined> => {
  const { rows } = await db.query<OpenRequest>({
    name: 'find-open-request-at-agency',
    text: `
      select r.request_no as "requestNo", r.asked_at as "askedAt", r.items,
        coalesce((select jsonb_agg(jsonb_build_object('name', p.name)) from motcua.dossier_paper p
          where p.province_id = $1 and p.dossier_id = $2 and p.round_no = r.request_no), '[]') as came
      from motcua.supplement_request r
      where r.province_id = $1 and r.dossier_id = $2 and r.answered_at is null order by r.request_no desc limit 1`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

/** Returns the number of the first line. */
export const insertArrived = async (
  db: PoolClient, provinceId: number, dossierId: string, requestNo: number,
  papers: readonly (RecordSupplementBody['papers'][number] & { readonly scans: readonly string[] })[],
): Promise<number> => {
  const { rows } = await db.query<{ first: number }>({
    name: 'insert-arrived-papers',
    text: `
      insert into motcua.dossier_paper (province_id, dossier_id, line_no, round_no, item_id, name, form, count, shown_only, scans)
      select $1, $2, p.line_no + coalesce((select max(line_no) from motcua.dossier_paper where province_id = $1 and dossier_id = $2), 0),
        $3, 'bo-sung-' || p.line_no, p.name, p.form, p.count, false, string_to_array(p.scans, ',')
      from unnest($4::text[], $5::text[], $6::smallint[], $7::text[]) with ordinality as p (name, form, count, scans, line_no)
      returning line_no as first`,
    values: [
      provinceId, dossierId, requestNo, papers.map((p) => p.name), papers.map((p) => p.form), papers.map((p) => p.count), papers.map((p) => p.scans.join(',')),
    ],
  });
  return Math.min(...rows.map(({ first }) => first));
};

export const saveAnswered = async (
  db: PoolClient, provinceId: number, dossierId: string, requestNo: number, at: Moment, via: RecordSupplementBody['via'],
): Promise<void> => {
  await db.query({
    name: 'save-answered-at-agency',
    text: 'update motcua.supplement_request set answered_at = $4, answered_via = $5 where province_id = $1 and dossier_id = $2 and request_no = $3',
    values: [provinceId, dossierId, requestNo, at, via],
  });
};

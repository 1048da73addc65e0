// A paper as its QR names it. Whom it concerns is not read.
import type { Pool } from 'pg';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';

export type FoundPaper = {
  readonly kind: string;
  readonly number: string | null;
  readonly agency: string | null;
  readonly superiorAgency: string | null;
  readonly formVersion: string;
  readonly issuedAt: Moment;
  readonly code: string | null;
  /** Of guidance only: it is about a procedure of everybody's, not about a dossier. */
  readonly procedureCode: string | null;
  readonly dueAt: Moment | null;
  readonly supersededAt: Moment | null;
  readonly nextNumber: string | null;
  readonly nextIssuedAt: Moment | null;
  readonly state: DossierState | null;
  readonly dossierDueAt: Moment | null;
  readonly signatures: number;
};

const COLUMNS = `
  i.kind, i.form_version as "formVersion", i.number, coalesce(i.payload->'head'->>'agency', i.payload->>'agency', i.payload->>'postOfficeName') as agency,
  coalesce(i.payload->'head'->>'superiorAgency', i.payload->>'superiorAgency', i.payload->>'operatorName') as "superiorAgency",
  i.issued_at as "issuedAt", coalesce(i.payload->'tracking'->>'code', i.payload->>'dossierCode') as code,
  case i.kind when 'guidance-slip' then i.payload->>'procedureCode' end as "procedureCode", coalesce(i.payload->>'newDueAt', i.payload->>'dueAt') as "dueAt", i.superseded_at as "supersededAt",
  n.number as "nextNumber", n.issued_at as "nextIssuedAt", d.state, d.due_at as "dossierDueAt",
  (select count(*)::int from motcua.signed_file s where s.province_id = $1 and s.subject = 'paper:' || i.paper_id) as signatures`;
const JOINS = `
  left join motcua.dossier d on d.province_id = $1 and d.dossier_id = i.dossier_id
  left join motcua.issued_paper n on n.province_id = $1 and n.dossier_id = i.dossier_id and n.supersedes_paper_id = i.paper_id`;

export const findPaperById = async (pool: Pool, provinceId: number, paperId: string): Promise<FoundPaper | undefined> => {
  const { rows } = await pool.query<FoundPaper>({
    name: 'find-paper-by-id',
    text: `select ${COLUMNS} from motcua.issued_paper i ${JOINS} where i.province_id = $1 and i.paper_id = $2 limit 1`,
    values: [provinceId, paperId],
  });
  return rows[0];
};

export type Sealed = { readonly paper: string; readonly code: string; readonly issuedAt: Moment };

/** By what its seal says; a provisional code may have given way to another since. */
export const findSealedPaper = async (pool: Pool, provinceId: number, { paper, code, issuedAt }: Sealed): Promise<FoundPaper | undefined> => {
  const { rows } = await pool.query<FoundPaper>({
    name: 'find-sealed-paper',
    text: `select ${COLUMNS} from motcua.issued_paper i ${JOINS}
           where i.province_id = $1 and i.kind = $2 and i.issued_at = $4 and i.paper_id in (
             select p.paper_id from motcua.issued_paper p join motcua.dossier c on c.province_id = $1 and c.dossier_id = p.dossier_id
             where p.province_id = $1 and c.code = $3
             union
             select p.paper_id from motcua.issued_paper p
             where p.province_id = $1 and p.payload->'tracking'->>'code' = $3 and p.payload->'tracking'->>'provisional' = 'true')
           limit 1`,
    values: [provinceId, paper, code, issuedAt],
  });
  return rows[0];
};

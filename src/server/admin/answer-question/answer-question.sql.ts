// The open question with its procedure, the questions still open, and the completed procedure.
import type { Pool, PoolClient } from 'pg';
import type { Question, QuestionKind } from '#core/procedure/catalogue-question.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { CatalogueQuestion } from '#wire/admin.wire.ts';

const PAGE = 50;

export type QuestionRow = Omit<CatalogueQuestion, 'place'> & { readonly content: ProcedureVersion };

export const listOpenQuestions = async (
  pool: Pool, provinceId: number, search: string, after: string | undefined,
): Promise<{ rows: readonly QuestionRow[]; next: string | null }> => {
  const { rows } = await pool.query<QuestionRow>(
    `select q.question_id as "questionId", q.procedure_code as "procedureCode", p.name as "procedureName", q.version, q.kind, q.path, q.raw, p.content
     from motcua.catalogue_question q
     join motcua.procedure_version p using (province_id, procedure_code, version)
     where q.province_id = $1 and q.answered_at is null and p.search_folded like '%' || $2 || '%'
       and ($3::text is null or (q.procedure_code || '/' || q.question_id) > $3)
     order by q.procedure_code || '/' || q.question_id
     limit $4`,
    [provinceId, search.replaceAll(/[%_\\]/gu, ''), after ?? null, PAGE + 1],
  );
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return { rows: page, next: rows.length > PAGE && last ? `${last.procedureCode}/${last.questionId}` : null };
};

export const countOpenQuestions = async (pool: Pool, provinceId: number): Promise<{ open: number; procedures: number }> => {
  const { rows } = await pool.query<{ open: number; procedures: number }>(
    `select count(*)::int as open, count(distinct procedure_code)::int as procedures
     from motcua.catalogue_question where province_id = $1 and answered_at is null`,
    [provinceId],
  );
  return rows[0] ?? { open: 0, procedures: 0 };
};

export type AnswerFacts = {
  readonly question: Question & { readonly questionId: string };
  readonly content: ProcedureVersion;
  /** Other questions still open for this version. */
  readonly open: readonly QuestionKind[];
  /** Dossiers were received under this version: it stays as it was. */
  readonly used: boolean;
};

export const loadAnswerFacts = async (db: PoolClient, provinceId: number, questionId: string): Promise<AnswerFacts | undefined> => {
  const { rows } = await db.query<Question & { procedure_code: string; version: number }>(
    `select kind, path, raw, procedure_code, version from motcua.catalogue_question
     where province_id = $1 and question_id = $2 and answered_at is null for update`,
    [provinceId, questionId],
  );
  const asked = rows[0];
  if (!asked) return undefined;
  const { rows: versions } = await db.query<{ content: ProcedureVersion; used: boolean }>(
    `select content, exists (select 1 from motcua.dossier d where d.province_id = p.province_id
       and d.procedure_code = p.procedure_code and d.procedure_version = p.version) as used
     from motcua.procedure_version p where province_id = $1 and procedure_code = $2 and version = $3 for update`,
    [provinceId, asked.procedure_code, asked.version],
  );
  const { rows: others } = await db.query<{ kind: QuestionKind }>(
    `select kind from motcua.catalogue_question
     where province_id = $1 and procedure_code = $2 and version = $3 and answered_at is null and question_id <> $4`,
    [provinceId, asked.procedure_code, asked.version, questionId],
  );
  const version = versions[0];
  return version && {
    question: { questionId, kind: asked.kind, path: asked.path, raw: asked.raw },
    content: version.content, used: version.used, open: others.map((other) => other.kind),
  };
};

export const markAnswered = async (db: PoolClient, provinceId: number, questionId: string, accountId: string, at: string, answer: unknown): Promise<void> => {
  await db.query(
    `update motcua.catalogue_question set answered_at = $3, answered_by = $4, answer = $5
     where province_id = $1 and question_id = $2`,
    [provinceId, questionId, at, accountId, JSON.stringify(answer)],
  );
};

const fillVersion = async (db: PoolClient, provinceId: number, content: ProcedureVersion): Promise<void> => {
  await db.query(
    `update motcua.procedure_version set content = $4, incomplete_count = $5
     where province_id = $1 and procedure_code = $2 and version = $3`,
    [provinceId, content.code, content.version, JSON.stringify(content), content.incomplete.length],
  );
};

/** The used version ends today; its successor takes over the open questions. */
const succeedVersion = async (db: PoolClient, provinceId: number, before: ProcedureVersion, content: ProcedureVersion): Promise<void> => {
  await db.query(
    'update motcua.procedure_version set valid_to = $4 where province_id = $1 and procedure_code = $2 and version = $3',
    [provinceId, before.code, before.version, content.validFrom],
  );
  await db.query(
    `insert into motcua.procedure_version (province_id, procedure_code, version, valid_from, valid_to, name, field, level, content, content_hash, search_folded, incomplete_count)
     select province_id, procedure_code, $4, $5, null, name, field, level, $6, content_hash, search_folded, $7
     from motcua.procedure_version where province_id = $1 and procedure_code = $2 and version = $3`,
    [provinceId, before.code, before.version, content.version, content.validFrom, JSON.stringify(content), content.incomplete.length],
  );
  await db.query(
    `update motcua.catalogue_question set version = $4
     where province_id = $1 and procedure_code = $2 and version = $3 and answered_at is null`,
    [provinceId, before.code, before.version, content.version],
  );
};

/** A used version is succeeded, another is filled; one that began today cannot be succeeded today: its days would be none. */
export const saveCompleted = async (
  db: PoolClient, provinceId: number, { before, used }: { readonly before: ProcedureVersion; readonly used: boolean }, completed: ProcedureVersion,
): Promise<ProcedureVersion> => {
  const succeed = used && before.validFrom < completed.validFrom;
  const saved = succeed ? { ...completed, version: before.version + 1 } : { ...completed, validFrom: before.validFrom };
  if (succeed) await succeedVersion(db, provinceId, before, saved);
  else await fillVersion(db, provinceId, saved);
  return saved;
};

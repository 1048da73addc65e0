// Reads the versions of each code and writes the new ones with their questions.
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { Question } from '#core/procedure/catalogue-question.ts';

export type StoredVersion = {
  readonly version: number;
  readonly valid_from: string;
  readonly content: ProcedureVersion;
  readonly content_hash: Buffer;
};

export const loadLatestVersions = async (pool: Pool | PoolClient, provinceId: number): Promise<ReadonlyMap<string, StoredVersion>> => {
  const { rows } = await pool.query<StoredVersion & { procedure_code: string }>(
    `select distinct on (procedure_code) procedure_code, version, valid_from::text as valid_from, content, content_hash
     from motcua.procedure_version where province_id = $1
     order by procedure_code, version desc`,
    [provinceId],
  );
  return new Map(rows.map((row) => [row.procedure_code, row]));
};

export type NewVersion = {
  readonly content: ProcedureVersion;
  readonly contentHash: Buffer;
  readonly searchFolded: string;
  readonly questions: readonly Question[];
};

const endFormerVersion = (db: PoolClient, provinceId: number, content: ProcedureVersion) =>
  db.query(
    `update motcua.procedure_version set valid_to = $4
     where province_id = $1 and procedure_code = $2 and version = $3 - 1 and (valid_to is null or valid_to > $4)`,
    [provinceId, content.code, content.version, content.validFrom],
  );

const insertVersion = (db: PoolClient, provinceId: number, version: NewVersion, askedAt: string) => {
  const { content } = version;
  return db.query(
    `with asked as (
       insert into motcua.catalogue_question (province_id, question_id, procedure_code, version, kind, path, raw, asked_at)
       select $1, q.id, $2, $3, q.kind, q.path, q.raw, $5
       from unnest($6::uuid[], $7::text[], $8::text[], $9::text[]) as q (id, kind, path, raw)
     )
     insert into motcua.procedure_version (province_id, procedure_code, version, valid_from, name, field, level, content, content_hash, search_folded, incomplete_count)
     select $1, $2, $3, $4, $10, $11, $12, $13, $14, $15, $16`,
    [
      provinceId, content.code, content.version, content.validFrom, askedAt,
      version.questions.map(() => randomUUID()), version.questions.map((q) => q.kind), version.questions.map((q) => q.path), version.questions.map((q) => q.raw),
      content.name, content.field, content.level, JSON.stringify(content), version.contentHash, version.searchFolded, content.incomplete.length,
    ],
  );
};

/** In the caller's transaction: all rows of a file or none. */
export const saveNewVersions = async (db: PoolClient, provinceId: number, versions: readonly NewVersion[], askedAt: string): Promise<void> => {
  for (const version of versions) {
    if (version.content.version > 1) await endFormerVersion(db, provinceId, version.content);
    await insertVersion(db, provinceId, version, askedAt);
  }
};

// The dossier as a citizen's answer finds it, locked; and what the answer leaves behind.
import type { PoolClient } from 'pg';
import type { OnlineAnswers } from '#core/dossier/answer-supplement.ts';
import type { SupplementItem } from '#core/dossier/ask-supplement.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { NumberFactor } from '#core/people/whole-number.ts';
import type { MediaType } from '#wire/file.wire.ts';
import { type ActContext, NOBODY } from '../acts/act.ts';

export type AnsweredRow = {
  readonly code: string;
  readonly state: DossierState;
  readonly parties: Parties;
  readonly agencyRootUnitId: UnitId;
  readonly onlineAnswers: OnlineAnswers | null;
};

export const lockAnswered = async (db: PoolClient, provinceId: number, dossierId: string): Promise<AnsweredRow | undefined> => {
  const { rows } = await db.query<AnsweredRow>({
    name: 'lock-answered',
    text: `
      select d.code, d.state, d.parties, k.online_answers as "onlineAnswers",
        case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as "agencyRootUnitId"
      from motcua.dossier d
      join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
      join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
      where d.province_id = $1 and d.dossier_id = $2
      for update of d`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

export type OpenRequest = {
  readonly requestNo: number;
  readonly items: readonly SupplementItem[];
  readonly answerBy: Moment | null;
  readonly answersBefore: number;
  readonly awaitsSince: Moment | null;
};

/** Asked only once the dossier is locked: of two answers at once the second finds the first. */
export const findRequestToAnswer = async (db: PoolClient, provinceId: number, dossierId: string): Promise<OpenRequest | undefined> => {
  const { rows } = await db.query<OpenRequest>({
    name: 'find-request-to-answer',
    text: `
      select r.request_no as "requestNo", r.items, r.answer_by as "answerBy", coalesce(s.sent, 0)::int as "answersBefore", s.since as "awaitsSince"
      from motcua.supplement_request r
      left join lateral (
        select max(a.answer_no) as sent, max(a.sent_at) filter (where a.decision is null) as since
        from motcua.supplement_answer a where a.province_id = $1 and a.dossier_id = $2 and a.request_no = r.request_no) s on true
      where r.province_id = $1 and r.dossier_id = $2 and r.answered_at is null
      order by r.request_no desc limit 1`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

export type AnswerFile = { readonly itemNo: number; readonly name: string; readonly sha256: string; readonly mediaType: MediaType; readonly bytes: number };

export const insertAnswer = async (
  db: PoolClient, { provinceId, now }: ActContext, dossierId: string,
  answer: { readonly requestNo: number; readonly answerNo: number; readonly isLate: boolean; readonly factor: NumberFactor; readonly note?: string; readonly files: readonly AnswerFile[] },
): Promise<void> => {
  const { requestNo, answerNo, isLate, factor, note, files } = answer;
  const ofAnswer = [provinceId, dossierId, requestNo, answerNo];
  await db.query({
    name: 'insert-supplement-answer',
    text: `insert into motcua.supplement_answer (province_id, dossier_id, request_no, answer_no, sent_at, factor, is_late, note)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [...ofAnswer, now, factor, isLate, note ?? null],
  });
  await db.query({
    name: 'keep-answer-files',
    text: `insert into motcua.stored_file (province_id, sha256, media_type, bytes, stored_at, stored_by)
           select $1, f.sha256, f.media_type, f.bytes, now(), $2 from unnest($3::text[], $4::text[], $5::integer[]) as f (sha256, media_type, bytes)
           on conflict do nothing`,
    values: [provinceId, NOBODY, files.map((f) => f.sha256), files.map((f) => f.mediaType), files.map((f) => f.bytes)],
  });
  await db.query({
    name: 'insert-answer-files',
    text: `insert into motcua.supplement_answer_file (province_id, dossier_id, request_no, answer_no, line_no, item_no, name, sha256)
           select $1, $2, $3, $4, f.line_no, f.item_no, f.name, f.sha256
           from unnest($5::smallint[], $6::text[], $7::text[]) with ordinality as f (item_no, name, sha256, line_no)`,
    values: [...ofAnswer, files.map((f) => f.itemNo), files.map((f) => f.name), files.map((f) => f.sha256)],
  });
  await db.query({
    name: 'answer-waits',
    text: 'update motcua.dossier set answer_waits = true, revision = revision + 1 where province_id = $1 and dossier_id = $2',
    values: [provinceId, dossierId],
  });
};

// What the citizen sent online for the open request: what waits to be looked at, and what became of it.
import type { PoolClient } from 'pg';
import type { AwaitingAnswer } from '#core/dossier/turn-back-supplement.ts';
import type { ActContext } from '../../acts/act.ts';

export type WaitingAnswer = AwaitingAnswer & { readonly requestNo: number; readonly papers: readonly { readonly name: string; readonly files: readonly string[] }[] };

export const findWaitingAnswer = async (db: PoolClient, provinceId: number, dossierId: string): Promise<WaitingAnswer | undefined> => {
  const { rows } = await db.query<Omit<WaitingAnswer, 'names'>>({
    name: 'find-waiting-answer',
    text: `
      select s.request_no as "requestNo", s.answer_no as "answerNo", s.sent_at as "sentAt", (
        select jsonb_agg(jsonb_build_object('name', g.name, 'files', g.files) order by g.item_no) from (
          select f.item_no, f.name, jsonb_agg(f.sha256 order by f.line_no) as files from motcua.supplement_answer_file f
          where f.province_id = $1 and f.dossier_id = $2 and f.request_no = s.request_no and f.answer_no = s.answer_no
          group by f.item_no, f.name) g) as papers
      from motcua.supplement_answer s
      join motcua.supplement_request r on r.province_id = $1 and r.dossier_id = $2 and r.request_no = s.request_no and r.answered_at is null
      where s.province_id = $1 and s.dossier_id = $2 and s.decision is null
      order by s.request_no desc limit 1`,
    values: [provinceId, dossierId],
  });
  const [row] = rows;
  return row && { ...row, names: row.papers.map((paper) => paper.name) };
};

export const countTurnedBack = async (db: PoolClient, provinceId: number, dossierId: string, requestNo: number): Promise<number> => {
  const { rows } = await db.query<{ count: number }>({
    name: 'count-turned-back',
    text: `select count(*)::int as count from motcua.supplement_answer
           where province_id = $1 and dossier_id = $2 and request_no = $3 and decision = 'turned-back'`,
    values: [provinceId, dossierId, requestNo],
  });
  return rows[0]?.count ?? 0;
};

export type AnswerDecision = { readonly decision: 'accepted' | 'turned-back'; readonly reason?: string; readonly missing?: readonly string[] };

export const saveAnswerDecision = async (
  db: PoolClient, { provinceId, accountId, accountName, now }: ActContext, dossierId: string,
  answer: Pick<WaitingAnswer, 'requestNo' | 'answerNo'>, { decision, reason, missing }: AnswerDecision,
): Promise<void> => {
  await db.query({
    name: 'save-answer-decision',
    text: `update motcua.supplement_answer
           set decision = $5, decided_at = $6, decided_by = $7, decided_by_name = $8, reason = $9, missing = $10
           where province_id = $1 and dossier_id = $2 and request_no = $3 and answer_no = $4`,
    values: [
      provinceId, dossierId, answer.requestNo, answer.answerNo, decision, now, accountId, accountName, reason ?? null, missing ? JSON.stringify(missing) : null,
    ],
  });
  await db.query({
    name: 'answer-waits-no-more',
    text: 'update motcua.dossier set answer_waits = false where province_id = $1 and dossier_id = $2',
    values: [provinceId, dossierId],
  });
};

// What the workspace of one dossier shows beside the dossier itself; nothing is locked.
import type { Pool } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';

export type StepRow = {
  readonly stepNo: number | null; readonly result: string | null; readonly note: string | null;
  readonly name: string | null; readonly role: string; readonly startedAt: Moment; readonly dueAt: Moment | null; readonly finishedAt: Moment | null;
  readonly proposal: 'grant' | 'refuse' | null; readonly reason: string | null; readonly ground: string | null; readonly draftFile: string | null;
};

export const findStepRows = async (db: Pool, provinceId: number, dossierId: string): Promise<readonly StepRow[]> => {
  const { rows } = await db.query<StepRow>({
    name: 'find-step-rows',
    text: `
      select step_no as "stepNo", result, note, account_name as name, role, started_at as "startedAt", due_at as "dueAt",
        finished_at as "finishedAt", proposal, proposal_reason as reason, proposal_ground as ground, draft_file as "draftFile"
      from motcua.dossier_step where province_id = $1 and dossier_id = $2 order by line_no`,
    values: [provinceId, dossierId],
  });
  return rows;
};

export type DutyRow = {
  readonly dutyNo: number; readonly notice: string; readonly amount: number | null; readonly payBy: PlainDate | null;
  readonly askedAt: Moment; readonly askedByName: string; readonly settledAt: Moment | null; readonly settledByName: string | null;
  readonly paidOn: PlainDate | null; readonly proof: string | null;
};

export const findDuties = async (db: Pool, provinceId: number, dossierId: string): Promise<readonly DutyRow[]> => {
  const { rows } = await db.query<DutyRow>({
    name: 'find-duties',
    text: `
      select duty_no as "dutyNo", notice, amount, pay_by as "payBy", asked_at as "askedAt", asked_by_name as "askedByName",
        settled_at as "settledAt", settled_by_name as "settledByName", paid_on as "paidOn", proof
      from motcua.financial_duty where province_id = $1 and dossier_id = $2 order by duty_no`,
    values: [provinceId, dossierId],
  });
  return rows;
};

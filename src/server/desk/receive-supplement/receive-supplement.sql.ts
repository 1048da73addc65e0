import type { PoolClient } from 'pg';
import type { SupplementItem } from '#core/dossier/ask-supplement.ts';
import type { StepStarted } from '#core/dossier/office-work.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { LockedDossier } from '../save/desk-dossier.sql.ts';

export type Asked = { readonly requestNo: number; readonly askedAt: Moment; readonly items: readonly SupplementItem[] };

export const findOpenRequest = async (db: PoolClient, provinceId: number, dossierId: string): Promise<Asked | undefined> => {
  const { rows } = await db.query<Asked>({
    name: 'find-open-request',
    text: `select request_no as "requestNo", asked_at as "askedAt", items from motcua.supplement_request
           where province_id = $1 and dossier_id = $2 and answered_at is null order by request_no desc limit 1`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

/** What came in part before. */
export const findBrought = async (db: PoolClient, provinceId: number, dossierId: string, requestNo: number): Promise<readonly { readonly name: string }[]> => {
  const { rows } = await db.query<{ name: string }>({
    name: 'find-brought-papers',
    text: 'select name from motcua.dossier_paper where province_id = $1 and dossier_id = $2 and round_no = $3 order by line_no',
    values: [provinceId, dossierId, requestNo],
  });
  return rows;
};

export const findIntakeVersion = async (
  db: PoolClient, provinceId: number, dossier: Pick<LockedDossier, 'procedureCode' | 'procedureVersion'>,
): Promise<ProcedureVersion> => {
  const { rows } = await db.query<{ content: ProcedureVersion }>({
    name: 'find-intake-version',
    text: 'select content from motcua.procedure_version where province_id = $1 and procedure_code = $2 and version = $3',
    values: [provinceId, dossier.procedureCode, dossier.procedureVersion],
  });
  if (!rows[0]) throw new Error(`no version ${dossier.procedureVersion} of ${dossier.procedureCode}`);
  return rows[0].content;
};

export const saveAnswers = async (db: PoolClient, provinceId: number, dossierId: string, answers: Readonly<Record<string, unknown>>): Promise<void> => {
  await db.query({
    name: 'save-answers',
    text: 'update motcua.dossier set answers = $3 where province_id = $1 and dossier_id = $2',
    values: [provinceId, dossierId, JSON.stringify(answers)],
  });
};

/** The request is answered, the answers are those of now, and the step that waited begins again in the same hands. */
export const saveSupplement = async (
  db: PoolClient, provinceId: number, dossier: LockedDossier, at: Moment, requestNo: number,
  answers: Readonly<Record<string, unknown>> | undefined, started: StepStarted | undefined,
): Promise<void> => {
  await db.query({
    name: 'answer-request',
    text: `update motcua.supplement_request set answered_at = $4 where province_id = $1 and dossier_id = $2 and request_no = $3`,
    values: [provinceId, dossier.dossierId, requestNo, at],
  });
  if (answers) await saveAnswers(db, provinceId, dossier.dossierId, answers);
  if (!started) return;
  const inSection = started.step.role === 'agency-officer' || started.step.role === 'section-head';
  await db.query({
    name: 'begin-step-again',
    text: `insert into motcua.dossier_step
             (province_id, dossier_id, line_no, step_no, step_id, name, role, unit_id, account_id, account_name, started_at, due_at)
           select $1, $2, l.last + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
           from (select coalesce(max(line_no), 0) as last, count(*) filter (where finished_at is null) as open
                 from motcua.dossier_step where province_id = $1 and dossier_id = $2) l
           where l.open = 0`,
    values: [
      provinceId, dossier.dossierId, started.stepNo, started.step.stepId, started.step.name, started.step.role,
      (inSection ? dossier.sectionUnitId : null) ?? dossier.agencyUnitId, dossier.assigneeId, dossier.assigneeName, at, started.dueAt ?? null,
    ],
  });
};

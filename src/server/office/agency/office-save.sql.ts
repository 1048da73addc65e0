// What the office's acts write: the dossier's row, its steps, numbers, papers.
import type { PoolClient } from 'pg';
import type { ClockMoved } from '#core/dossier/kept-clock.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { StepStarted } from '#core/dossier/office-work.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { AccountId, UnitId } from '#core/organisation/organisation.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { clockColumns } from '../../clock/clock-columns.ts';

export type DossierRow = {
  readonly state: DossierState;
  readonly sectionUnitId: UnitId | null;
  readonly assigneeId: AccountId | null;
  readonly stepNo: number | null;
  readonly stepRole: string | null;
  readonly clock?: ClockMoved;
  readonly closedAt: Moment | null;
  readonly answerBy: Moment | null;
};

export const saveDossierRow = async (db: PoolClient, provinceId: number, dossierId: string, row: DossierRow): Promise<number> => {
  const { rows } = await db.query<{ revision: number }>({
    name: 'save-office-dossier',
    text: `
      update motcua.dossier
      set state = $3, section_unit_id = $4, assignee_id = $5, step_no = $6, step_role = $7,
          -- an act on what is closed, or on what still waits, leaves those moments as they were
          closed_at = coalesce($8, case when state = $3 then closed_at end), answer_by = coalesce($15, case when state = $3 then answer_by end),
          answer_waits = answer_waits and state = $3,
          due = coalesce($9, due), due_at = coalesce($10, due_at), calendar_version = coalesce($11, calendar_version),
          clock = coalesce($12, clock), clock_state = coalesce($13, clock_state), second_request = coalesce($14, second_request), revision = revision + 1
      where province_id = $1 and dossier_id = $2
      returning revision`,
    values: [
      provinceId, dossierId, row.state, row.sectionUnitId, row.assigneeId, row.stepNo, row.stepRole, row.closedAt, ...clockColumns(row.clock), row.answerBy,
    ],
  });
  const saved = rows[0];
  if (!saved) throw new Error('the locked dossier is gone');
  return saved.revision;
};

export type StepFinish = {
  readonly result: 'passed' | 'sent-back' | 'supplement-asked' | 'refused' | 'issued';
  readonly note?: string;
  readonly proposal?: { readonly kind: 'grant' | 'refuse'; readonly reason?: string; readonly legalGround?: string; readonly draftFile?: string };
  readonly capacity?: { readonly prefix: string; readonly title: string };
};

/** Closes the open step in the name of who did it; a step that nobody opened is written as done at once. */
export const finishStep = async (
  db: PoolClient, provinceId: number, dossierId: string,
  step: { readonly stepNo: number; readonly stepId: string; readonly name: string; readonly role: string; readonly unitId: UnitId },
  by: { readonly accountId: AccountId; readonly name: string }, at: Moment, finish: StepFinish,
): Promise<void> => {
  const done = [
    provinceId, dossierId, by.accountId, by.name, at, finish.result, finish.note ?? null,
    finish.proposal?.kind ?? null, finish.proposal?.reason ?? null, finish.proposal?.legalGround ?? null,
    finish.proposal?.draftFile ?? null, finish.capacity?.prefix ?? null, finish.capacity?.title ?? null,
  ];
  const { rowCount } = await db.query({
    name: 'finish-step',
    text: `
      update motcua.dossier_step
      set account_id = $3, account_name = $4, finished_at = $5, result = $6, note = $7, proposal = $8, proposal_reason = $9,
          proposal_ground = $10, draft_file = $11, signing_prefix = $12, signing_title = $13, step_no = coalesce(step_no, $14)
      where province_id = $1 and dossier_id = $2 and finished_at is null`,
    values: [...done, step.stepNo],
  });
  if (rowCount) return;
  await db.query({
    name: 'insert-finished-step',
    text: `
      insert into motcua.dossier_step (province_id, dossier_id, line_no, account_id, account_name, started_at, finished_at, result, note,
        proposal, proposal_reason, proposal_ground, draft_file, signing_prefix, signing_title, step_no, step_id, name, role, unit_id)
      select $1, $2, coalesce(max(line_no), 0) + 1, $3, $4, coalesce(max(finished_at), $5), $5, $6, $7,
        $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18
      from motcua.dossier_step where province_id = $1 and dossier_id = $2`,
    values: [...done, step.stepNo, step.stepId, step.name, step.role, step.unitId],
  });
};

export const insertStep = async (
  db: PoolClient, provinceId: number, dossierId: string, started: StepStarted, unitId: UnitId, at: Moment,
): Promise<void> => {
  await db.query({
    name: 'insert-step',
    text: `
      insert into motcua.dossier_step
        (province_id, dossier_id, line_no, step_no, step_id, name, role, unit_id, account_id, account_name, started_at, due_at)
      select $1, $2, coalesce(max(line_no), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
      from motcua.dossier_step where province_id = $1 and dossier_id = $2`,
    values: [
      provinceId, dossierId, started.stepNo, started.step.stepId, started.step.name, started.step.role, unitId,
      started.assigneeId ?? null, started.assigneeName ?? null, at, started.dueAt ?? null,
    ],
  });
};

/** Another person, or a limit that begins anew, for the step that is open. */
export const changeOpenStep = async (
  db: PoolClient, provinceId: number, dossierId: string,
  change: { readonly accountId?: AccountId; readonly name?: string; readonly unitId?: UnitId; readonly dueAt?: Moment },
): Promise<void> => {
  await db.query({
    name: 'change-open-step',
    text: `
      update motcua.dossier_step
      set account_id = coalesce($3, account_id), account_name = coalesce($4, account_name),
          unit_id = coalesce($5, unit_id), due_at = coalesce($6, due_at)
      where province_id = $1 and dossier_id = $2 and finished_at is null`,
    values: [provinceId, dossierId, change.accountId ?? null, change.name ?? null, change.unitId ?? null, change.dueAt ?? null],
  });
};

/** What was open has ended with the dossier. */
export const closeOpenStep = async (db: PoolClient, provinceId: number, dossierId: string, at: Moment, note: string): Promise<void> => {
  await db.query({
    name: 'close-open-step',
    text: 'update motcua.dossier_step set finished_at = $3, note = $4 where province_id = $1 and dossier_id = $2 and finished_at is null',
    values: [provinceId, dossierId, at, note],
  });
};

/** The next number of a series, taken in the transaction that uses it: a rollback leaves no gap. */
export const takeNumber = async (db: PoolClient, provinceId: number, { series, period }: NumberSeries): Promise<number> => {
  const { rows } = await db.query<{ number: number }>({
    name: 'take-number',
    text: `
      insert into motcua.number_counter (province_id, series, period, last_number) values ($1, $2, $3, 1)
      on conflict (province_id, series, period) do update set last_number = number_counter.last_number + 1
      returning last_number as number`,
    values: [provinceId, series, period],
  });
  return rows[0]?.number ?? 1;
};

export const insertPaper = async (
  db: PoolClient, provinceId: number,
  paper: { readonly paperId: string; readonly dossierId?: string; readonly deskId: string; readonly number?: string; readonly payload: PaperPayload },
  at: Moment, by: AccountId,
): Promise<void> => {
  await db.query({
    name: 'insert-office-paper',
    text: `
      insert into motcua.issued_paper
        (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      provinceId, paper.paperId, paper.dossierId ?? null, paper.deskId, paper.payload.kind, paper.payload.version, paper.number ?? null,
      JSON.stringify(paper.payload), at, by,
    ],
  });
};

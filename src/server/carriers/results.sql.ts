// Outcomes that are ready at the agency and go to somebody's home: the carrier that asked for it is told, once it answers.
import type { Pool } from 'pg';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';

export type ReadyOutcome = {
  readonly outboxId: string; readonly attempts: number; readonly dossierId: string; readonly code: string; readonly procedureCode: string; readonly procedureName: string;
  readonly parties: Parties; readonly receivedOn: PlainDate; readonly postAddress: string;
  /** Not collected yet. */
  readonly fee: number;
  readonly address: string;
};

const HELD_SECONDS = 180;

/** Whose outcome is not wished at home, or left the agency meanwhile, needs no notice any more: its message is done. */
export const claimResults = async (pool: Pool, provinceId: number, most: number): Promise<readonly ReadyOutcome[]> => {
  const { rows } = await pool.query<ReadyOutcome>({
    name: 'claim-carrier-results',
    text: `with due as (
             select o.outbox_id, d.dossier_id, d.state = 'outcome-recorded' and d.return_wish->>'kind' = 'home-delivery' as wanted
             from motcua.outbox o join motcua.dossier d on d.province_id = $1 and d.dossier_id = o.dossier_id
             where o.province_id = $1 and o.done_at is null and o.next_attempt_at <= now() and o.topic = 'carrier-result'
             order by o.next_attempt_at, o.outbox_id limit $2 for update of o skip locked),
           held as (
             update motcua.outbox o set attempts = o.attempts + 1, next_attempt_at = now() + make_interval(secs => $3),
               done_at = case when due.wanted then null else now() end
             from due where o.province_id = $1 and o.outbox_id = due.outbox_id returning o.outbox_id, o.attempts)
           select held.outbox_id as "outboxId", held.attempts, d.dossier_id as "dossierId", d.code, d.procedure_code as "procedureCode",
             d.procedure_name as "procedureName", d.parties, to_char(d.received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "receivedOn",
             k.address as "postAddress", d.return_wish->>'address' as address,
             coalesce((select sum(f.amount) from motcua.dossier_fee f
               where f.province_id = $1 and f.dossier_id = d.dossier_id and f.collected_at is null), 0)::int as fee
           from due join held using (outbox_id)
           join motcua.dossier d on d.province_id = $1 and d.dossier_id = due.dossier_id
           join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
           where due.wanted order by held.outbox_id`,
    values: [provinceId, most, HELD_SECONDS],
  });
  return rows;
};

export const endResult = async (pool: Pool, provinceId: number, outboxId: string, againAfterSeconds: number | undefined, error: string | undefined): Promise<void> => {
  await pool.query({
    name: 'end-carrier-result',
    text: `update motcua.outbox set last_error = $4, done_at = case when $3::int is null then now() end,
             next_attempt_at = case when $3::int is null then next_attempt_at else now() + make_interval(secs => $3::int) end
           where province_id = $1 and outbox_id = $2`,
    values: [provinceId, outboxId, againAfterSeconds ?? null, error ?? null],
  });
};

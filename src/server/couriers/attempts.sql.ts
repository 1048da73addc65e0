// What was tried at a door, with its proof; only added to.
import type { PoolClient } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { AttemptReason } from '#core/shipment/attempt-reasons.ts';
import type { ProofFile } from '#core/shipment/deliver-shipment.ts';
import type { NextStep } from '#core/shipment/next-attempt.ts';

/** `lastAt`: of those that stand; `undoneAt`: when a delivery was taken back last. */
export type AttemptsBefore = { readonly count: number; readonly countedOn: readonly PlainDate[]; readonly lastAt: Moment | null; readonly undoneAt: Moment | null };

export const findAttemptsBefore = async (db: PoolClient, provinceId: number, shipmentId: string): Promise<AttemptsBefore> => {
  const { rows } = await db.query<AttemptsBefore>({
    name: 'find-attempts-before',
    text: `select count(*)::int as count,
             coalesce(array_agg(distinct (at at time zone 'Asia/Ho_Chi_Minh')::date::text) filter (where counts), '{}') as "countedOn",
             max(at) filter (where not exists (select from motcua.delivery_undone u where u.province_id = $1 and u.attempt_id = t.attempt_id)) as "lastAt",
             (select max(u.at) from motcua.delivery_undone u where u.province_id = $1 and u.shipment_id = $2) as "undoneAt"
           from motcua.courier_attempt t where province_id = $1 and shipment_id = $2`,
    values: [provinceId, shipmentId],
  });
  return rows[0] ?? { count: 0, countedOn: [], lastAt: null, undoneAt: null };
};

/** Of these files, those that this person sent here. */
export const findOwnFiles = async (db: PoolClient, provinceId: number, accountId: string, hashes: readonly string[]): Promise<readonly ProofFile[]> => {
  const { rows } = await db.query<ProofFile>({
    name: 'find-own-files',
    text: `select f.sha256, f.media_type as "mediaType", f.bytes::int from motcua.file_upload u
           join motcua.stored_file f on f.province_id = $1 and f.sha256 = u.sha256
           where u.province_id = $1 and u.stored_by = $2 and u.sha256 = any($3::text[])`,
    values: [provinceId, accountId, hashes],
  });
  return rows;
};

export type NewAttempt = {
  readonly attemptId: string; readonly shipmentId: string; readonly attemptNo: number;
  readonly failed?: { readonly reason: AttemptReason; readonly counts: boolean; readonly next: NextStep };
  readonly proof: object; readonly note?: string | undefined; readonly signature?: string | undefined; readonly photo?: string | undefined;
  readonly amounts?: { readonly due: number; readonly collected: number; readonly note?: string | undefined };
};

/** Who wrote it down at the desk, why, from which paper or why from none, and when: business time. */
export type RecordedFromPaper = {
  readonly by: AccountId; readonly byName: string; readonly ground: string; readonly paper?: string | undefined; readonly noPaper?: string | undefined; readonly toldAt: Moment;
};
type By = { readonly courierId: AccountId; readonly courierName: string; readonly at: Moment; readonly onPaper?: RecordedFromPaper };

export const insertAttempt = async (db: PoolClient, provinceId: number, { courierId, courierName, at, onPaper }: By, made: NewAttempt): Promise<void> => {
  const { failed, amounts } = made;
  await db.query({
    name: 'insert-courier-attempt',
    text: `insert into motcua.courier_attempt (province_id, attempt_id, shipment_id, attempt_no, courier_id, courier_name, at, recorded_at, outcome, reason, counts, next_step,
             again_on, note, proof, signature, photo, amount_due, amount_collected, amount_note, recorded_by, recorded_by_name, recorded_ground, paper, no_paper, told_at)
           values ($1, $2, $3, $4, $5, $6, $7, now(), $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
    values: [
      provinceId, made.attemptId, made.shipmentId, made.attemptNo, courierId, courierName, at, failed ? 'failed' : 'delivered', failed?.reason ?? null, failed?.counts ?? false,
      failed?.next.kind ?? null, failed?.next.kind === 'again' ? failed.next.on : null, made.note ?? null, JSON.stringify(made.proof), made.signature ?? null, made.photo ?? null,
      amounts?.due ?? 0, amounts?.collected ?? 0, amounts?.note ?? null,
      onPaper?.by ?? null, onPaper?.byName ?? null, onPaper?.ground ?? null, onPaper?.paper ?? null, onPaper?.noPaper ?? null, onPaper?.toldAt ?? null,
    ],
  });
};

// What the desk wrote down from a courier's paper, and what her phone told of it afterwards.
import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { AttemptReason } from '#core/shipment/attempt-reasons.ts';
import type { StopState } from '#core/shipment/courier-round.ts';
import type { Told, ToldDifference } from '#core/shipment/told-again.ts';
import type { CourierReport, ToldSide } from '#wire/courier-paper.wire.ts';
import type { DeliverBody, FailBody } from '#wire/courier.wire.ts';
import type { ActContext } from '../acts/act.ts';

type Proof = { readonly receiver?: DeliverBody['receiver']; readonly recalledPapers?: DeliverBody['recalledPapers'] };
const oldPapersOf = ({ recalledPapers = [] }: Proof): readonly string[] => recalledPapers.filter(({ collected }) => collected).map(({ name }) => name);

export const toldBy = (body: DeliverBody | FailBody): Told => ('reason' in body
  ? { outcome: 'failed', at: body.at, reason: body.reason, amount: 0, oldPapers: [] }
  : { outcome: 'delivered', at: body.at, receiver: body.receiver, amount: body.amountCollected, oldPapers: oldPapersOf(body) });

export type WrittenDown = Told & { readonly attemptId: string; readonly attemptNo: number };
export type WrittenOf = { readonly deskId: DeskId; readonly stopState: StopState; readonly isWithHer: boolean; readonly written: readonly WrittenDown[] };

/** Of this shipment and courier, written down after this moment and standing. Waits for whoever writes down at the same time. */
export const lockWritten = async (db: PoolClient, provinceId: number, courierId: AccountId, shipmentId: string, at: Moment): Promise<WrittenOf | undefined> => {
  await db.query({ name: 'lock-told-order', text: 'select from motcua.carrier_order where province_id = $1 and shipment_id = $2 for update', values: [provinceId, shipmentId] });
  const { rows } = await db.query<{
    attemptId: string; attemptNo: number; outcome: Told['outcome']; at: Moment; reason: AttemptReason | null; amount: number; proof: Proof; deskId: DeskId; stopState: StopState | null; isWithHer: boolean;
  }>({
    name: 'find-written-down',
    text: `select t.attempt_id as "attemptId", t.attempt_no as "attemptNo", t.outcome, t.at, t.reason, t.amount_collected as amount, t.proof, s.desk_id as "deskId",
             c.state as "stopState", coalesce(c.courier_id = $3 and c.state = 'with-courier', false) as "isWithHer"
           from motcua.courier_attempt t join motcua.shipment s on s.province_id = $1 and s.shipment_id = t.shipment_id
           left join motcua.courier_stop c on c.province_id = $1 and c.shipment_id = t.shipment_id
           where t.province_id = $1 and t.shipment_id = $2 and t.courier_id = $3 and t.told_at >= $4
             and not exists (select from motcua.delivery_undone u where u.province_id = $1 and u.attempt_id = t.attempt_id)
           order by t.attempt_no`,
    values: [provinceId, shipmentId, courierId, at],
  });
  const [first] = rows;
  return first && {
    deskId: first.deskId, stopState: first.stopState ?? 'planned', isWithHer: first.isWithHer,
    written: rows.map(({ attemptId, attemptNo, outcome, at: triedAt, reason, amount, proof }) => ({
      attemptId, attemptNo, outcome, at: triedAt, amount, oldPapers: oldPapersOf(proof), ...(reason && { reason }), ...(proof.receiver && { receiver: proof.receiver }),
    })),
  };
};

export const insertReport = async (
  db: PoolClient, { provinceId, accountId, accountName }: ActContext,
  { body, signature, photo, outcome, paperAttemptId, shipmentId, deskId, arrivedAt, differs }: {
    readonly body: DeliverBody | FailBody; readonly signature?: string | undefined; readonly photo?: string | undefined; readonly outcome: Told['outcome']; readonly paperAttemptId: string; readonly shipmentId: string; readonly deskId: DeskId; readonly arrivedAt: Moment;
    readonly differs: readonly ToldDifference[];
  },
): Promise<void> => {
  await db.query({
    name: 'insert-courier-report',
    text: `insert into motcua.courier_report (province_id, attempt_id, paper_attempt_id, shipment_id, desk_id, courier_id, courier_name, at, arrived_at, outcome, told, signature, photo, differs)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      provinceId, body.attemptId, paperAttemptId, shipmentId, deskId, accountId, accountName, body.at, arrivedAt, outcome, JSON.stringify(body),
      signature ?? null, photo ?? null, differs,
    ],
  });
};

export type LockedReport = { readonly courierId: AccountId; readonly shipmentId: string; readonly orderNumber: string; readonly settled: { readonly at: Moment; readonly byName: string } | null };

/** Where the two differ; what is the same is no case. */
export const lockReport = async (db: PoolClient, provinceId: number, attemptId: string, deskId: DeskId): Promise<LockedReport | undefined> => {
  const { rows } = await db.query<Omit<LockedReport, 'settled'> & { readonly at: Moment | null; readonly byName: string | null }>({
    name: 'lock-courier-report',
    text: `select r.courier_id as "courierId", r.shipment_id as "shipmentId", o.order_number as "orderNumber", r.settled_at as at, r.settled_by_name as "byName"
           from motcua.courier_report r join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = r.shipment_id
           where r.province_id = $1 and r.attempt_id = $2 and r.desk_id = $3 and r.differs <> '{}' for update of r`,
    values: [provinceId, attemptId, deskId],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { at, byName, ...report } = row;
  return { ...report, settled: at && { at, byName: byName ?? '' } };
};

export const saveReportSettled = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, attemptId: string, word: string): Promise<void> => {
  await db.query({
    name: 'save-report-settled',
    text: 'update motcua.courier_report set settled_at = $3, settled_by = $4, settled_by_name = $5, settled_word = $6 where province_id = $1 and attempt_id = $2',
    values: [provinceId, attemptId, now, accountId, accountName, word],
  });
};

type Row = Omit<CourierReport, 'phone' | 'paper'> & {
  readonly told: DeliverBody | FailBody; readonly paperAt: Moment; readonly outcome: Told['outcome']; readonly reason: AttemptReason | null; readonly amount: number; readonly proof: Proof;
  readonly recordedByName: string; readonly file: string | null; readonly signature: string | null; readonly photo: string | null;
};
const sideOf = ({ at, outcome, reason, receiver, amount, oldPapers }: Told): ToldSide =>
  ({ at, outcome, amount, oldPapers, ...(reason && { reason }), ...(receiver && { receiverName: receiver.fullName }) });

/** A desk has few phones that come back: past these the oldest come first. */
const MOST_REPORTS = 50;

/** Differing and not settled, the longest waiting first. */
export const findOpenReports = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<readonly CourierReport[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-open-courier-reports',
    text: `select r.attempt_id as "attemptId", r.shipment_id as "shipmentId", o.order_number as "orderNumber", s.item_number as "itemNumber", s.receiver->>'name' as "receiverName",
             r.courier_name as "courierName", r.arrived_at as "arrivedAt", r.differs, r.told, t.at as "paperAt", t.outcome, t.reason, t.amount_collected as amount, t.proof,
             coalesce(t.recorded_by_name, '') as "recordedByName", t.paper as file, r.signature, r.photo
           from motcua.courier_report r join motcua.shipment s on s.province_id = $1 and s.shipment_id = r.shipment_id
           join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = r.shipment_id
           join motcua.courier_attempt t on t.province_id = $1 and t.attempt_id = r.paper_attempt_id
           where r.province_id = $1 and r.desk_id = $2 and r.settled_at is null and r.differs <> '{}' order by r.arrived_at, r.attempt_id limit ${MOST_REPORTS}`,
    values: [provinceId, deskId],
  });
  return rows.map(({ told, paperAt, outcome, reason, amount, proof, recordedByName, file, signature, photo, ...row }) => ({
    ...row, phone: { ...sideOf(toldBy(told)), ...(signature !== null && { signature }), ...(photo !== null && { photo }) },
    paper: { ...sideOf({ at: paperAt, outcome, amount, oldPapers: oldPapersOf(proof), ...(reason && { reason }), ...(proof.receiver && { receiver: proof.receiver }) }), recordedByName, ...(file !== null && { file }) },
  }));
};

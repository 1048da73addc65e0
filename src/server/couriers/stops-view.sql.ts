// Stops as people see them: on her phone, at the desk, at the post's supervisor. Read whole; nothing is locked.
import type { Pool } from 'pg';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { AttemptReason } from '#core/shipment/attempt-reasons.ts';
import type { StopState } from '#core/shipment/courier-round.ts';
import { amountDue } from '#core/shipment/deliver-shipment.ts';
import type { AttemptPolicy, NextStep } from '#core/shipment/next-attempt.ts';
import type { AttemptView } from '#wire/courier-parts.wire.ts';
import type { RoundStop } from '#wire/courier.wire.ts';

type Fee = { readonly lineNo: number; readonly name: string; readonly amount: number };
type DossierRow = {
  readonly dossierId: DossierId; readonly code: string; readonly state: DossierState; readonly procedureName: string; readonly ownerName: string;
  readonly parties: Parties; readonly unpaid: readonly Fee[]; readonly outcomeNames: readonly string[];
};
type AttemptRow = {
  readonly attemptId: string; readonly attemptNo: number; readonly at: Moment; readonly courierName: string; readonly outcome: 'delivered' | 'failed'; readonly reason: AttemptReason | null;
  readonly note: string | null; readonly next: NextStep['kind'] | null; readonly againOn: PlainDate | null; readonly counts: boolean;
  readonly proof: { readonly receiver?: { readonly fullName: string; readonly relation: string; readonly identity: { readonly kind: string; readonly number: string } }; readonly place?: AttemptView['place'] };
  readonly signature: string | null; readonly photo: string | null; readonly amountDue: number; readonly amountCollected: number; readonly amountNote: string | null;
  readonly undone: AttemptView['undone'] | null; readonly onPaper: { readonly byName: string | null; readonly ground: string; readonly paper: string | null; readonly noPaper: string | null };
};
type Row = {
  readonly shipmentId: string; readonly orderNumber: string; readonly itemNumber: string | null; readonly receiver: { readonly name: string; readonly phone: string; readonly address: string; readonly place: string };
  readonly deskId: DeskId; readonly deskName: string; readonly orderedAt: Moment; readonly collectOnDelivery: number; readonly inBook: boolean; readonly policy: Partial<AttemptPolicy> | null;
  readonly state: StopState | null; readonly courierId: AccountId | null; readonly courierName: string | null; readonly day: PlainDate | null; readonly placeNo: number | null;
  readonly since: Moment | null; readonly next: NextStep['kind'] | null; readonly dossiers: readonly DossierRow[]; readonly attempts: readonly AttemptRow[] | null;
};

/** A moment inside JSON, as it stands elsewhere. */
const MOMENT = (column: string): string => `to_char(${column} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"')`;

const STOPS = `
  select s.shipment_id as "shipmentId", o.order_number as "orderNumber", s.item_number as "itemNumber", s.receiver, s.desk_id as "deskId", k.short_name as "deskName",
    o.ordered_at as "orderedAt", s.collect_on_delivery as "collectOnDelivery", a.settings->'attempts' as policy,
    exists (select from motcua.courier_order b where b.province_id = $1 and b.carrier_id = o.carrier_id and b.order_number = o.order_number and b.cancelled_at is null) as "inBook",
    c.state, c.courier_id as "courierId", p.full_name as "courierName", c.day::text as day, c.place_no as "placeNo", c.taken_at as since, c.next_step as next,
    (select jsonb_agg(jsonb_build_object('dossierId', d.dossier_id, 'code', d.code, 'state', d.state, 'procedureName', d.procedure_name, 'parties', d.parties,
        'ownerName', coalesce(d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName'),
        'unpaid', coalesce((select jsonb_agg(jsonb_build_object('lineNo', f.line_no, 'name', f.name, 'amount', f.amount) order by f.line_no) from motcua.dossier_fee f
          where f.province_id = $1 and f.dossier_id = d.dossier_id and f.collected_at is null and f.amount > 0), '[]'),
        'outcomeNames', coalesce((select jsonb_agg(t.name order by t.thing_id) from motcua.custody_thing t
          where t.province_id = $1 and t.dossier_id = d.dossier_id and t.kind = 'outcome' and t.name is not null), '[]')) order by d.code)
     from motcua.shipment_dossier l join motcua.dossier d on d.province_id = $1 and d.dossier_id = l.dossier_id
     where l.province_id = $1 and l.shipment_id = s.shipment_id) as dossiers,
    (select jsonb_agg(jsonb_build_object('attemptId', t.attempt_id, 'attemptNo', t.attempt_no, 'at', ${MOMENT('t.at')}, 'courierName', t.courier_name, 'outcome', t.outcome,
        'reason', t.reason, 'note', t.note, 'next', t.next_step, 'againOn', t.again_on, 'counts', t.counts, 'proof', t.proof, 'signature', t.signature, 'photo', t.photo,
        'onPaper', jsonb_build_object('byName', t.recorded_by_name, 'ground', t.recorded_ground, 'paper', t.paper, 'noPaper', t.no_paper), 'amountDue', t.amount_due, 'amountCollected', t.amount_collected, 'amountNote', t.amount_note,
        'undone', (select jsonb_build_object('at', ${MOMENT('u.at')}, 'byName', u.by_name, 'ground', u.ground) from motcua.delivery_undone u where u.province_id = $1 and u.attempt_id = t.attempt_id)) order by t.attempt_no)
     from motcua.courier_attempt t where t.province_id = $1 and t.shipment_id = s.shipment_id) as attempts
  from motcua.shipment s
  join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = s.shipment_id
  join motcua.carrier_account a on a.province_id = $1 and a.carrier_id = o.carrier_id and a.kind = 'own-network'
  join motcua.desk k on k.province_id = $1 and k.desk_id = s.desk_id`;

const attemptOf = ({ reason, note, next, againOn, proof, signature, photo, amountDue: due, amountCollected, amountNote, counts: _counts, undone, onPaper: { byName, ground, paper, noPaper }, ...row }: AttemptRow): AttemptView => {
  const { receiver, place } = proof;
  return {
    ...row, ...(undone && { undone }), ...(byName !== null && { onPaper: { byName, ground, ...(paper !== null && { paper }), ...(noPaper !== null && { noPaper }) } }), ...(reason && { reason }), ...(note !== null && { note }), ...(next && { next }), ...(againOn && { againOn }),
    ...(receiver && { receiverName: receiver.fullName, relation: receiver.relation, identityKind: receiver.identity.kind, identityNumber: receiver.identity.number }),
    ...(signature !== null && { signature }), ...(photo !== null && { photo }), ...(place && { place }),
    ...(row.outcome === 'delivered' && { amountDue: due, amountCollected, ...(amountNote !== null && { amountNote }) }),
  };
};

const stopOf = ({ dossiers, attempts, policy, ...row }: Row) => ({
  ...row, policy: policy ?? {}, attempts: (attempts ?? []).map(attemptOf),
  countedOn: [...new Set((attempts ?? []).filter(({ counts }) => counts).map(({ at }) => at.slice(0, 10) as PlainDate))],
  amountDue: row.state === 'delivered' ? 0 : amountDue(row.collectOnDelivery, dossiers.flatMap(({ unpaid }) => unpaid)),
  dossiers: dossiers.map(({ dossierId, code, state, procedureName, ownerName }) => ({ dossierId, code, state, procedureName, ownerName })),
  giving: dossiers.map(({ dossierId, parties: { applicant, owner }, unpaid, outcomeNames }) => ({ dossierId, applicant, ...(owner && { owner }), unpaid, outcomeNames })),
});
export type StopFound = ReturnType<typeof stopOf>;

/** What stands in a round has all that is a stop's. */
const isInRound = (stop: StopFound): stop is StopFound & { readonly state: StopState; readonly day: PlainDate; readonly placeNo: number } =>
  stop.state !== null && stop.day !== null && stop.placeNo !== null;

export const roundStopsOf = (found: readonly StopFound[]): readonly RoundStop[] =>
  found.filter(isInRound).map(({ since, next, ...stop }) => ({ ...stop, ...(since && { since }), ...(next && { next }) }));

/** Of one courier's day, or of one desk; past it a desk is told that there are more. */
export const MOST_STOPS = 300;

/** Hers of this day: what is planned until then and open, and what was done on it. */
export const findRoundStops = async (pool: Pool, provinceId: number, courierId: AccountId, day: PlainDate): Promise<readonly StopFound[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-round-stops',
    text: `${STOPS} join motcua.courier_stop c on c.province_id = $1 and c.shipment_id = s.shipment_id join motcua.account p on p.province_id = $1 and p.account_id = c.courier_id
           where s.province_id = $1 and c.courier_id = $2 and (
             c.ended_at is null and (c.day <= $3::date or c.state in ('given', 'with-courier'))
             or c.ended_at >= $3::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and c.ended_at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
           order by c.ended_at is not null, c.place_no, o.order_number limit ${MOST_STOPS}`,
    values: [provinceId, courierId, day],
  });
  return rows.map(stopOf);
};

/** One of this desk, in whoever's round. */
export const findDeskStop = async (pool: Pool, provinceId: number, deskId: DeskId, shipmentId: string): Promise<StopFound | undefined> => {
  const { rows } = await pool.query<Row>({
    name: 'find-desk-stop',
    text: `${STOPS} join motcua.courier_stop c on c.province_id = $1 and c.shipment_id = s.shipment_id join motcua.account p on p.province_id = $1 and p.account_id = c.courier_id
           where s.province_id = $1 and s.desk_id = $2 and s.shipment_id = $3`,
    values: [provinceId, deskId, shipmentId],
  });
  return rows.map(stopOf)[0];
};

/** Of a desk: what is open, in somebody's round or in nobody's, and what ended on this day; one more than a list holds. */
export const findDeskStops = async (pool: Pool, provinceId: number, deskId: DeskId, day: PlainDate): Promise<readonly StopFound[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-desk-stops',
    text: `${STOPS} left join motcua.courier_stop c on c.province_id = $1 and c.shipment_id = s.shipment_id left join motcua.account p on p.province_id = $1 and p.account_id = c.courier_id
           where s.province_id = $1 and s.desk_id = $2 and o.state not in ('cancelled', 'refused') and (
             c.shipment_id is null and coalesce(o.status, '') not in ('delivered', 'returned', 'cancelled', 'lost')
             or c.shipment_id is not null and c.ended_at is null
             or c.ended_at >= $3::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and c.ended_at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
           order by s.made_at, o.order_number limit ${MOST_STOPS + 1}`,
    values: [provinceId, deskId, day],
  });
  return rows.map(stopOf);
};

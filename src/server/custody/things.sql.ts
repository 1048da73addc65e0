// The things of dossiers, as an act reads them before it moves them; the act has locked their dossiers.
import type { Pool, PoolClient } from 'pg';
import type { CustodyEvent, Holder, Thing } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';

export type ThingRow = Omit<Thing, 'holder' | 'journey' | 'dossierId' | 'roundNo' | 'name' | 'label' | 'insideId'> & {
  readonly dossierId: string | null; readonly roundNo: number | null; readonly name: string | null; readonly label: string | null;
  readonly insideId: Thing['insideId'] | null;
  readonly holderKind: Holder['kind']; readonly holderId: string;
  readonly senderKind: Holder['kind'] | null; readonly senderId: string | null; readonly boundKind: Holder['kind'] | null; readonly boundId: string | null;
};

export const thingOf = ({ holderKind, holderId, senderKind, senderId, boundKind, boundId, dossierId, roundNo, name, label, insideId, ...row }: ThingRow): Thing => ({
  ...row,
  holder: { kind: holderKind, id: holderId },
  ...(dossierId !== null && { dossierId }), ...(roundNo !== null && { roundNo }), ...(name !== null && { name }), ...(label !== null && { label }),
  ...(insideId !== null && { insideId }),
  ...(senderKind && boundKind && { journey: { from: { kind: senderKind, id: senderId ?? '' }, to: { kind: boundKind, id: boundId ?? '' } } }),
});

export const THING_COLUMNS = `t.thing_id as "thingId", t.kind, t.dossier_id as "dossierId", t.round_no as "roundNo", t.lines, t.name, t.label, t.count,
  t.holder_kind as "holderKind", t.holder_id as "holderId", t.sender_kind as "senderKind", t.sender_id as "senderId", t.bound_kind as "boundKind",
  t.bound_id as "boundId", t.inside_id as "insideId", t.since, t.last_event_no as "lastEventNo"`;

export const findThings = async (db: Pool | PoolClient, provinceId: number, dossierIds: readonly string[]): Promise<readonly Thing[]> => {
  const { rows } = await db.query<ThingRow>({
    name: 'find-custody-things',
    text: `select ${THING_COLUMNS} from motcua.custody_thing t
           where t.province_id = $1 and t.dossier_id = any($2::uuid[]) order by t.dossier_id, t.thing_id`,
    values: [provinceId, dossierIds],
  });
  return rows.map(thingOf);
};

/** By themselves: bags and envelopes belong to no dossier. */
export const findThingsById = async (db: Pool | PoolClient, provinceId: number, thingIds: readonly string[]): Promise<readonly Thing[]> => {
  const { rows } = await db.query<ThingRow>({
    name: 'find-custody-things-by-id',
    text: `select ${THING_COLUMNS} from motcua.custody_thing t where t.province_id = $1 and t.thing_id = any($2::uuid[]) order by t.thing_id`,
    values: [provinceId, thingIds],
  });
  return rows.map(thingOf);
};

type EventRow = Omit<CustodyEvent, 'from' | 'to' | 'journey' | 'by' | 'recordId' | 'otherId' | 'correctsEventNo' | 'note'> & {
  readonly fromKind: Holder['kind'] | null; readonly fromId: string | null; readonly toKind: Holder['kind']; readonly toId: string;
  readonly senderKind: Holder['kind'] | null; readonly senderId: string | null; readonly boundKind: Holder['kind'] | null; readonly boundId: string | null;
  readonly recordId: string | null; readonly otherId: CustodyEvent['thingId'] | null; readonly correctsEventNo: number | null; readonly note: string | null;
  readonly byAccount: CustodyEvent['by']['accountId']; readonly byName: string;
};

const eventOf = ({ fromKind, fromId, toKind, toId, senderKind, senderId, boundKind, boundId, recordId, otherId, correctsEventNo, note, byAccount, byName, ...row }: EventRow): CustodyEvent => ({
  ...row,
  ...(fromKind && { from: { kind: fromKind, id: fromId ?? '' } }),
  to: { kind: toKind, id: toId },
  ...(senderKind && boundKind && { journey: { from: { kind: senderKind, id: senderId ?? '' }, to: { kind: boundKind, id: boundId ?? '' } } }),
  ...(recordId !== null && { recordId }), ...(otherId !== null && { otherId }), ...(correctsEventNo !== null && { correctsEventNo }), ...(note !== null && { note }),
  by: { accountId: byAccount, name: byName },
});

const EVENT_COLUMNS = `thing_id as "thingId", event_no as "eventNo", kind, from_kind as "fromKind", from_id as "fromId", to_kind as "toKind", to_id as "toId",
  sender_kind as "senderKind", sender_id as "senderId", bound_kind as "boundKind", bound_id as "boundId", record_id as "recordId", count,
  other_id as "otherId", corrects_event_no as "correctsEventNo", note, at, by_account as "byAccount", by_name as "byName"`;
const OF_THINGS = 'from motcua.custody_event where province_id = $1 and thing_id = any($2::uuid[]) order by thing_id, event_no';

/** All that happened to these things, each thing's in its order. */
export const findEvents = async (db: Pool | PoolClient, provinceId: number, thingIds: readonly string[]): Promise<readonly CustodyEvent[]> => {
  const { rows } = await db.query<EventRow>({ name: 'find-custody-events', text: `select ${EVENT_COLUMNS} ${OF_THINGS}`, values: [provinceId, thingIds] });
  return rows.map(eventOf);
};

/** With the moment at which each was written down. */
export const findRecordedEvents = async (db: Pool, provinceId: number, thingIds: readonly string[]): Promise<readonly (CustodyEvent & { readonly recordedAt: Moment })[]> => {
  const { rows } = await db.query<EventRow & { readonly recordedAt: Moment }>({
    name: 'find-recorded-custody-events', text: `select ${EVENT_COLUMNS}, recorded_at as "recordedAt" ${OF_THINGS}`, values: [provinceId, thingIds],
  });
  return rows.map(({ recordedAt, ...row }) => ({ ...eventOf(row), recordedAt }));
};

// Carriers as the administrator keeps them; where the feed was read to stands here too and moves only forward.
import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { CarrierPlace } from '#core/shipment/order-shipment.ts';
import type { AttemptPolicy } from '#core/shipment/next-attempt.ts';
import type { RepeatedOrder } from '#core/shipment/send-order.ts';
import type { CodeMeaning } from '#core/shipment/shipment-status.ts';
import type { ActContext } from '../acts/act.ts';

type Db = Pool | PoolClient;

export type CarrierSettings = {
  readonly senderPlace: string;
  /** Is told which outcomes are ready to be brought home. */
  readonly hearsOfResults?: boolean;
  /** Of the post's own couriers: how often a delivery is tried; absent: as the house does. */
  readonly attempts?: AttemptPolicy;
  readonly places: readonly CarrierPlace[];
  readonly tariff: readonly { readonly upToGrams: number; readonly amount: number }[];
  readonly url: string;
  readonly customerCode: string;
  /** Of Viettel Post: under which of its services letters go, and what one weighs. */
  readonly service?: string;
  readonly parcelGrams?: number;
  readonly paths: Readonly<Partial<Record<'token' | 'ownerToken' | 'order' | 'cancel' | 'events' | 'price' | 'resultReady', string>>>;
  readonly doneStatuses: readonly string[];
  readonly thereAlreadyStatuses: readonly string[];
  readonly trustedCertificates: string;
};

export type CarrierRow = {
  readonly carrierId: string;
  readonly kind: 'own-network' | 'vnpost' | 'viettel';
  readonly name: string;
  readonly settings: CarrierSettings;
  readonly secret: Buffer | null;
  readonly repeatedOrders: RepeatedOrder;
  readonly revision: number;
  readonly isOpen: boolean;
  readonly cursor: string | null;
  readonly changedAt: Moment;
  readonly changedByName: string;
  readonly lastContactAt: Moment | null;
  readonly lastFailureAt: Moment | null;
  readonly lastFailure: string | null;
  readonly failuresInRow: number;
  readonly unreadableCount: number;
  /** Of a carrier that pushes what happens. */
  readonly hookIssuedAt: Moment | null;
  readonly hookIssuedByName: string | null;
};

const COLUMNS = `
  carrier_id as "carrierId", kind, name, settings, secret, repeated_orders as "repeatedOrders", revision, is_open as "isOpen", cursor,
  changed_at as "changedAt", changed_by_name as "changedByName", last_contact_at as "lastContactAt", last_failure_at as "lastFailureAt",
  last_failure as "lastFailure", failures_in_row as "failuresInRow", unreadable_count as "unreadableCount",
  hook_issued_at as "hookIssuedAt", hook_issued_by_name as "hookIssuedByName"`;

export const listCarriers = async (db: Db, provinceId: number): Promise<readonly CarrierRow[]> => {
  const { rows } = await db.query<CarrierRow>({
    name: 'list-carriers', text: `select ${COLUMNS} from motcua.carrier_account where province_id = $1 order by carrier_id`, values: [provinceId],
  });
  return rows;
};

export const findCarrier = async (db: Db, provinceId: number, carrierId: string, lock: '' | 'for update' | 'for share' = ''): Promise<CarrierRow | undefined> => {
  const { rows } = await db.query<CarrierRow>(
    `select ${COLUMNS} from motcua.carrier_account where province_id = $1 and carrier_id = $2 ${lock}`, [provinceId, carrierId]);
  return rows[0];
};

export type CarrierSaved = Pick<CarrierRow, 'carrierId' | 'kind' | 'name' | 'settings' | 'secret' | 'repeatedOrders' | 'isOpen' | 'revision'>;

export const saveCarrier = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, saved: CarrierSaved): Promise<void> => {
  await db.query({
    name: 'save-carrier',
    text: `insert into motcua.carrier_account (province_id, carrier_id, kind, name, settings, secret, repeated_orders, is_open, revision, changed_at, changed_by, changed_by_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
           on conflict (province_id, carrier_id) do update set name = $4, settings = $5, secret = $6, repeated_orders = $7, is_open = $8,
             revision = $9, changed_at = $10, changed_by = $11, changed_by_name = $12`,
    values: [
      provinceId, saved.carrierId, saved.kind, saved.name, JSON.stringify(saved.settings), saved.secret, saved.repeatedOrders, saved.isOpen,
      saved.revision, now, accountId, accountName,
    ],
  });
};

export const saveHook = async (db: PoolClient, { provinceId, now, accountName }: ActContext, carrierId: string, hash: Buffer): Promise<void> => {
  await db.query({
    name: 'save-carrier-hook',
    text: 'update motcua.carrier_account set hook_hash = $3, hook_issued_at = $4, hook_issued_by_name = $5 where province_id = $1 and carrier_id = $2',
    values: [provinceId, carrierId, hash, now, accountName],
  });
};

/** `failure`: undefined when it answered. */
export const noteContact = async (pool: Pool, provinceId: number, carrierId: string, failure: string | undefined): Promise<void> => {
  await pool.query({
    name: 'note-carrier-contact',
    text: `update motcua.carrier_account set
             last_contact_at = case when $3::text is null then now() else last_contact_at end,
             last_failure_at = case when $3 is null then last_failure_at else now() end,
             last_failure = coalesce($3, last_failure), failures_in_row = case when $3 is null then 0 else failures_in_row + 1 end
           where province_id = $1 and carrier_id = $2`,
    values: [provinceId, carrierId, failure ?? null],
  });
};

export const findMeanings = async (db: Db, provinceId: number, carrierId: string): Promise<ReadonlyMap<string, CodeMeaning>> => {
  const { rows } = await db.query<{ code: string; meaning: CodeMeaning }>({
    name: 'find-carrier-codes', text: 'select code, meaning from motcua.carrier_code where province_id = $1 and carrier_id = $2', values: [provinceId, carrierId],
  });
  return new Map(rows.map(({ code, meaning }) => [code, meaning]));
};

export const saveMeaning = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, carrierId: string, code: string, meaning: CodeMeaning): Promise<void> => {
  await db.query({
    name: 'save-carrier-code',
    text: `insert into motcua.carrier_code (province_id, carrier_id, code, meaning, mapped_at, mapped_by, mapped_by_name) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (province_id, carrier_id, code) do update set meaning = $4, mapped_at = $5, mapped_by = $6, mapped_by_name = $7`,
    values: [provinceId, carrierId, code, meaning, now, accountId, accountName],
  });
};

/** What is known of a carrier's codes from the start; what an administrator said otherwise stays. */
export const insertMeanings = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, carrierId: string, meanings: ReadonlyMap<string, CodeMeaning>): Promise<void> => {
  await db.query({
    name: 'insert-carrier-codes',
    text: `insert into motcua.carrier_code (province_id, carrier_id, code, meaning, mapped_at, mapped_by, mapped_by_name)
           select $1, $2, m.code, m.meaning, $5, $6, $7 from unnest($3::text[], $4::text[]) as m (code, meaning) on conflict do nothing`,
    values: [provinceId, carrierId, [...meanings.keys()], [...meanings.values()], now, accountId, accountName],
  });
};

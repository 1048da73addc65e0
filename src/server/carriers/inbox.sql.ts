// What a carrier pushed: kept once, numbered in the order of commits by a counter's row, and read after a number.
import type { Pool } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import { plainJson } from './plain-json.ts';

const DIGITS = 12;
const UNIQUE = '23505';

export const findHook = async (pool: Pool, provinceId: number, carrierId: string): Promise<Buffer | undefined> => {
  const { rows } = await pool.query<{ hash: Buffer | null }>({
    name: 'find-carrier-hook', text: 'select hook_hash as hash from motcua.carrier_account where province_id = $1 and carrier_id = $2', values: [provinceId, carrierId],
  });
  return rows[0]?.hash ?? undefined;
};

export type Pushed = { readonly fingerprint: Buffer; readonly body: Readonly<Record<string, unknown>> };

/** False: it lies there already. One that comes twice at once takes no number in vain: the later one is undone whole. */
export const keepPushed = async (pool: Pool, provinceId: number, carrierId: string, { fingerprint, body }: Pushed, receivedAt: Moment): Promise<boolean> => {
  try {
    const { rowCount } = await pool.query({
      name: 'keep-pushed-message',
      text: `with fresh as (
               select where not exists (select from motcua.carrier_inbox where province_id = $1 and carrier_id = $2 and fingerprint = $3)),
             taken as (
               insert into motcua.number_counter as c (province_id, series, period, last_number)
               select $1, 'carrier-inbox:' || $2::text, 'all', 1 from fresh
               on conflict (province_id, series, period) do update set last_number = c.last_number + 1 returning last_number)
             insert into motcua.carrier_inbox (province_id, carrier_id, message_no, fingerprint, body, received_at)
             select $1, $2, taken.last_number, $3, $4, $5 from taken`,
      values: [provinceId, carrierId, fingerprint, plainJson(body), receivedAt],
    });
    return rowCount === 1;
  } catch (fault) {
    if (typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === UNIQUE) return false;
    throw fault;
  }
};

type MessageSql = { readonly messageNo: number; readonly body: Readonly<Record<string, unknown>>; readonly orderNumber: string | null };

export const carrierInbox = (pool: Pool, provinceId: number, carrierId: string) => ({
  messagesAfter: async (cursor: string | undefined, most: number) => {
    const { rows } = await pool.query<MessageSql>({
      name: 'pushed-messages-after',
      text: `select i.message_no as "messageNo", i.body,
               (select o.order_number from motcua.carrier_order o
                where o.province_id = $1 and o.carrier_id = $2 and o.carrier_number = i.body->>'ORDER_NUMBER' limit 1) as "orderNumber"
             from motcua.carrier_inbox i where i.province_id = $1 and i.carrier_id = $2 and i.message_no > $3 order by i.message_no limit $4`,
      values: [provinceId, carrierId, Number(cursor ?? 0), most + 1],
    });
    return {
      messages: rows.slice(0, most).map(({ messageNo, ...row }) => ({ ...row, messageId: String(messageNo).padStart(DIGITS, '0') })), more: rows.length > most,
    };
  },
});

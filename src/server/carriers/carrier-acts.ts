// What an administrator does with a carrier: enters or changes it, says what a code means, settles an order whose answer was lost.
import { randomUUIDv7 } from 'node:crypto';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { type SettleRefused, settleOrder } from '#core/shipment/cancel-shipment.ts';
import { COURIER_CODES } from '#core/shipment/courier-codes.ts';
import type { OrderState } from '#core/shipment/send-order.ts';
import type { CodeMeaning } from '#core/shipment/shipment-status.ts';
import { VIETTEL_CODES } from '#core/shipment/viettel-codes.ts';
import type { CarrierRefusal, ChangeCarrier } from '#wire/carriers.wire.ts';
import type { Act } from '../acts/act.ts';
import { type CarrierRow, findCarrier, insertMeanings, saveCarrier, saveMeaning } from './account.sql.ts';
import { findOrdersWithCode } from './feed.sql.ts';
import { refold } from './read-feed.ts';
import { lockOrder, settleOrderState } from './shipments.sql.ts';

/** The secret travels beside the command, locked already: it stands neither in the fingerprint nor in the journal. */
export type CarrierChange = { readonly carrierId: string; readonly command: Omit<ChangeCarrier, 'key' | 'secret'>; readonly lockedSecret: Buffer | undefined };
type CarrierFacts = { readonly before: CarrierRow | undefined };
type CarrierAnswer = { readonly carrierId: string; readonly revision: number };

/** Vietnam Post's table is known to nobody here. */
const KNOWN_CODES: Readonly<Record<ChangeCarrier['kind'], ReadonlyMap<string, CodeMeaning>>> = { 'own-network': COURIER_CODES, viettel: VIETTEL_CODES, vnpost: new Map() };

const decideChange = ({ command, lockedSecret }: CarrierChange, { before }: CarrierFacts): Result<CarrierFacts, CarrierRefusal> => {
  if (command.baseRevision !== (before?.revision ?? 0)) return refuse({ kind: 'carrier-changed' });
  if (before && before.kind !== command.kind) return refuse({ kind: 'carrier-kind-fixed' });
  if (command.kind !== 'own-network' && !lockedSecret && !before?.secret) return refuse({ kind: 'carrier-secret-missing' });
  return ok({ before });
};

export const changeCarrierAct: Act<CarrierChange, CarrierFacts, CarrierFacts, CarrierRefusal, CarrierAnswer> = {
  name: 'change-carrier',
  load: async (db, { provinceId }, { carrierId }) => ({ before: await findCarrier(db, provinceId, carrierId, 'for update') }),
  decide: decideChange,
  save: async (db, context, { carrierId, command, lockedSecret }, { before }) => {
    const { baseRevision, kind, name, repeatedOrders, isOpen, ...settings } = command;
    const revision = baseRevision + 1;
    await saveCarrier(db, context, { carrierId, kind, name, repeatedOrders, isOpen, settings, revision, secret: lockedSecret ?? before?.secret ?? null });
    await insertMeanings(db, context, carrierId, KNOWN_CODES[kind]);
    return {
      answer: { carrierId, revision }, chain: 'admin', outbox: [],
      journal: [{ act: 'change-carrier', data: { carrierId, ...command, secretChanged: lockedSecret !== undefined } }],
    };
  },
};

export type MapCode = { readonly carrierId: string; readonly code: string; readonly meaning: CodeMeaning };
type Mapped = MapCode & { readonly orders: number };

export const mapCodeAct: Act<MapCode, { readonly there: true }, MapCode, never, Mapped> = {
  name: 'map-carrier-code',
  // the account's row first: the feed takes it first too
  load: async (db, { provinceId }, { carrierId }) => ((await findCarrier(db, provinceId, carrierId, 'for update')) ? { there: true } : undefined),
  decide: (command) => ok(command),
  save: async (db, context, command) => {
    const { carrierId, code, meaning } = command;
    await saveMeaning(db, context, carrierId, code, meaning);
    const orders = await findOrdersWithCode(db, context.provinceId, carrierId, code);
    await refold(db, context.provinceId, carrierId, orders, false);
    return { answer: { ...command, orders: orders.length }, chain: 'admin', outbox: [], journal: [{ act: 'map-carrier-code', data: { ...command, orders: orders.length } }] };
  },
};

export type SettleOrder = { readonly carrierId: string; readonly orderNumber: string; readonly arrived: boolean; readonly note: string };
type Settled = { readonly state: OrderState };

export const settleOrderAct: Act<SettleOrder, Settled, Settled, SettleRefused, Settled> = {
  name: 'settle-carrier-order',
  load: (db, { provinceId }, { carrierId, orderNumber }) => lockOrder(db, provinceId, carrierId, orderNumber),
  decide: ({ arrived }, { state }) => settleOrder(state, arrived),
  save: async (db, context, command, { state }) => {
    const { carrierId, orderNumber } = command;
    await settleOrderState(db, context.provinceId, carrierId, orderNumber, state);
    return {
      answer: { state }, chain: 'admin', journal: [{ act: 'settle-carrier-order', data: { ...command, state } }],
      outbox: state === 'waiting' ? [{ outboxId: randomUUIDv7(), topic: 'carrier-order', payload: { carrierId, orderNumber } }] : [],
    };
  },
};

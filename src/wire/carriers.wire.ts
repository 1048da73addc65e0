// What an administrator sees of carriers, and says of them; and the ranges of item numbers that the post gave to desks.
import { z } from 'zod';
import { MOST_SERIAL } from '#core/numbering/item-number.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { EVENT_REFUSALS } from '#core/shipment/carrier-events.ts';
import { REPEATED_ORDERS } from '#core/shipment/send-order.ts';
import { CODE_MEANINGS } from '#core/shipment/shipment-status.ts';
import { count, dong, line, maybeLine, moment, slug } from './fields.ts';

/** Counts stop here: '1000+' says enough. */
export const CARRIER_COUNT_CAP = 1_000;

const place = z.strictObject({ place: line(120), provinceCode: line(20), districtCode: maybeLine(20), wardCode: line(20).optional() });
/** Asked in the clear only on this machine. */
const ADDRESS = /^(?:https:\/\/[^\s/?#@]+|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?)(?:\/[^\s?#]*)?$/;
const path = line(120).regex(/^[^\s?#:]+$/);

const settings = {
  name: line(120),
  repeatedOrders: z.enum(REPEATED_ORDERS),
  isOpen: z.boolean(),
  /** Of several the first by its short name is told. */
  hearsOfResults: z.boolean(),
  /** Of the post's own couriers: on how many days a delivery is tried before it goes back, and how far apart. */
  attempts: z.strictObject({ mostDays: count(9, 1), daysBetween: count(30, 1) }).optional(),
  senderPlace: line(120),
  places: z.array(place).max(300),
  tariff: z.array(z.strictObject({ upToGrams: count(100_000, 1), amount: dong })).max(20),
  url: z.union([z.literal(''), line(300).regex(ADDRESS, 'Địa chỉ phải bắt đầu bằng https://')]),
  customerCode: maybeLine(60),
  paths: z.strictObject({ token: path, ownerToken: path, order: path, cancel: path, events: path, price: path, resultReady: path }).partial(),
  doneStatuses: z.array(line(20)).max(10),
  thereAlreadyStatuses: z.array(line(80)).max(10),
  /** Of Viettel Post: under which of its services letters go, and what one weighs. */
  service: line(20).optional(),
  parcelGrams: count(30_000, 1).optional(),
  trustedCertificates: z.string().max(20_000).regex(/^(?:-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----\s*)*$/),
};
const kind = z.enum(['own-network', 'vnpost', 'viettel']);
type Place = { readonly provinceCode: string; readonly districtCode: string; readonly wardCode?: string | undefined };
const isNumber = (code: string): boolean => /^\d{1,9}$/.test(code);
/** Viettel Post's places are numbers; one of two levels has no district, and then a commune. */
export const fitsViettel = ({ provinceCode, districtCode, wardCode }: Place): boolean =>
  isNumber(provinceCode) && (districtCode === '' ? wardCode !== undefined : isNumber(districtCode)) && (wardCode === undefined || isNumber(wardCode));

export const changeCarrierCommand = z.strictObject({
  kind, ...settings, baseRevision: count(1_000_000),
  /** Left out: as it was. Never told to anybody again. */
  key: line(300).optional(), secret: line(300).optional(),
}).refine((command) => (command.key === undefined) === (command.secret === undefined), { path: ['secret'], message: 'Nhập cả khóa và mật khẩu' })
  .refine((command) => command.kind === 'own-network' || command.url !== '', { path: ['url'], message: 'Nhập địa chỉ của bưu chính' })
  .refine(({ kind: of, places }) => places.every((one) => (of === 'viettel' ? fitsViettel(one) : one.districtCode !== '')), { path: ['places'], message: 'Mã địa bàn chưa đúng' })
  .refine((command) => command.kind !== 'viettel' || !command.hearsOfResults, { path: ['hearsOfResults'], message: 'Viettel Post không có kênh nhận tin này' });
export type ChangeCarrier = z.output<typeof changeCarrierCommand>;
export const carrierChanged = z.object({ carrierId: z.string(), revision: z.int() });

export type CarrierRefusal =
  | { readonly kind: 'carrier-changed' }
  | { readonly kind: 'carrier-kind-fixed' }
  | { readonly kind: 'carrier-secret-missing' }
  /** It pushes nothing, so it needs no secret. */
  | { readonly kind: 'carrier-is-asked' };

export const unclearOrder = z.object({
  orderNumber: z.string(), state: z.enum(['unclear', 'refused']), orderedAt: moment, deskName: z.string(), problem: z.string().nullable(), message: z.string().nullable(),
});
export const carriersView = z.object({
  carriers: z.array(z.object({
    carrierId: z.string(), kind, ...settings, revision: z.int(), hasSecret: z.boolean(), changedAt: moment, changedByName: z.string(),
    lastContactAt: moment.nullable(), lastFailureAt: moment.nullable(), lastFailure: z.string().nullable(), failuresInRow: z.int(), unreadableCount: z.int(),
    hookIssuedAt: moment.nullable(), hookIssuedByName: z.string().nullable(),
    waiting: z.int(), confirmed: z.int(), unclear: z.array(unclearOrder),
    codes: z.array(z.object({ code: z.string(), message: z.string(), count: z.int(), meaning: z.enum(CODE_MEANINGS).nullable() })),
    refusedEvents: z.array(z.object({
      eventId: z.string(), orderNumber: z.string(), code: z.string(), message: z.string(), at: moment.nullable(), receivedAt: moment, refused: z.enum(EVENT_REFUSALS),
    })),
  })),
});
export type CarriersView = z.output<typeof carriersView>;
export type CarrierView = CarriersView['carriers'][number];

export const mapCodeCommand = z.strictObject({ code: line(500), meaning: z.enum(CODE_MEANINGS) });
export const codeMapped = z.object({ carrierId: z.string(), code: z.string(), meaning: z.enum(CODE_MEANINGS), orders: z.int() });
export const settleOrderCommand = z.strictObject({ arrived: z.boolean(), note: line(300) });
export const orderSettled = z.object({ state: z.string() });
export const carrierTried = z.object({ answered: z.boolean(), amount: dong.nullable(), said: z.string() });

/** As Viettel Post pushes it: what happened, and the secret that it was given. */
export const pushedMessage = z.looseObject({ DATA: z.record(z.string(), z.unknown()), TOKEN: z.string().max(500) });
export const pushedAnswer = z.object({ status: z.literal(200), error: z.literal(false), message: z.literal('OK') });
/** The secret is told here and never again. */
export const hookIssued = z.object({ issuedAt: moment, secret: z.string(), address: z.string() });

export const carrierParams = z.object({ carrierId: slug<string>() });
export const orderParams = z.object({ carrierId: slug<string>(), orderNumber: line(60) });

export const giveItemRangeCommand = z.strictObject({
  deskId: slug<DeskId>(), prefix: line(2), from: count(MOST_SERIAL), to: count(MOST_SERIAL), decision: line(300),
});
export const itemRangesView = z.object({
  ranges: z.array(z.object({
    deskId: slug<DeskId>(), deskName: z.string(), prefix: z.string(), from: z.int(), to: z.int(), taken: z.int(), unused: z.int(), decision: z.string(),
    givenAt: moment, givenByName: z.string(), first: z.string(), last: z.string(),
  })),
  desks: z.array(z.object({ deskId: slug<DeskId>(), name: z.string() })),
});

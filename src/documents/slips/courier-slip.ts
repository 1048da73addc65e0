// Records between a desk and one of the post's own couriers: what she takes along, and what she brings back with the desk's count.
import { formatMoney } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { HandOverLine, HandOverRecordPayload } from '#documents/hand-over-record/payload.ts';
import type { SidePrinted } from '#documents/kit/parts.ts';
import { type ShippedOut, shippedLines } from './carrier-slip.ts';
import type { SlipPlace } from './desk-place.ts';
import { deskHead } from './slip-parts.ts';
import type { StandingActor } from './standing-actor.ts';

type Sides = { readonly place: SlipPlace; readonly actor: StandingActor; readonly courierName: string; readonly now: Moment; readonly number: string };

const courier = (name: string): SidePrinted => ({ unitName: `Bưu tá ${name}`, personName: name });
const desk = ({ place, actor }: Sides): SidePrinted => ({ unitName: place.desk.name, address: place.desk.address, personName: actor.fullName, personTitle: actor.title });
const base = ({ place, now, number }: Sides) => ({ kind: 'hand-over-record', version: 'v2016', issuedAt: now, head: deskHead(place), number } as const);

export const givenToCourierSlip = ({ outcomes, ...sides }: Sides & { readonly outcomes: readonly ShippedOut[] }): HandOverRecordPayload => ({
  ...base(sides), direction: 'to-courier', sentAt: sides.now, giver: desk(sides), taker: courier(sides.courierName), lines: shippedLines(outcomes),
});

/** `missing`: why it was not there. */
export type BroughtBack = { readonly missing?: string | undefined } & (
  | { readonly kind: 'shipment'; readonly outcomes: readonly ShippedOut[] }
  | { readonly kind: 'recalled'; readonly code: string; readonly name: string }
  | { readonly kind: 'pickup'; readonly slipNumber: string; readonly personName: string });

const counted = (missing: string | undefined): Pick<HandOverLine, 'result' | 'note'> => (missing === undefined ? { result: 'received' } : { result: 'rejected', note: missing });
const NO_PIECES = { original: 0, certifiedCopy: 0, plainCopy: 0 } as const;

const linesOf = (item: BroughtBack): readonly HandOverLine[] => {
  switch (item.kind) {
    case 'shipment': return shippedLines(item.outcomes.map((one) => ({ ...one, collectOnDelivery: 0 }))).map((line) => ({ ...line, ...counted(item.missing) }));
    case 'recalled': return [{ ...NO_PIECES, code: item.code, ownerName: '', procedureName: `Giấy tờ thu hồi: ${item.name}`, original: 1, ...counted(item.missing) }];
    case 'pickup': return [{ ...NO_PIECES, code: item.slipNumber, ownerName: item.personName, procedureName: 'Phong bì hồ sơ nhận tại nhà, niêm phong', ...counted(item.missing) }];
  }
};

export type MoneyBrought = { readonly amount: number; readonly counted: number; readonly note?: string | undefined };
const moneyWords = ({ amount, counted: found, note }: MoneyBrought): string =>
  `Tiền thu hộ bưu tá nộp ${formatMoney(amount)}, quầy đếm được ${formatMoney(found)}${note === undefined ? '' : ` (${note})`}`;

export const broughtBackSlip = (
  { items, money, sentAt, ...sides }: Sides & { readonly items: readonly BroughtBack[]; readonly money: MoneyBrought; readonly sentAt: Moment },
): HandOverRecordPayload => ({
  ...base(sides), direction: 'from-courier', sentAt, receivedAt: sides.now, giver: courier(sides.courierName), taker: desk(sides), lines: items.flatMap(linesOf),
  ...(money.amount > 0 && { remarks: moneyWords(money) }),
});

// An order as it is typed: begun from what the citizen wished, checked as the server checks it.
import { placeInAddress, receiverErrors } from '#core/shipment/receiver.ts';
import { receiverFieldErrors } from '#wire/refusals/carriers.ts';
import type { ReadyOutcome, ShipmentsView } from '#wire/shipments.wire.ts';

export type Carrier = ShipmentsView['carriers'][number];
export type OrderDraft = {
  readonly carrierId: string; readonly name: string; readonly phone: string; readonly address: string; readonly place: string;
  readonly collect: string; readonly withItemNumber: boolean; readonly chosen: ReadonlySet<string>;
};

/** Those of one person, who get one shipment. */
export type ReadyGroup = { readonly key: string; readonly first: ReadyOutcome; readonly outcomes: readonly ReadyOutcome[] };

export const groupReady = (ready: readonly ReadyOutcome[]): readonly ReadyGroup[] =>
  [...Map.groupBy(ready, ({ receiverKey, address }) => `${receiverKey} ${address}`)].flatMap(([key, outcomes]) => (outcomes[0] ? [{ key, first: outcomes[0], outcomes }] : []));

const sumOf = (outcomes: readonly ReadyOutcome[]): number => outcomes.reduce((sum, { toPay }) => sum + toPay, 0);
export const placeFor = (address: string, carrier: Carrier | undefined): string => placeInAddress(address, carrier?.places ?? []) ?? '';

export const newOrder = ({ first, outcomes }: ReadyGroup, carriers: readonly Carrier[], itemNumbersLeft: number): OrderDraft => {
  const [only, ...others] = carriers;
  const carrier = others.length === 0 ? only : undefined;
  return {
    carrierId: carrier?.carrierId ?? '', name: first.receiverName, phone: first.phone, address: first.address, place: placeFor(first.address, carrier),
    collect: String(sumOf(outcomes)), withItemNumber: itemNumbersLeft > 0, chosen: new Set(outcomes.map(({ dossierId }) => dossierId)),
  };
};

export const orderErrors = (draft: OrderDraft): Readonly<Record<string, string>> => {
  const receiver = { name: draft.name.trim(), phone: draft.phone.trim(), address: draft.address.trim(), place: draft.place };
  return {
    ...(draft.carrierId === '' && { carrierId: 'Chọn đơn vị chuyển phát.' }),
    ...(receiver.name === '' && { 'receiver.name': 'Ghi họ tên người nhận.' }),
    ...(receiver.place === '' && { 'receiver.place': 'Chọn địa bàn phát.' }),
    ...(receiver.address === '' && { 'receiver.address': 'Ghi địa chỉ phát.' }),
    ...(receiver.address !== '' && Object.fromEntries(receiverFieldErrors(receiverErrors(receiver)).map(({ path, message }) => [path, message]))),
    ...(draft.chosen.size === 0 && { dossiers: 'Chọn ít nhất một kết quả.' }),
  };
};

export const orderBody = (draft: OrderDraft, { outcomes }: ReadyGroup, shipmentId: string, deskId: string | undefined) => ({
  shipmentId, deskId, carrierId: draft.carrierId,
  dossiers: outcomes.filter(({ dossierId }) => draft.chosen.has(dossierId)).map(({ dossierId, revision }) => ({ dossierId, revision })),
  receiver: { name: draft.name.trim(), phone: draft.phone.trim(), address: draft.address.trim(), place: draft.place },
  collectOnDelivery: Number(draft.collect === '' ? '0' : draft.collect), withItemNumber: draft.withItemNumber,
});

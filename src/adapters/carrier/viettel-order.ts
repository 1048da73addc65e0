// Our order in Viettel Post's words. Its places are numbers of its own catalogue: of three levels, or of two with the
// district left out. It cuts no text: what is longer than it takes is refused here, since half an address is none.
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { CarrierCodes, CarrierOrder, CarrierRefused, PriceAsked } from './port.ts';

type OrderSettings = { readonly customerCode: string; readonly service?: string; readonly parcelGrams?: number };

const MOST_BYTES = 150;
const SERVICE = 'VCN';
/** Of a letter with an outcome, where nothing else is set. */
const PARCEL_GRAMS = 100;
const LETTER = 'TH';
const INLAND = 1;
/** The sender pays the postage: 3 collects for him at the door, 1 does not. */
const [COLLECTS, COLLECTS_NOTHING] = [3, 1];

const FIELDS = { name: 'Tên', phone: 'Số điện thoại', address: 'Địa chỉ' } as const;

const isTooLong = (text: string): boolean => Buffer.byteLength(text) > MOST_BYTES;
/** What nobody needs to find the door may be cut, between letters. */
const cut = (text: string): string => {
  let kept = '';
  for (const letter of text) {
    if (isTooLong(kept + letter)) break;
    kept += letter;
  }
  return kept;
};

const numberOf = (code: string | undefined): number | null => (code !== undefined && /^\d{1,9}$/.test(code) ? Number(code) : null);
const placeBody = (side: 'SENDER' | 'RECEIVER', { provinceCode, districtCode, wardCode }: CarrierCodes): object => ({
  [`${side}_PROVINCE`]: numberOf(provinceCode), [`${side}_DISTRICT`]: numberOf(districtCode), [`${side}_WARD`]: numberOf(wardCode),
});

const parcelBody = ({ service }: OrderSettings, grams: number, collectOnDelivery: number): object => ({
  PRODUCT_TYPE: LETTER, PRODUCT_WEIGHT: grams, PRODUCT_PRICE: 0, MONEY_COLLECTION: collectOnDelivery, ORDER_SERVICE: service ?? SERVICE, ORDER_SERVICE_ADD: '',
});

export const orderBody = (settings: OrderSettings, order: CarrierOrder): Result<object, CarrierRefused> => {
  const { sender, receiver, collectOnDelivery } = order;
  const grams = settings.parcelGrams ?? PARCEL_GRAMS;
  for (const [who, party] of [['người gửi', sender], ['người nhận', receiver]] as const) {
    for (const field of ['name', 'phone', 'address'] as const) {
      if (isTooLong(party[field])) return refuse({ kind: 'refused', message: `${FIELDS[field]} của ${who} dài hơn ${MOST_BYTES} byte mà Viettel Post nhận` });
    }
  }
  const name = cut(order.description);
  return ok({
    ORDER_NUMBER: order.orderNumber, CHECK_UNIQUE: true, ...(numberOf(settings.customerCode) === null ? {} : { GROUPADDRESS_ID: numberOf(settings.customerCode) }),
    SENDER_FULLNAME: sender.name, SENDER_PHONE: sender.phone, SENDER_ADDRESS: sender.address, ...placeBody('SENDER', sender),
    RECEIVER_FULLNAME: receiver.name, RECEIVER_PHONE: receiver.phone, RECEIVER_ADDRESS: receiver.address, ...placeBody('RECEIVER', receiver),
    PRODUCT_NAME: name, PRODUCT_QUANTITY: 1, ...parcelBody(settings, grams, collectOnDelivery),
    ORDER_PAYMENT: collectOnDelivery > 0 ? COLLECTS : COLLECTS_NOTHING, ORDER_NOTE: cut([order.noteToCarrier, order.itemNumber].filter(Boolean).join('; ')),
    EXTRA_MONEY: 0, LIST_ITEM: [{ PRODUCT_NAME: name, PRODUCT_QUANTITY: 1, PRODUCT_PRICE: 0, PRODUCT_WEIGHT: grams }],
  });
};

export const priceBody = (settings: OrderSettings, { grams, sender, receiver }: PriceAsked): object => ({
  ...placeBody('SENDER', sender), ...placeBody('RECEIVER', receiver), ...parcelBody(settings, grams, 0), NATIONAL_TYPE: INLAND,
});

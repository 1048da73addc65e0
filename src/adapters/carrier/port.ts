// Whoever carries shipments: takes orders, takes them back, tells what happened, names its price, and is told which outcomes
// are ready. The post's own couriers and another house behind HTTP are asked in the same words.
import type { Moment } from '#core/kernel/moment.ts';
import type { Result } from '#core/kernel/result.ts';

export type CarrierParty = {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly email?: string;
  /** The carrier's own codes. */
  readonly provinceCode: string;
  readonly districtCode: string;
  /** Of a carrier that names communes too. */
  readonly wardCode?: string;
};
export type CarrierCodes = Pick<CarrierParty, 'provinceCode' | 'districtCode' | 'wardCode'>;

export type CarrierOrder = {
  /** Ours, for good: the same order always comes with the same number. */
  readonly orderNumber: string;
  readonly sender: CarrierParty;
  readonly receiver: CarrierParty;
  readonly description: string;
  readonly noteToCarrier?: string;
  readonly collectOnDelivery: number;
  /** Of our range, where the carrier takes numbers of ours. */
  readonly itemNumber?: string;
};

export type EventRead = {
  readonly eventId: string;
  readonly orderNumber: string;
  /** Undefined: the carrier's time cannot be read. */
  readonly at: Moment | undefined;
  readonly code: string;
  readonly message: string;
  readonly place: string;
  readonly itemNumber: string;
  readonly notes: string;
  /** As it came. */
  readonly raw: Readonly<Record<string, unknown>>;
};

export type EventPage = {
  readonly events: readonly EventRead[];
  /** Where the next page begins; undefined: nothing came, ask again from where this one began. */
  readonly cursor: string | undefined;
  readonly more: boolean;
  /** Parts of the page that are no event at all. */
  readonly unreadable: number;
};

export type PriceAsked = {
  readonly grams: number;
  readonly sender: CarrierCodes;
  readonly receiver: CarrierCodes;
};

export type ResultReady = {
  readonly dossierId: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly dossierCode: string;
  readonly fee: number;
  readonly ownerName: string;
  readonly applicantName: string;
  readonly identityNumber: string;
  readonly address: string;
  readonly receivedOn: string;
  readonly postAddress: string;
};

export type CarrierRefused =
  /** Nothing left the house. */
  | { readonly kind: 'not-reached' }
  /** Perhaps it was done: no answer came, or none that can be read. */
  | { readonly kind: 'no-answer'; readonly what: string }
  | { readonly kind: 'credentials-refused' }
  | { readonly kind: 'already-there' }
  | { readonly kind: 'refused'; readonly message: string };

/** `carrierNumber`: of a carrier that gives an order a number of its own. */
export type OrderTaken = { readonly message: string; readonly carrierNumber?: string };

export type Carrier = {
  readonly order: (order: CarrierOrder) => Promise<Result<OrderTaken, CarrierRefused>>;
  /** By the carrier's own number, where it gave one. */
  readonly cancel: (orderNumber: string, carrierNumber?: string) => Promise<Result<{ readonly message: string }, CarrierRefused>>;
  /** After `cursor` in the order in which the carrier wrote them; undefined only before the first page ever. */
  readonly events: (cursor: string | undefined, most: number) => Promise<Result<EventPage, CarrierRefused>>;
  readonly price: (asked: PriceAsked) => Promise<Result<{ readonly amount: number }, CarrierRefused>>;
  readonly announceResult: (ready: ResultReady) => Promise<Result<{ readonly message: string }, CarrierRefused>>;
};

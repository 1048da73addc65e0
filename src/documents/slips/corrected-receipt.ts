// The receipt that takes the place of a wrong one: it names it and says why; code, book and order number stay, and so
// do the label, the postage and the seal of an item that is on its way.
import type { DossierCode, ReturnWish } from '#core/dossier/dossier.ts';
import { receiptSeries } from '#core/dossier/receive-dossier.ts';
import type { ReceiptInForce, ReceiptSuperseded, RegisterLine } from '#core/dossier/supersede-receipt.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { type NumberSeries, registerSeries } from '#core/numbering/series.ts';
import type { Parties } from '#core/people/person.ts';
import type { Channel } from '#core/procedure/procedure.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { SlipPlace } from './desk-place.ts';
import { receptionSlip } from './reception-slip.ts';
import type { StandingActor } from './standing-actor.ts';

export type CorrectedFacts = {
  readonly place: SlipPlace;
  readonly actor: StandingActor;
  readonly decision: ReceiptSuperseded;
  readonly dossier: { readonly code: DossierCode; readonly channel: Channel; readonly returnWish: ReturnWish; readonly setCount: number; readonly receivedAt: Moment };
  readonly parties: Parties;
  readonly reason: string;
  readonly now: Moment;
  readonly origin: string;
  readonly old?: ReceiptInForce;
  readonly register?: RegisterLine;
};

/** Absent on the post's slip, which bears the number of its item. */
export const correctedSeries = ({ slip }: ReceiptSuperseded, { desk }: SlipPlace, now: Moment): NumberSeries | undefined =>
  receiptSeries(slip, desk.receivingUnitId, dateOf(now));

export const correctedNumber = (taken: number | undefined, { code }: { readonly code: DossierCode }): string =>
  (taken === undefined ? code.slice(code.lastIndexOf('-') + 1) : String(taken).padStart(4, '0'));

export const correctedReceipt = (facts: CorrectedFacts, number: string): PaperPayload => {
  const { place, decision: { assessed, hands, slip, receivedAt }, dossier, old, register, reason, now } = facts;
  return receptionSlip({
    place, actor: facts.actor, assessed, hands, slip, parties: facts.parties, channel: dossier.channel, returnWish: dossier.returnWish,
    setCount: dossier.setCount, receivedAt, issuedAt: now, origin: facts.origin,
    posting: old?.itemNumber === undefined ? undefined : { itemNumber: old.itemNumber, postage: old.postage ?? 0, sealNumber: old.sealNumber },
    register: register && { ...registerSeries(place.desk.deskId, dateOf(now)), period: register.period }, largePrint: old?.largePrint,
    supersedes: { number: old?.number ?? number, issuedAt: old?.issuedAt ?? dossier.receivedAt, reason },
  }, { code: dossier.code, number, inRegister: register && { order: String(register.number).padStart(2, '0'), volume: register.volume } });
};

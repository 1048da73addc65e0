// A wrong procedure or date is corrected by a new receipt that names the old one; nothing is edited.
// The code stays, the due moment is computed again from the true moment of reception.
// @law NĐ 61/2018/NĐ-CP Đ.17; TT 01/2018/TT-VPCP Đ.10
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type ReceptionAssessed, type ReceptionContent, type ReceptionFacts, type ReceptionRefused, assessReception } from './assess-reception.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands, Regime } from './dossier.ts';
import type { Channel } from '../procedure/procedure.ts';
import { slipOf, type DossierReceived } from './receive-dossier.ts';

export type SupersedeReceipt = Omit<ReceptionContent, 'channel' | 'regime'> & {
  readonly revision: number;
  readonly reason: string;
  readonly receivedAt?: Moment;
};

/** Papers that are a receipt, whatever the form. */
export const RECEIPT_PAPERS = ['intake-receipt', 'residence-receipt', 'posting-slip'] as const;
/** The receipt that is corrected, as far as the new one says it again. */
export type ReceiptInForce = {
  readonly paperId: string;
  readonly number?: string;
  readonly issuedAt: Moment;
  /** Of a posting slip: the item keeps its label, postage and seal. */
  readonly itemNumber?: string;
  readonly postage?: number;
  readonly sealNumber?: string;
  readonly largePrint?: boolean;
};
/** Its line of the register stays: a corrected receipt names the same book and order number. */
export type RegisterLine = { readonly period: string; readonly number: number; readonly volume: number };

export type SupersedeFacts = ReceptionFacts & {
  readonly actor: DeskActor;
  readonly dossier: DeskDossier & { readonly receivedAt: Moment; readonly channel: Channel; readonly regime: Regime };
};

export type ReceiptSuperseded = {
  readonly assessed: ReceptionAssessed;
  readonly hands: DeskHands;
  readonly receivedAt: Moment;
  readonly slip: DossierReceived['slip'];
};

export type SupersedeRefusal =
  | DeskActRefused
  | ReceptionRefused
  | { readonly kind: 'received-in-future'; readonly now: Moment }
  /** Sent to one agency, the corrected procedure belongs to another: cancel and receive anew. */
  | { readonly kind: 'other-agency'; readonly agencyUnitId: string };

export const supersedeReceipt = (command: SupersedeReceipt, facts: SupersedeFacts): Result<ReceiptSuperseded, SupersedeRefusal> => {
  const { dossier } = facts;
  // what the clerk received alone cannot become, by a correction, what only an officer receives
  const mode = dossier.regime !== 'public-post' && facts.transfer?.mode === 'support' ? 'support' : dossier.mode;
  const hands = mayActAtDesk('supersede-receipt', { ...dossier, mode }, command.revision, facts.actor, facts.desk);
  if (!hands.ok) return hands;
  const receivedAt = command.receivedAt ?? dossier.receivedAt;
  // only the time that this act gives: one that stands may lie ahead of a counter whose clock lags behind the server's
  if (command.receivedAt !== undefined && receivedAt > facts.now) return refuse({ kind: 'received-in-future', now: facts.now });
  const content: ReceptionContent = { ...command, channel: dossier.channel, regime: dossier.regime };
  const assessed = assessReception(content, facts, receivedAt);
  if (!assessed.ok) return assessed;
  const { agencyUnitId } = assessed.value.transfer;
  if (dossier.state === 'handed-over' && agencyUnitId !== dossier.agencyUnitId) return refuse({ kind: 'other-agency', agencyUnitId });
  return ok({ assessed: assessed.value, hands: hands.value, receivedAt, slip: slipOf(assessed.value, dossier.regime) });
};

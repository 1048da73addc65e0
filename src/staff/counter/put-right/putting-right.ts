// An act of this counter that the server did not take, opened again in its own dialog: what was entered stands there, and
// what is sent says which one it takes the place of.
import { createContext, useContext } from 'react';
import { dateOf, type Moment } from '#core/kernel/moment.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import type { AcceptOutcomeCommand } from '#wire/accept-outcome.wire.ts';
import type { HandOverFilledBagCommand } from '#wire/bags.wire.ts';
import type { CancelEntryCommand } from '#wire/cancel-entry.wire.ts';
import type { CertifyCopiesCommand } from '#wire/certify-copies.wire.ts';
import type { ForwardDossiersCommand } from '#wire/forward-dossiers.wire.ts';
import type { GiveGuidanceCommand } from '#wire/give-guidance.wire.ts';
import type { AcceptPapersCommand, GiveBackPapersCommand } from '#wire/give-back-papers.wire.ts';
import type { FieldError } from '#wire/problem.wire.ts';
import type { ReceiveSupplementCommand } from '#wire/receive-supplement.wire.ts';
import type { RefuseReceptionCommand } from '#wire/refuse-reception.wire.ts';
import type { ReturnOutcomeCommand } from '#wire/return-outcome.wire.ts';
import type { SupersedeReceiptCommand } from '#wire/supersede-receipt.wire.ts';
import type { WithdrawDossierCommand } from '#wire/withdraw-dossier.wire.ts';

type Bodies = {
  readonly 'cancel-entry': CancelEntryCommand;
  readonly 'supersede-receipt': SupersedeReceiptCommand;
  readonly 'receive-supplement': ReceiveSupplementCommand;
  readonly 'return-outcome': ReturnOutcomeCommand;
  readonly 'withdraw-dossier': WithdrawDossierCommand;
  readonly 'accept-papers-back': AcceptPapersCommand;
  readonly 'give-back-papers': GiveBackPapersCommand;
  readonly 'forward-dossiers': ForwardDossiersCommand;
  readonly 'accept-outcome': AcceptOutcomeCommand;
  readonly 'give-guidance': GiveGuidanceCommand;
  readonly 'refuse-reception': RefuseReceptionCommand;
  readonly 'certify-copies': CertifyCopiesCommand;
  readonly 'hand-over-filled-bag': HandOverFilledBagCommand;
};
/** A reception has its own way: it is a draft again. */
export type PutRightAct = keyof Bodies;
export type Before<A extends PutRightAct> = { readonly commandId: string; readonly act: A; readonly madeAt: Moment; readonly body: Bodies[A]; readonly fieldErrors: readonly FieldError[] };
export type AnyBefore = { readonly [A in PutRightAct]: Before<A> }[PutRightAct];

export const PuttingRight = createContext<AnyBefore | undefined>(undefined);

/** Undefined: the act is done for the first time. */
export const useBefore = <A extends PutRightAct>(act: A): Before<A> | undefined => {
  const before = useContext(PuttingRight);
  return before?.act === act ? (before as Before<A>) : undefined;
};

/** What the server named when it did not take the first. */
export const errorsBefore = (before: { readonly fieldErrors: readonly FieldError[] } | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((before?.fieldErrors ?? []).map(({ path, message }) => [path, message]));

/** It goes the way it went first. */
export const correctsOf = (before: { readonly commandId: string } | undefined): { readonly corrects?: string; readonly by?: 'counter' } =>
  (before ? { corrects: before.commandId, by: 'counter' } : {});

/** It is judged by the day on which it was done: today's version where that held already, else the one it was written under. */
export const versionThen = (before: { readonly madeAt: Moment; readonly body: { readonly procedureVersion: number } } | undefined, { version, validFrom }: Pick<ProcedureVersion, 'version' | 'validFrom'>): number =>
  (before && validFrom > dateOf(before.madeAt) ? before.body.procedureVersion : version);

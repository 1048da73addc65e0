// What a counter may do without a line. Everything else says so before any work is put in.
export const OFFLINE_ACTS = [
  'receive-dossier', 'certify-copies', 'give-guidance', 'refuse-reception', 'supersede-receipt', 'receive-supplement',
  'forward-dossiers', 'accept-outcome', 'return-outcome', 'accept-papers-back', 'give-back-papers', 'withdraw-dossier', 'cancel-entry',
  'hand-over-filled-bag',
] as const;
export type OfflineAct = (typeof OFFLINE_ACTS)[number];

type Proven = {
  readonly dossierId?: unknown; readonly handOverId?: unknown; readonly body: unknown; readonly leased: unknown; readonly printed?: unknown;
  readonly corrects?: unknown; readonly follows?: unknown;
};
/** What is hashed for a proof: neither the target nor the numbers, nor what was printed, nor what it builds on can be exchanged for others. */
export const provenPart = ({ dossierId, handOverId, body, leased, printed, corrects, follows }: Proven): Proven =>
  ({ dossierId, handOverId, body, leased, printed, ...(corrects === undefined ? {} : { corrects }), ...(follows === undefined ? {} : { follows }) });

/** What a person's proof covers; both sides write the same text. `bodyHash`: SHA-256 in hex of the canonical JSON of `provenPart`. */
export const proofText = (command: { readonly commandId: string; readonly act: OfflineAct; readonly madeAt: string }, bodyHash: string): string =>
  [command.commandId, command.act, command.madeAt, bodyHash].join('\n');

// What a dossier is made of, as browser and server both see it.
import type { FeeLine } from '../fees/fee-line.ts';
import type { Brand } from '../kernel/brand.ts';
import type { AccountId, DeskId } from '../organisation/organisation.ts';
import type { PaperForm } from '../procedure/procedure.ts';
import type { DossierCode } from '../numbering/dossier-code.ts';

export type { DossierCode, FeeLine };

export type DossierId = Brand<string, 'DossierId'>; // UUIDv7 made by the client of the act
export type Sha256 = Brand<string, 'Sha256'>; // 64 hex digits

/** One-stop reception (form 01 at once) or the public postal service (posting slip first). */
export type Regime = 'one-stop' | 'public-post';

export type PaperReceived = {
  readonly itemId: string;
  readonly name: string;
  readonly form: PaperForm;
  readonly count: number;
  /** Looked at and given back: no thing stays at the desk. */
  readonly shownOnly: boolean;
  readonly scans: readonly Sha256[];
};

export type ReturnWish =
  | { readonly kind: 'at-desk'; readonly deskId: DeskId }
  | { readonly kind: 'home-delivery'; readonly address: string; readonly phone: string }
  | { readonly kind: 'online' };

/** Every act at the desk names its receiver and, where there was one, its assistant. */
export type DeskHands = {
  readonly receiverId: AccountId;
  readonly receiverName: string;
  readonly assistantId?: AccountId;
  readonly assistantName?: string;
};

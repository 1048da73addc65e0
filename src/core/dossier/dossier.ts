// What a dossier is made of, as browser and server both see it.
import type { FeeLine } from '../fees/fee-line.ts';
import type { Brand } from '../kernel/brand.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { AccountId, DeskId, ProvinceId, ReceptionMode, UnitId } from '../organisation/organisation.ts';
import type { Parties } from '../people/person.ts';
import type { Channel, PaperForm, ProcedureCode } from '../procedure/procedure.ts';
import type { Due } from '../deadline/due.ts';
import type { DossierCode } from '../numbering/dossier-code.ts';
import type { DossierState } from './state.ts';

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

export type Dossier = {
  readonly provinceId: ProvinceId;
  readonly dossierId: DossierId;
  readonly code: DossierCode;
  /** 'theirs' until the ministry's system gave its code. */
  readonly codeIsProvisional: boolean;
  readonly procedureCode: ProcedureCode;
  readonly procedureVersion: number;
  readonly procedureName: string;
  readonly caseId: string;
  readonly channel: Channel;
  readonly regime: Regime;
  readonly mode: ReceptionMode;
  readonly deskId: DeskId;
  readonly receivingUnitId: UnitId;
  /** Where help was given, when it was another place. */
  readonly helpedAtUnitId?: UnitId;
  readonly agencyUnitId: UnitId;
  readonly parties: Parties;
  readonly answers: Readonly<Record<string, string | number | boolean>>;
  readonly papers: readonly PaperReceived[];
  readonly fees: readonly FeeLine[];
  readonly setCount: number;
  readonly returnWish: ReturnWish;
  readonly hands: DeskHands;
  readonly state: DossierState;
  readonly receivedAt: Moment;
  readonly due?: Due;
  readonly calendarVersion: string;
  readonly revision: number;
  readonly closedOn?: PlainDate;
};

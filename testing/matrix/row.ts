// One row of the matrix: who may call a route, and a call whose body fits its schema.
import type { DossierState } from '#core/dossier/state.ts';
import type { Role } from '#core/organisation/organisation.ts';
import { procedureIn } from '../desk-commands.ts';

export const DESK: readonly Role[] = ['postal-clerk', 'commune-officer'];
export const OFFICE: readonly Role[] = ['agency-officer', 'section-head', 'signing-leader', 'records-clerk'];
export const CASE: readonly Role[] = ['agency-officer', 'section-head'];
export const SIGN: readonly Role[] = ['signing-leader', 'records-clerk'];
export const BOTH: readonly Role[] = [...DESK, ...OFFICE];
export const POST: readonly Role[] = ['post-supervisor'];
export const COURIER: readonly Role[] = ['courier'];

/** What stands ready for one call: a dossier of Kỳ Bắc's desk that the district decides, with one scan. */
export type Target = { readonly dossierId: string; readonly handOverId: string; readonly questionId: string; readonly colleagueId: string; readonly sha256: string;
  readonly paperId: string; readonly slipId: string; readonly batchId: string; readonly code: string; readonly custodyCaseId: string; readonly complaintId: string;
  /** Sealed: from the desk to the district, and back. */
  readonly bagOutId: string; readonly bagBackId: string;
  /** With the courier of Kỳ Bắc, and records that she, and that the desk, has not counted. */
  readonly givenRecordId: string; readonly handInRecordId: string; readonly courierId: string; readonly pickupId: string;
  /** Paid by the desk, and not yet counted by the post. */
  readonly remittanceId: string;
  /** A carrier, and an order of the desk that nobody knows whether it arrived. */
  readonly carrierId: string; readonly shipmentId: string; readonly orderNumber: string; readonly itemNumber: string;
  /** Of a machine of Kỳ Bắc's desk: `x-device`, its id, one that is not in use, and a lease and a case of its own. */
  readonly device: string; readonly deviceId: string; readonly spareDeviceId: string; readonly leaseId: string; readonly caseId: string;
};

export type Call = { readonly url: string; readonly body?: object; readonly headers?: Readonly<Record<string, string>> };

export type MatrixRow = {
  /** 'open': nobody need be signed in. 'all': every signed-in person. */
  readonly who: 'open' | 'all' | readonly Role[];
  /** Whose act it is, where the route lets colleagues look on; the others are told so. */
  readonly act?: readonly Role[];
  /** Who at home sees the thing asked about, where it is not the dossier; to the others it is not there. */
  readonly sees?: readonly Role[];
  /** The state of the dossier that is asked about; absent: the route is about no object of one unit. */
  readonly state?: DossierState;
  /** A paper of the dossier is missing, and its case is open: planted for these alone, or the lists would grow with every call. */
  readonly lacksPaper?: true;
  /** The courier has delivered the shipment. */
  readonly isDelivered?: true;
  readonly call: (target: Target) => Call;
};
/** Method and path as the server registers them. */
export type MatrixRows = Readonly<Record<string, MatrixRow>>;

export const birth = procedureIn('kybac-2019', '1.001193');
export const onDesk = { deskId: 'ky-bac', revision: 2 };
/** Of the matrix's carrier. */
export const HOOK_SECRET = 'thu';
/** Of a program of another house that may read the whole province. */
export const INTEGRATOR_TOKEN = 'thu'.padEnd(43, 'x');
export const reason = 'Lý do thử';
export const ground = 'Điều 1 Nghị định thử';

export const at = (url: string) => (): Call => ({ url });

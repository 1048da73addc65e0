// What a desk and an agency are warned of, and what to do next about it: each line of the list leads to its act.
// @law NĐ 61/2018/NĐ-CP Đ.18, Đ.19, Đ.20
import type { DossierState } from '../dossier/state.ts';
import type { Role } from '../organisation/organisation.ts';
import type { Urgency } from './standing-warnings.ts';

export const WARNING_KINDS = ['due', 'step', 'apology', 'supplement', 'uncollected'] as const;
/** The citizen's date, a step's own limit, the apology, the citizen's limit to supplement, an outcome nobody fetches. */
export type WarningKind = (typeof WARNING_KINDS)[number];

/** A desk answers for its own dossiers' dates; steps and apologies are the agency's. */
export const DESK_WARNINGS: readonly WarningKind[] = ['due', 'supplement', 'uncollected'];

/** Whose time runs: at the desk, on the way, or at the agency. */
export const RUNNING_STATES = ['received', 'handed-over', 'in-process', 'outcome-recorded', 'outcome-sent', 'refused-by-agency'] as const satisfies readonly DossierState[];
/** What the agency still has to do something about. */
export const AGENCY_STATES = ['handed-over', 'in-process', 'outcome-recorded', 'refused-by-agency'] as const satisfies readonly DossierState[];

export const NEXT_STEPS = [
  'forward', 'ask-agency', 'accept-outcome', 'return', 'call-citizen', 'await-stop',
  'accept', 'work', 'sign', 'issue', 'send', 'apologise', 'stop', 'take-back',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export type Warned = { readonly kind: WarningKind; readonly state: DossierState; readonly urgency: Urgency; readonly stepRole?: Role };

export const nextStepAtDesk = ({ kind, state, urgency }: Warned): NextStep => {
  if (kind === 'supplement') return urgency === 'overdue' ? 'await-stop' : 'call-citizen';
  switch (state) {
    case 'received': return 'forward';
    case 'outcome-sent': return 'accept-outcome';
    case 'ready-to-return': return 'return';
    default: return 'ask-agency';
  }
};

export const nextStepInOffice = ({ kind, state, urgency, stepRole }: Warned): NextStep => {
  switch (kind) {
    case 'supplement': return urgency === 'overdue' ? 'stop' : 'call-citizen';
    case 'apology': return 'apologise';
    case 'uncollected': return 'take-back';
    case 'due':
    case 'step':
  }
  if (state === 'handed-over') return 'accept';
  if (state === 'outcome-recorded' || state === 'refused-by-agency') return 'send';
  if (stepRole === 'signing-leader') return 'sign';
  return stepRole === 'records-clerk' ? 'issue' : 'work';
};

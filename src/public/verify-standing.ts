// Whether a paper of ours still says what holds: of the paper itself, of the dossier it belongs to, of its due moment.
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';

export type PaperFacts = {
  readonly kind: string;
  readonly dueAt?: Moment;
  readonly supersededAt?: Moment;
  readonly dossier?: { readonly state: DossierState; readonly dueAt?: Moment };
};

export type PaperStanding = 'current' | 'guided' | 'superseded' | 'cancelled' | 'withdrawn' | 'stopped' | 'refused' | 'returned' | 'answered' | 'due-changed';

const ENDED: Partial<Record<DossierState, PaperStanding>> = {
  cancelled: 'cancelled', withdrawn: 'withdrawn', stopped: 'stopped', 'refused-by-agency': 'refused', 'refused-at-desk': 'refused',
  returned: 'returned', 'resolved-at-desk': 'returned',
};
/** What these say holds only while the dossier is open; a notice of refusal or stopping holds after it too. */
const OF_OPEN_DOSSIERS: ReadonlySet<string> = new Set(['intake-receipt', 'residence-receipt', 'supplement-request', 'residence-guidance', 'apology-notice', 'invitation', 'control-slip']);
const ASKING: ReadonlySet<string> = new Set(['supplement-request', 'residence-guidance']);
const PROMISING: ReadonlySet<string> = new Set(['intake-receipt', 'residence-receipt', 'apology-notice']);

export const standingOf = ({ kind, dueAt, supersededAt, dossier }: PaperFacts): PaperStanding => {
  if (supersededAt !== undefined) return 'superseded';
  if (kind === 'guidance-slip') return 'guided';
  if (!dossier) return 'current';
  const ended = ENDED[dossier.state];
  // a contract with the post serves a complaint after the dossier's end, but not if it never began
  if (kind === 'posting-slip' && ended === 'cancelled') return ended;
  if (!OF_OPEN_DOSSIERS.has(kind)) return 'current';
  if (ended !== undefined) return ended;
  if (ASKING.has(kind) && dossier.state !== 'supplement-asked') return 'answered';
  return PROMISING.has(kind) && dossier.dueAt !== dueAt ? 'due-changed' : 'current';
};

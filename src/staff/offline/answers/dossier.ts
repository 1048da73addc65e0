// A dossier with what may be done with it here, now, without a line.
import { addWorkingDays } from '#core/deadline/working-time.ts';
import { needsConfirmation } from '#core/dossier/desk-hands.ts';
import { ACT_LABELS, type DossierAct, mayAct } from '#core/dossier/life.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { timelinessOf } from '#wire/answers/dossier-row.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Granted } from '../acting.ts';
import { withModeToday } from '../dossier-here.ts';
import type { Reference } from '../reference.ts';

/** Of the acts on a dossier that is there: those the counter decides by itself. */
const HERE: readonly DossierAct[] = ['supersede-receipt', 'cancel-entry', 'forward-dossiers', 'receive-supplement', 'accept-outcome', 'return-outcome', 'withdraw-dossier', 'accept-papers-back', 'give-back-papers'];
/** The way back has its own order: counted before it is given. */
const PAPERS_AT: Partial<Record<DossierAct, NonNullable<DossierView['papersBack']>['place']>> = { 'accept-papers-back': 'on-the-way', 'give-back-papers': 'at-desk' };

export const dossierAt = (reference: Reference, stored: DossierView, clerk: Granted, now: Moment): DossierView => {
  const { calendar, place: { desk } } = reference;
  const view = withModeToday(reference, stored, now);
  const confirmable = clerk.roles.includes('postal-clerk') ? ([...clerk.roles, 'commune-officer'] as const) : clerk.roles;
  return {
    ...view, now, timeliness: timelinessOf(view.state, view.due?.due, now, addWorkingDays(calendar, dateOf(now), 1)),
    allowedActs: HERE.filter((act) => mayAct(act, view.state, confirmable).ok && (PAPERS_AT[act] === undefined || PAPERS_AT[act] === view.papersBack?.place))
      .map((act) => ({ act, label: ACT_LABELS[act], needsConfirmation: needsConfirmation(act, view.mode, clerk.roles, desk.supportReturn) })),
  };
};

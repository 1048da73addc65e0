// What lies in a dossier goes back into somebody's hands: the same note as at the server, under a number that was held.
import type { PaperCounted } from '#core/dossier/accept-papers.ts';
import type { DeskHands } from '#core/dossier/dossier.ts';
import { type PapersGivenBack, type PapersTaken, keptOf } from '#core/dossier/way-back.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { papersBackSlip } from '#documents/slips/papers-back-slip.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type Acting, actorOf } from './acting.ts';
import type { Taken, Wanted } from './lease-hand.ts';
import type { Effect } from './queue-act.ts';

export const noteNumber = ({ reference: { place }, now }: Acting): Wanted => ({ ...paperSeries('withdrawal-note', place.desk.receivingUnitId, dateOf(now)), count: 1 });

type Back = { readonly hands: DeskHands; readonly taken: PapersTaken; readonly given: PapersGivenBack };
type Why = { readonly askedAt: Moment; readonly reason: string; readonly feeNote?: string };

export const notePaper = (acting: Acting, view: DossierView, { hands, taken, given }: Back, why: Why, held: Taken | undefined): NonNullable<Effect['paper']> => {
  const { now, ports, reference: { place, desk: { origin } } } = acting;
  const number = held?.number ?? 0;
  const payload = papersBackSlip({
    place, actor: actorOf(acting), hands, dossier: { ...view, procedureName: view.procedure.name }, number, now, origin, supersedes: acting.correcting?.supersedes, ...why,
  }, taken, given);
  return { paperId: ports.newId(), dossierId: view.dossierId, number: formatPaperNumber('withdrawal-note', number), payload };
};

/** In the dossier from now on: into whose hands. */
export const givenInto = (now: Moment, { hands, given }: Back): Partial<NonNullable<DossierView['papersBack']>> =>
  ({ place: 'given-back', givenAt: now, givenByName: hands.receiverName, receiverName: given.receiverName });

/** As the desk counted what came back; what is not named came as it was sent. */
export const countedOf = ({ papers, papersBack }: DossierView): readonly PaperCounted[] =>
  keptOf(papers).map(({ lineNo }) => papersBack?.differences?.find((one) => one.lineNo === lineNo) ?? { lineNo, result: 'received' });

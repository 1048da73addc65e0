import { type DossiersForwarded, type ForwardRefusal, forwardDossiers } from '#core/dossier/forward-dossiers.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { type Enveloped, handOverSlip } from '#documents/slips/hand-over-slip.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type DossiersForwardedAnswer, type ForwardDossiersCommand, forwardDossiersCommand } from '#wire/forward-dossiers.wire.ts';
import { actorOf } from '../acting.ts';
import { findHere } from '../dossier-here.ts';
import { movedView } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { findPaper, type Stored } from '../store.ts';

export type ForwardHere = { readonly dossiers: readonly DossierView[]; readonly papers: readonly Enveloped[] };

/** What lies in the envelope: shown papers went back to the citizen, electronic ones weigh nothing. */
const envelopeOf = async (stored: Stored, view: DossierView): Promise<Enveloped> => {
  const counted = (form: DossierView['papers'][number]['form']): number =>
    view.papers.filter((line) => line.form === form && !line.shownOnly).reduce((sum, line) => sum + line.count, 0);
  const slip = view.issuedPapers.find((paper) => paper.kind === 'posting-slip' && paper.supersededAt === undefined);
  const payload = slip && (await findPaper(stored, slip.paperId))?.payload;
  const itemNumber = payload?.['itemNumber'] ?? (slip && view.receipt?.itemNumber) ?? slip?.number;
  const sealNumber = payload?.['sealNumber'] ?? (slip && view.receipt?.sealNumber);
  return {
    dossierId: view.dossierId, original: counted('original'), certifiedCopy: counted('certified-copy'), plainCopy: counted('plain-copy'),
    postingNumber: typeof itemNumber === 'string' ? itemNumber : null, sealNumber: typeof sealNumber === 'string' ? sealNumber : null,
  };
};

export const forwardDossiersQueue: QueueSpec<ForwardDossiersCommand, ForwardHere, DossiersForwarded, ForwardRefusal> = {
  act: 'forward-dossiers', body: forwardDossiersCommand, onOne: false,
  about: ({ dossiers }) => dossiers.map((line) => line.dossierId),
  load: async (acting, command) => {
    const { stored, reference } = acting;
    // always in the order of ids, as the server lists them
    const ids = [...new Set(command.dossiers.map((line) => line.dossierId))].sort();
    const found = (await Promise.all(ids.map((id) => findHere(acting, id)))).filter((view) => view !== undefined);
    if (found.length !== command.dossiers.length || !reference.place.units.has(command.agencyUnitId)) return undefined;
    return { dossiers: found, papers: await Promise.all(found.map((view) => envelopeOf(stored, view))) };
  },
  decide: (acting, command, { dossiers }) => forwardDossiers(command, {
    now: acting.now, actor: actorOf(acting), desk: acting.reference.place.desk, calendar: acting.reference.calendar, dossiers,
  }),
  numbers: (_done, _facts, { reference, now }) => [{ ...paperSeries('hand-over-record', reference.place.desk.receivingUnitId, dateOf(now)), count: 1 }],
  effect: (acting, command, { dossiers, papers }, done, [taken]) => {
    const { now, clerk, reference: { place } } = acting;
    const recordNumber = formatPaperNumber('hand-over-record', taken?.number ?? 0);
    const { handOverId, agencyUnitId } = command;
    const payload = handOverSlip(done, {
      place, actor: actorOf(acting), agencyUnitId, papers, now, number: recordNumber, supersedes: acting.correcting?.supersedes,
      dossiers: dossiers.map(({ dossierId, code, parties, procedure, due }) => ({ dossierId, code, parties, procedureName: procedure.name, due: due ?? null })),
    });
    const countOf = (dossierId: string): number => command.dossiers.find((line) => line.dossierId === dossierId)?.paperCount ?? 0;
    const moved = dossiers.map((view) => movedView(view, {
      state: 'handed-over', act: 'forward-dossiers', hands: done.hands, now, place,
      more: {
        handOvers: [...view.handOvers, {
          handOverId, direction: 'to-agency', recordNumber, fromName: place.desk.name, toName: unitOf(place, agencyUnitId).name,
          paperCount: countOf(view.dossierId), sentAt: now, sentByName: clerk.fullName, paperId: handOverId,
        }],
      },
    }));
    const answer: DossiersForwardedAnswer = {
      handOverId, recordNumber, paperId: handOverId, sentAt: now, mayGoUntil: done.mayGoUntil,
      dossiers: moved.map(({ dossierId, code, revision }) => ({ dossierId, code, revision })),
    };
    return { answer, paper: { paperId: handOverId, number: recordNumber, payload }, printed: { paperId: handOverId, supersedes: acting.correcting?.supersedes }, dossiers: moved };
  },
};

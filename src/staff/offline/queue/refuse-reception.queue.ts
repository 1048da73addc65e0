// Always the officer's act: she is at the keyboard, or confirms beside it.
import { type ReceptionRefusedAtDesk, refuseReception } from '#core/dossier/refuse-reception.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { refusalSlip } from '#documents/slips/refusal-slip.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { type ReceptionRefusedAnswer, type RefuseReceptionCommand, refuseReceptionCommand } from '#wire/refuse-reception.wire.ts';
import { actorOf } from '../acting.ts';
import { movedView } from '../own-view.ts';
import type { QueueSpec } from '../queue-act.ts';
import { findDossier } from '../store.ts';
import { procedureFactsAt } from './give-guidance.queue.ts';

type Facts = { readonly procedure?: ProcedureVersion; readonly transfer?: TransferEntry; readonly filed?: DossierView };

export const refuseReceptionQueue: QueueSpec<RefuseReceptionCommand, Facts, ReceptionRefusedAtDesk> = {
  act: 'refuse-reception', body: refuseReceptionCommand, onOne: false,
  about: ({ filed }) => (filed ? [filed.dossierId] : []),
  load: async (acting, command) => {
    const known = procedureFactsAt(acting, command);
    if (!command.filed) return known;
    const filed = await findDossier(acting.stored, command.filed.dossierId);
    return filed && { ...known, filed };
  },
  decide: (acting, command, { procedure, filed }) =>
    refuseReception(command, { actor: actorOf(acting), desk: acting.reference.place.desk, procedure, filed }),
  numbers: (_refused, _facts, { reference, now }) => [{ ...paperSeries('refusal-notice', reference.place.desk.receivingUnitId, dateOf(now)), count: 1 }],
  effect: (acting, command, { transfer, filed }, refused, [taken]) => {
    const { now, ports, reference: { place, desk: { origin } } } = acting;
    const number = taken?.number ?? 0;
    const payload = refusalSlip(command, refused, {
      place, actor: actorOf(acting), agencyUnitId: transfer?.agencyUnitId, filedCode: filed?.code, issuedAt: now, number: String(number).padStart(2, '0'), origin, supersedes: acting.correcting?.supersedes,
    });
    const paper = { paperId: ports.newId(), dossierId: filed?.dossierId, number: formatPaperNumber('refusal-notice', number), payload };
    const answer: ReceptionRefusedAnswer = { refusalId: command.refusalId, paperId: paper.paperId, number: paper.number, at: now };
    return {
      answer, paper, printed: { paperId: paper.paperId, supersedes: acting.correcting?.supersedes }, basis: { procedure: `${refused.procedure.code}@${refused.procedure.version}` },
      dossiers: filed ? [movedView(filed, { state: 'refused-at-desk', act: 'refuse-reception', hands: refused.hands, now, place, paper, more: { closedAt: now } })] : [],
    };
  },
};

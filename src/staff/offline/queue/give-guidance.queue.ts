import { type GuidanceGiven, giveGuidance } from '#core/dossier/give-guidance.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { guidancePaper } from '#documents/slips/guidance-slip.ts';
import { type GiveGuidanceCommand, type GuidanceGivenAnswer, giveGuidanceCommand } from '#wire/give-guidance.wire.ts';
import { type Acting, actorOf } from '../acting.ts';
import type { QueueSpec } from '../queue-act.ts';

type Facts = { readonly procedure?: ProcedureVersion; readonly transfer?: TransferEntry };

export const procedureFactsAt = ({ reference, now }: Acting, { procedureCode }: Pick<GiveGuidanceCommand, 'procedureCode'>): Facts => ({
  procedure: reference.procedureOn(procedureCode, dateOf(now)), transfer: reference.transferOn(procedureCode, dateOf(now)),
});

const seriesOf = ({ paper }: GuidanceGiven) => (paper === 'guidance-slip' ? 'guidance-slip' : 'supplement-request');

export const giveGuidanceQueue: QueueSpec<GiveGuidanceCommand, Facts, GuidanceGiven> = {
  act: 'give-guidance', body: giveGuidanceCommand, onOne: false,
  about: () => [],
  load: async (acting, command) => procedureFactsAt(acting, command),
  decide: (acting, command, { procedure }) => giveGuidance(command, { actor: actorOf(acting), procedure }),
  numbers: (given, _facts, { reference, now }) => [{ ...paperSeries(seriesOf(given), reference.place.desk.receivingUnitId, dateOf(now)), count: 1 }],
  effect: (acting, command, { transfer }, given, [taken]) => {
    const { now, clerk, ports, reference: { place, desk: { origin } } } = acting;
    const agencyUnitId = transfer?.agencyUnitId ?? place.desk.receivingUnitId;
    const number = taken?.number ?? 0;
    const payload = guidancePaper(command, given, {
      place, agencyName: transfer ? unitOf(place, agencyUnitId).name : given.procedure.authority,
      guide: { receiverName: clerk.fullName, receiverTitle: clerk.title }, issuedAt: now, number: String(number).padStart(2, '0'), origin, supersedes: acting.correcting?.supersedes,
    }, agencyUnitId);
    const paper = { paperId: ports.newId(), number: formatPaperNumber(seriesOf(given), number), payload };
    const answer: GuidanceGivenAnswer = { guidanceId: command.guidanceId, paperId: paper.paperId, number: paper.number, at: now, missing: [...given.missing] };
    return { answer, paper, printed: { paperId: paper.paperId, supersedes: acting.correcting?.supersedes }, dossiers: [], basis: { procedure: `${given.procedure.code}@${given.procedure.version}` } };
  },
};

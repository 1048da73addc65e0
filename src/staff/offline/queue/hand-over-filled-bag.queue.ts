// A bag filled at this counter without a line, sealed and handed over: the dossiers go by the act that sends them, and the
// bag bears a label that this machine held.
import type { BagRefused } from '#core/custody/bag.ts';
import { hasPiecesSealedIn, mayFill } from '#core/custody/filled-bag.ts';
import type { DossiersForwarded, ForwardRefusal } from '#core/dossier/forward-dossiers.ts';
import { BAG_SERIES, formatBagLabel } from '#core/numbering/bag-label.ts';
import { bagLabelSlip } from '#documents/slips/bag-label-slip.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { type BagHandedOver, type HandOverFilledBagCommand, handOverFilledBagCommand, isSameFilledBag } from '#wire/bags.wire.ts';
import type { DossiersForwardedAnswer } from '#wire/forward-dossiers.wire.ts';
import { bagRefusalText } from '#wire/refusals/bags.ts';
import { packableHere } from '../bag-here.ts';
import { refusalProblem } from '../counter-refusals.ts';
import type { QueueSpec } from '../queue-act.ts';
import { type ForwardHere, forwardDossiersQueue as forward } from './forward-dossiers.queue.ts';

type Refusal = BagRefused | ForwardRefusal;
export const bagProblem = (refusal: Refusal) => refusalProblem(refusal, bagRefusalText(refusal));

export const handOverFilledBagQueue: QueueSpec<HandOverFilledBagCommand, ForwardHere, DossiersForwarded, Refusal> = {
  act: 'hand-over-filled-bag', body: handOverFilledBagCommand, onOne: false,
  about: ({ dossiers }) => dossiers.map((line) => line.dossierId),
  isSameSealed: isSameFilledBag,
  load: forward.load,
  decide: (acting, command, facts) => {
    const scanned = command.dossiers.flatMap(({ dossierId }) => facts.dossiers.find((view) => view.dossierId === dossierId) ?? []);
    const packable = scanned.map(packableHere);
    const may = mayFill(command, packable);
    if (!may.ok) return may;
    const sent = forward.decide(acting, command, facts);
    if (!sent.ok) return sent;
    const pieces = hasPiecesSealedIn(packable.map(({ code, pieces: now }, at) => ({ code, sealed: command.dossiers[at]?.paperCount ?? 0, now })));
    return pieces.ok ? sent : pieces;
  },
  numbers: (...asked) => [...forward.numbers(...asked), { ...BAG_SERIES, count: 1 }],
  effect: (acting, command, facts, done, taken) => {
    const { now, reference: { place } } = acting;
    const sent = forward.effect(acting, command, facts, done, taken);
    const { handOverId, recordNumber, paperId } = sent.answer as DossiersForwardedAnswer;
    const { bagId, sealNumber, agencyUnitId, dossiers } = command;
    const label = formatBagLabel(taken.find(({ series }) => series === BAG_SERIES.series)?.number ?? 0);
    const answer: BagHandedOver = { bagId, label, handOverId, recordNumber, paperId, sentAt: now, dossierCount: dossiers.length };
    // until the server has the dossiers both papers are asked of this machine
    const dossierId = dossiers[0]?.dossierId;
    const payload = bagLabelSlip({
      label, direction: 'to-agency', deskName: place.desk.name, agencyName: unitOf(place, agencyUnitId).name, dossierCount: dossiers.length, followCount: 0, sealNumber, closedAt: now,
    });
    return { ...sent, answer, ...(sent.paper && { paper: { ...sent.paper, dossierId } }), label: { paperId: bagId, dossierId, number: label, payload } };
  },
};

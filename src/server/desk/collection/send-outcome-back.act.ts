import { sentTo } from '#core/custody/dossier-things.ts';
import { atAgency, atDesk } from '#core/custody/thing.ts';
import { type OutcomeSentBack, type UncollectedRefused, sendOutcomeBack } from '#core/dossier/invite-to-collect.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { outcomeBackSlip } from '#documents/slips/invitation-slip.ts';
import type { CollectionCommand } from '#wire/collection.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { newPaperId, takeNumber } from '../save/desk-save.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import { type Uncollected, factsOf, loadUncollected, namedOutcome } from './uncollected-act.ts';

export const sendOutcomeBackAct = () => deskAct<CollectionCommand, Uncollected, OutcomeSentBack, UncollectedRefused, object>({
  name: 'send-outcome-back',
  more: loadUncollected,
  decide: (call, facts, context) => sendOutcomeBack(call.body, factsOf(call, facts, context)),
  effect: async (db, context, { place, actor }, decision, { dossier, more }) => {
    const { now } = context;
    const number = formatPaperNumber('hand-over-record', await takeNumber(db, context, paperSeries('hand-over-record', place.desk.receivingUnitId, dateOf(now))));
    const paperId = newPaperId(context);
    return {
      state: 'uncollected', hands: decision.hands, extra: {}, notice: { kind: 'outcome-sent-back' },
      custody: sentTo(more.things, atDesk(dossier.deskId), atAgency(dossier.agencyUnitId), paperId, custodyStamp(context)),
      paper: { paperId, dossierId: dossier.dossierId, number, payload: outcomeBackSlip(decision, { place, actor, dossier: namedOutcome(dossier, more), now, number }) },
      journal: { record: number, invitedOn: decision.invitedOn, note: `Biên bản ${number}` },
    };
  },
});

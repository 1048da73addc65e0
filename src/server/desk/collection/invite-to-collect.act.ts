import { type InvitedToCollect, type UncollectedRefused, inviteToCollect } from '#core/dossier/invite-to-collect.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { invitationSlip } from '#documents/slips/invitation-slip.ts';
import type { CollectionCommand } from '#wire/collection.wire.ts';
import { findUnpaidFees } from '../return-outcome/return-outcome.sql.ts';
import { newPaperId, takeNumber } from '../save/desk-save.sql.ts';
import { deskAct } from '../save/desk-act.ts';
import { insertInvitation } from './collection.sql.ts';
import { type Uncollected, factsOf, loadUncollected, namedOutcome } from './uncollected-act.ts';

export const inviteToCollectAct = () => deskAct<CollectionCommand, Uncollected, InvitedToCollect, UncollectedRefused, object>({
  name: 'invite-to-collect',
  more: loadUncollected,
  decide: (call, facts, context) => inviteToCollect(call.body, factsOf(call, facts, context)),
  effect: async (db, context, { place, actor, origin }, decision, { dossier, more }) => {
    const { provinceId, now } = context;
    const { hands, round, until } = decision;
    const number = formatPaperNumber('invitation', await takeNumber(db, context, paperSeries('invitation', place.desk.receivingUnitId, dateOf(now))));
    const toPay = (await findUnpaidFees(db, provinceId, dossier.dossierId)).reduce((sum, { amount }) => sum + amount, 0);
    const paperId = newPaperId(context);
    await insertInvitation(db, context, dossier.dossierId, { paperId, round, number, by: { accountId: hands.receiverId, name: hands.receiverName } });
    return {
      state: dossier.state, hands, extra: {}, notice: { kind: 'invited-to-collect', round, ...(until && { until }) },
      paper: { paperId, dossierId: dossier.dossierId, number, payload: invitationSlip(decision, { place, actor, dossier: namedOutcome(dossier, more), now, number, origin, toPay }) },
      journal: { round, paper: number, note: `Lần ${round}, giấy mời số ${number}` },
    };
  },
});

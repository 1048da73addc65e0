import { isEnvelope, isHeld, isPaper, sentTo } from '#core/custody/dossier-things.ts';
import { atAgency, atDesk, type Thing } from '#core/custody/thing.ts';
import { type DossiersForwarded, type ForwardRefusal, forwardDossiers } from '#core/dossier/forward-dossiers.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { formatPaperNumber, paperSeries } from '#core/numbering/series.ts';
import { type Enveloped, type Following, handOverSlip } from '#documents/slips/hand-over-slip.ts';
import type { DossiersForwardedAnswer, ForwardDossiersCommand } from '#wire/forward-dossiers.wire.ts';
import type { Act } from '../../acts/act.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { keepTransit } from '../../custody/transit.sql.ts';
import type { DeskCall } from '../facts/desk-route.ts';
import { handsOf, messagesOf } from '../save/desk-act.ts';
import { type LockedDossier, lockDeskDossiers } from '../save/desk-dossier.sql.ts';
import { insertIssuedPaper, takeNumber } from '../save/desk-save.sql.ts';
import { countPapers, saveFollowing, saveForwarded } from './forward-dossiers.sql.ts';

/** What else lies in the bag: papers that follow their dossiers. */
export type FollowingInBag = Following & { readonly papers: readonly Thing[] };
/** In a bag: what lies in it goes with it. */
export type ForwardCall = DeskCall & { readonly command: ForwardDossiersCommand; readonly bag?: { readonly thing: Thing; readonly following: FollowingInBag } };
export type ForwardLoaded = { readonly dossiers: readonly LockedDossier[]; readonly papers: readonly Enveloped[]; readonly things: readonly Thing[] };

export const forwardDossiersAct = (): Act<ForwardCall, ForwardLoaded, DossiersForwarded, ForwardRefusal, DossiersForwardedAnswer> => ({
  name: 'forward-dossiers',
  load: async (db, { provinceId }, { command, place }) => {
    const ids = [...new Set(command.dossiers.map((line) => line.dossierId))];
    const dossiers = await lockDeskDossiers(db, provinceId, command.deskId, ids);
    if (dossiers.length !== ids.length || ids.length !== command.dossiers.length || !place.units.has(command.agencyUnitId)) return undefined;
    return { dossiers, papers: await countPapers(db, provinceId, ids), things: await findThings(db, provinceId, ids) };
  },
  decide: ({ command, actor, place }, { dossiers }, { now }) =>
    forwardDossiers(command, { now, actor, desk: place.desk, calendar: place.calendar.compiled, dossiers }),
  save: async (db, context, call, decision, facts) => {
    const { provinceId, now } = context;
    const { command, place, actor, bag } = call;
    const number = await takeNumber(db, context, paperSeries('hand-over-record', place.desk.receivingUnitId, dateOf(now)));
    const recordNumber = formatPaperNumber('hand-over-record', number);
    const revisions = await saveForwarded(db, context, command, recordNumber);
    if (bag) await saveFollowing(db, provinceId, command.handOverId, bag.following.papers);
    await keepTransit(db, provinceId, { handOverId: command.handOverId, direction: 'to-agency', deskId: command.deskId, agencyUnitId: command.agencyUnitId, at: now, calendar: place.calendar.compiled });
    // the record's own id: so that the agency that signs it may open it too
    const paperId = command.handOverId;
    const payload = handOverSlip(decision, { place, actor, agencyUnitId: command.agencyUnitId, ...facts, following: bag?.following, now, number: recordNumber, supersedes: context.offline?.supersedes });
    await insertIssuedPaper(db, provinceId, command.deskId, { paperId, number: recordNumber, payload }, now, decision.hands.receiverId);
    return {
      answer: {
        handOverId: command.handOverId, recordNumber, paperId, sentAt: now, mayGoUntil: decision.mayGoUntil,
        dossiers: facts.dossiers.map(({ dossierId, code }) => ({ dossierId, code, revision: revisions.get(dossierId) ?? 0 })),
      },
      chain: `desk:${command.deskId}`,
      journal: facts.dossiers.map((dossier) => ({
        act: 'forward-dossiers', dossierId: dossier.dossierId,
        data: {
          code: dossier.code, ...handsOf(decision.hands), handOverId: command.handOverId, recordNumber, agencyUnitId: command.agencyUnitId,
          paperCount: command.dossiers.find((line) => line.dossierId === dossier.dossierId)?.paperCount,
        },
      })),
      outbox: facts.dossiers.flatMap((dossier) => messagesOf(dossier, 'handed-over', now)),
      // what did not come last time is found when it goes again
      custody: sentTo([
        ...facts.things.filter((thing) => (isPaper(thing) || isEnvelope(thing)) && (isHeld(thing) || (isPaper(thing) && thing.holder.kind === 'unaccounted'))), ...bag?.following.papers ?? [],
      ], atDesk(command.deskId), atAgency(command.agencyUnitId), command.handOverId, custodyStamp(context), bag?.thing),
    };
  },
});

// A bag filled at the desk's counter: it comes to be, is filled, sealed and handed over in one transaction, by the same
// decisions as scan by scan, and by the act that sends its dossiers.
import type { Bag, BagRefused, Packable } from '#core/custody/bag.ts';
import { both } from '#core/custody/change.ts';
import { isEnvelope, isPaper } from '#core/custody/dossier-things.ts';
import { bagFilled, hasPiecesSealedIn, mayBegin, mayFill } from '#core/custody/filled-bag.ts';
import { atDesk, sameHolder } from '#core/custody/thing.ts';
import { type DossiersForwarded, type ForwardRefusal } from '#core/dossier/forward-dossiers.ts';
import { LIFE } from '#core/dossier/life.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { BAG_SERIES, formatBagLabel } from '#core/numbering/bag-label.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import type { Enveloped } from '#documents/slips/hand-over-slip.ts';
import type { BagHandedOver, HandOverFilledBagCommand } from '#wire/bags.wire.ts';
import type { Act } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { type ForwardLoaded, forwardDossiersAct } from '../desk/forward-dossiers/forward-dossiers.act.ts';
import { takeNumber } from '../desk/save/desk-save.sql.ts';
import { findBagsAround } from './bag-content.sql.ts';
import { findFirstMachine, insertBag, saveBagSent, saveSeal } from './bag.sql.ts';

export type FilledCall = DeskCall & { readonly command: HandOverFilledBagCommand };
type Facts = ForwardLoaded & { readonly machineSince: Moment; readonly around: ReadonlyMap<string, NonNullable<Packable['inside']>> };

const piecesOf = (papers: Enveloped | undefined): number => (papers ? papers.original + papers.certifiedCopy + papers.plainCopy : 0);
const forward = forwardDossiersAct();
/** Papers that follow a dossier go in a bag that is filled with the line. */
const NOTHING_FOLLOWS = { dossiers: [], forms: [], papers: [] };

export const handOverFilledBagAct = (): Act<FilledCall, Facts, DossiersForwarded, BagRefused | ForwardRefusal, BagHandedOver> => ({
  name: 'hand-over-filled-bag',
  load: async (db, context, call) => {
    const loaded = await forward.load(db, context, call);
    // by its own route it may come from any machine of the desk; a desk without one begins none
    const machineSince = context.offline?.machineSince ?? await findFirstMachine(db, context.provinceId, call.command.deskId) ?? context.now;
    return loaded && { ...loaded, machineSince, around: await findBagsAround(db, context.provinceId, loaded.dossiers.map(({ dossierId }) => dossierId)) };
  },
  decide: (call, facts, context) => {
    const { command, place } = call;
    const begun = mayBegin(command.openedAt, facts.machineSince);
    if (!begun.ok) return begun;
    const here = atDesk(command.deskId);
    const scanned = command.dossiers.flatMap(({ dossierId }) => facts.dossiers.find((one) => one.dossierId === dossierId) ?? []);
    const may = mayFill(command, scanned.map(({ dossierId, code, agencyUnitId, state }) => ({
      code, agencyUnitId, deskId: command.deskId, placeName: unitOf(place, agencyUnitId).name, mayGo: LIFE['forward-dossiers'].from.includes(state),
      inside: facts.around.get(dossierId), isHere: facts.things.some((thing) => thing.dossierId === dossierId && (isPaper(thing) || isEnvelope(thing)) && sameHolder(thing.holder, here)),
    })));
    if (!may.ok) return may;
    const sent = forward.decide(call, facts, context);
    if (!sent.ok) return sent;
    const pieces = hasPiecesSealedIn(command.dossiers.map(({ dossierId, paperCount }) => ({
      code: facts.dossiers.find((one) => one.dossierId === dossierId)?.code ?? '', sealed: paperCount, now: piecesOf(facts.papers.find((one) => one.dossierId === dossierId)),
    })));
    return pieces.ok ? sent : pieces;
  },
  save: async (db, context, call, decision, facts) => {
    const { bagId, deskId, agencyUnitId, sealNumber, openedAt } = call.command;
    const { provinceId, now } = context;
    const bag: Bag = { bagId, label: formatBagLabel(await takeNumber(db, context, BAG_SERIES)), direction: 'to-agency', deskId, agencyUnitId, givenBy: [] };
    await insertBag(db, context, bag, openedAt < now ? openedAt : now);
    await saveSeal(db, context, bagId, sealNumber);
    const filled = bagFilled(bag, facts.things.filter((thing) => isPaper(thing) || isEnvelope(thing)), sealNumber, custodyStamp(context));
    const sent = await forward.save(db, context, { ...call, bag: { thing: filled.bagThing, following: NOTHING_FOLLOWS } }, decision, { ...facts, things: filled.things });
    const { handOverId, recordNumber, sentAt } = sent.answer;
    await saveBagSent(db, provinceId, bagId, handOverId);
    const dossierCount = facts.dossiers.length;
    return {
      ...sent, custody: both(filled.change, ...(sent.custody ? [sent.custody] : [])),
      answer: { bagId, label: bag.label, handOverId, recordNumber, paperId: handOverId, sentAt, dossierCount },
      journal: [{ act: 'hand-over-filled-bag', data: { label: bag.label, deskId, agencyUnitId, sealNumber, dossierCount, openedAt } }, ...sent.journal],
    };
  },
});

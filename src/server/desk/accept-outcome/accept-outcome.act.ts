import { both } from '#core/custody/change.ts';
import { notCome, settleBy } from '#core/custody/differences.ts';
import { arrivedAt, isOutcome } from '#core/custody/dossier-things.ts';
import { atDesk } from '#core/custody/thing.ts';
import { type AcceptOutcomeRefusal, type OutcomeAccepted, acceptOutcome } from '#core/dossier/accept-outcome.ts';
import type { AcceptOutcomeCommand, OutcomeAcceptedAnswer } from '#wire/accept-outcome.wire.ts';
import type { Act } from '../../acts/act.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import type { DeskCall } from '../facts/desk-route.ts';
import { handsOf, messagesOf } from '../save/desk-act.ts';
import { type IncomingRow, lockIncoming } from '../save/desk-dossier.sql.ts';
import { saveAccepted } from './accept-outcome.sql.ts';

export type AcceptCall = DeskCall & { readonly handOverId: string; readonly command: AcceptOutcomeCommand };

export const acceptOutcomeAct = (): Act<AcceptCall, readonly IncomingRow[], OutcomeAccepted, AcceptOutcomeRefusal, OutcomeAcceptedAnswer> => ({
  name: 'accept-outcome',
  load: async (db, { provinceId }, { handOverId, command }) => {
    const rows = await lockIncoming(db, provinceId, command.deskId, handOverId);
    return rows.length === 0 ? undefined : rows;
  },
  decide: ({ command, actor, place }, rows) =>
    acceptOutcome(command, { actor, desk: place.desk, lines: rows.map((row) => ({ ...row, result: row.result ?? undefined, bagGivenBy: row.bagGivenBy ?? undefined })) }),
  save: async (db, context, { command, handOverId, place }, { hands, lines, open }, rows) => {
    await saveAccepted(db, context, handOverId, lines, open === 0);
    const of = (result: 'received' | 'rejected') =>
      lines.filter((line) => line.result === result).map(({ dossierId, code }) => ({ dossierId, code }));
    const outcomes = (await findThings(db, context.provinceId, lines.map(({ dossierId }) => dossierId)))
      .filter((thing) => isOutcome(thing) && thing.holder.id === handOverId);
    const stamp = custodyStamp(context);
    const before = new Map(rows.map((row) => [row.dossierId, row]));
    return {
      answer: { handOverId, at: context.now, received: of('received'), rejected: of('rejected'), open },
      chain: `desk:${command.deskId}`,
      journal: lines.map((line) => ({
        act: 'accept-outcome', dossierId: line.dossierId,
        data: { code: line.code, ...handsOf(hands), handOverId, result: line.result, note: line.note },
      })),
      outbox: lines.flatMap((line) => {
        const dossier = before.get(line.dossierId);
        return dossier ? messagesOf(dossier, line.state, context.now, line.result === 'received' ? { kind: 'ready-to-return' } : undefined) : [];
      }),
      custody: both(...lines.map((line) => {
        const own = outcomes.filter(({ dossierId }) => dossierId === line.dossierId);
        return line.result === 'received' ? arrivedAt(own, atDesk(command.deskId), stamp)
          : notCome(own, line.note ?? '', { stamp, settleBy: settleBy(place.calendar.compiled, context.now) });
      })),
    };
  },
});

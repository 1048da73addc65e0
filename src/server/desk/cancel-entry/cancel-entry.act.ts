import { type EntryCancelled, cancelEntry } from '#core/dossier/cancel-entry.ts';
import type { DeskActRefused } from '#core/dossier/desk-dossier.ts';
import type { CancelEntryCommand } from '#wire/cancel-entry.wire.ts';
import { deskAct } from '../save/desk-act.ts';

export const cancelEntryAct = () => deskAct<CancelEntryCommand, undefined, EntryCancelled, DeskActRefused, object>({
  name: 'cancel-entry',
  more: async () => undefined,
  decide: ({ body, actor, place }, { dossier }) => cancelEntry(body, { actor, desk: place.desk, dossier }),
  effect: async (_db, _context, { body }, { hands, state }) => ({ state, hands, journal: { reason: body.reason }, extra: {} }),
});

import { entryUndone } from '#core/custody/dossier-things.ts';
import { type EntryCancelled, cancelEntry } from '#core/dossier/cancel-entry.ts';
import type { DeskActRefused } from '#core/dossier/desk-dossier.ts';
import type { CancelEntryCommand } from '#wire/cancel-entry.wire.ts';
import { custodyStamp } from '../../custody/custody-stamp.ts';
import { findThings } from '../../custody/things.sql.ts';
import { deskAct } from '../save/desk-act.ts';

export const cancelEntryAct = () => deskAct<CancelEntryCommand, undefined, EntryCancelled, DeskActRefused, object>({
  name: 'cancel-entry',
  more: async () => undefined,
  decide: ({ body, actor, place }, { dossier }) => cancelEntry(body, { actor, desk: place.desk, dossier }),
  effect: async (db, context, { body }, { hands, state }, { dossier }) => ({
    state, hands, journal: { reason: body.reason }, extra: {},
    custody: entryUndone(await findThings(db, context.provinceId, [dossier.dossierId]), body.reason, custodyStamp(context)),
  }),
});

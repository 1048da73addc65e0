// Opening and closing the officer's presence are acts: the journal of the desk keeps who stood there and when.
import { ok } from '#core/kernel/result.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { Act } from '../acts/act.ts';
import { type Officer } from './officer.ts';
import { updatePresence } from './officer.sql.ts';

export type PresenceCommand = {
  readonly deskId: DeskId;
  readonly officer: Officer;
  readonly tokenHash: Buffer;
  /** Real time; null closes the presence. */
  readonly until: number | null;
};

type Nothing = Readonly<Record<string, never>>;

const presenceAct = (name: string): Act<PresenceCommand, Nothing, PresenceCommand, never, Officer> => ({
  name,
  load: async () => ({}),
  decide: (command) => ok(command),
  save: async (db, context, { deskId, officer, tokenHash, until }) => {
    await updatePresence(db, context.provinceId, tokenHash, until === null ? null : { officerId: officer.accountId, until });
    return {
      answer: officer,
      chain: `desk:${deskId}`,
      journal: [{ act: name, data: { officerId: officer.accountId, officerName: officer.fullName } }],
      outbox: [],
    };
  },
});

export const openPresence = presenceAct('open-officer-presence');
export const closePresence = presenceAct('close-officer-presence');

// An act that was performed when the line broke, and for which a second paper was printed afterwards: the answer stands,
// the second code finds the same dossier, and a person says which paper counts.
import { randomUUID } from 'node:crypto';
import { ok } from '#core/kernel/result.ts';
import { type Act, type ActContext, fingerprintOf } from '../../acts/act.ts';
import { perform } from '../../acts/perform.ts';
import type { Deps } from '../../http/route.ts';
import { keepAsPrinted } from './as-printed.ts';
import type { LeasedRow } from './command.sql.ts';
import { type Sending, caseOf, offlineNote } from './sending.ts';

type Doubled = { readonly sending: Sending; readonly answer: unknown; readonly numbers: readonly LeasedRow[] };

const doubledAct: Act<Doubled, Doubled, Doubled, never, Readonly<Record<string, never>>> = {
  name: 'note-doubled-paper',
  load: async (_db, _context, doubled) => doubled,
  decide: (doubled) => ok(doubled),
  save: async (db, { provinceId, accountName }, { sending, answer, numbers }) => {
    const { command, device } = sending;
    await keepAsPrinted(db, answer, {
      provinceId, command, of: caseOf(sending), deviceName: device.name, accountName, numbers, taken: new Set(), differences: new Map(), as: 'performed-before',
    });
    return {
      answer: {}, chain: `desk:${device.deskId}`, outbox: [],
      journal: [{
        act: 'note-doubled-paper', dossierId: command.dossierId,
        data: { of: command.act, offlineCommandId: command.commandId, printedCode: command.printed?.code, offline: offlineNote(sending) },
      }],
    };
  },
};

const NOTED_BY_ANOTHER = new Set(['leased_number_pkey', 'offline_case_command']);

export const noteDoubled = async ({ pool, world: { provinceId } }: Pick<Deps, 'pool' | 'world'>, doubled: Doubled): Promise<void> => {
  const { sending: { sender, command, arrivedAt } } = doubled;
  const context: ActContext = {
    provinceId, ...sender, commandId: randomUUID(), fingerprint: fingerprintOf(doubledAct.name, command.commandId, null), now: arrivedAt,
  };
  try {
    await perform(pool, doubledAct, context, doubled);
  } catch (error) {
    if (!(error instanceof Error && 'constraint' in error && NOTED_BY_ANOTHER.has(String(error.constraint)))) throw error;
  }
};

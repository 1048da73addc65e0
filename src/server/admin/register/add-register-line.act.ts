// A line more in the transfer register; the one before it ends on its first day.
import { dateOf } from '#core/kernel/moment.ts';
import { addRegisterLine, type AddRegisterLine, type AddRegisterLineRefused, type RegisterFacts, type RegisterLineAdded } from '#core/procedure/add-register-line.ts';
import type { Act } from '../../acts/act.ts';
import { lockChainHead } from '../../acts/perform.sql.ts';
import { endRegisterLine, insertRegisterLine, loadRegisterFacts } from './add-register-line.sql.ts';

export type RegisterLineAnswer = { readonly endedFrom: string | null };

export const addRegisterLineAct: Act<AddRegisterLine, RegisterFacts, RegisterLineAdded, AddRegisterLineRefused, RegisterLineAnswer> = {
  name: 'add-register-line',
  load: async (db, { provinceId, now }, command) => {
    // two administrators at once: the second waits here and reads what the first made
    await lockChainHead(db, provinceId, 'admin');
    return { today: dateOf(now), ...await loadRegisterFacts(db, provinceId, command) };
  },
  decide: addRegisterLine,
  save: async (db, { provinceId }, _command, { line, ended }) => {
    if (ended) await endRegisterLine(db, provinceId, ended, line.validFrom);
    await insertRegisterLine(db, provinceId, line);
    return {
      answer: { endedFrom: ended?.validFrom ?? null }, chain: 'admin', outbox: [],
      journal: [{ act: 'add-register-line', data: { line, ...(ended ? { ended } : {}) } }],
    };
  },
};

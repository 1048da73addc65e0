// The agencies after the deciding one. A version that dossiers were received under is never changed: what is
// entered now is in its successor from today, as with the answers to the catalogue's questions.
import { dateOf } from '#core/kernel/moment.ts';
import { type LinkedRefused, type SetLinkedAgencies, setLinkedAgencies } from '#core/procedure/linked-agencies.ts';
import type { ProcedureCode, ProcedureVersion } from '#core/procedure/procedure.ts';
import type { Act } from '../../acts/act.ts';
import { saveCompleted } from '../answer-question/answer-question.sql.ts';
import { type NewestVersion, findNewestVersion } from './linked-agencies.sql.ts';

type Command = SetLinkedAgencies & { readonly code: ProcedureCode };
type Answer = { readonly procedureCode: ProcedureCode; readonly version: number };

export const setLinkedAgenciesAct: Act<Command, NewestVersion, ProcedureVersion, LinkedRefused, Answer> = {
  name: 'set-linked-agencies',
  load: (db, { provinceId }, { code }) => findNewestVersion(db, provinceId, code, 'for update'),
  decide: (command, { content }) => setLinkedAgencies(command, content),
  save: async (db, { provinceId, now }, { linked }, decided, { content, used }) => {
    const { code, version } = await saveCompleted(db, provinceId, { before: content, used }, { ...decided, validFrom: dateOf(now) });
    return {
      answer: { procedureCode: code, version }, chain: 'admin', outbox: [],
      journal: [{ act: 'set-linked-agencies', data: { procedureCode: code, version, before: content.linked ?? [], linked } }],
    };
  },
};

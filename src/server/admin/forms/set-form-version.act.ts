// A change of the table of forms makes its next version; what was issued already stands against it.
import { type FormFacts, type FormVersionSet, type SetFormRefused, type SetFormVersion, setFormVersion, spanChanged } from '#core/paper-form/set-form-version.ts';
import type { Act } from '../../acts/act.ts';
import { lockChainHead } from '../../acts/perform.sql.ts';
import { findPapersIssued, insertFormTable, loadNewestForms } from './forms.sql.ts';

export type SetFormAnswer = { readonly version: number };

export const setFormVersionAct: Act<SetFormVersion, FormFacts, FormVersionSet, SetFormRefused, SetFormAnswer> = {
  name: 'set-form-version',
  load: async (db, { provinceId }, command) => {
    // two administrators at once: the second waits here and reads what the first made
    await lockChainHead(db, provinceId, 'admin');
    const known = await loadNewestForms(db, provinceId);
    const span = known && spanChanged(known.newest, command);
    return known && { ...known, issued: span && await findPapersIssued(db, provinceId, command.form, span) };
  },
  decide: setFormVersion,
  save: async (db, { provinceId, accountId, accountName, now }, { decision, reason }, set) => {
    await insertFormTable(db, provinceId, { ...set, by: { accountId, name: accountName, at: now }, decision, reason });
    const { version } = set.table;
    return {
      answer: { version }, chain: 'admin', outbox: [],
      journal: [{ act: 'set-form-version', data: { version, decision, reason, before: set.before, after: set.after } }],
    };
  },
};

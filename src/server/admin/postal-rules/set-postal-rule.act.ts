// A change of the rules of the post makes their next version; what was sent keeps the one that it was reckoned by.
import { dateOf } from '#core/kernel/moment.ts';
import { type PostalFacts, type PostalRuleMade, type SetPostalRule, type SetPostalRuleRefused, setPostalRule } from '#core/transit/set-postal-rule.ts';
import type { Act } from '../../acts/act.ts';
import { lockChainHead } from '../../acts/perform.sql.ts';
import { insertPostalRules, loadNewestRules } from './postal-rules.sql.ts';

export const setPostalRuleAct: Act<SetPostalRule, PostalFacts, PostalRuleMade, SetPostalRuleRefused, { readonly version: number }> = {
  name: 'set-postal-rule',
  load: async (db, { provinceId, now }) => {
    // two administrators at once: the second waits here and reads what the first made
    await lockChainHead(db, provinceId, 'admin');
    const known = await loadNewestRules(db, provinceId);
    return known && { ...known, today: dateOf(now) };
  },
  decide: setPostalRule,
  save: async (db, context, { decision, reason }, made) => {
    await insertPostalRules(db, context, made, { decision, reason });
    const { version } = made.rules;
    return { answer: { version }, chain: 'admin', outbox: [], journal: [{ act: 'set-postal-rule', data: { version, decision, reason, ...made.change } }] };
  },
};

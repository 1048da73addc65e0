import { useQuery } from '@tanstack/react-query';
import type { SetPostalRule } from '#core/transit/set-postal-rule.ts';
import { postalRuleSet, postalRulesView } from '#wire/postal-rules.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';

const RULES = ['admin', 'postal-rules'] as const;
export const usePostalRules = () => useQuery({ queryKey: RULES, queryFn: ({ signal }) => ask('/api/admin/postal-rules', postalRulesView, signal) });

export const useSetPostalRule = (onDone: () => void) =>
  useAct((body: SetPostalRule) => ({ path: '/api/admin/postal-rules', body, answer: postalRuleSet }), { refresh: [RULES], onDone });

// The rules of the post with how they came about, and their next version.
import type { Pool, PoolClient } from 'pg';
import type { PostalRules } from '#core/transit/postal-rules.ts';
import type { PostalFacts, PostalRuleMade } from '#core/transit/set-postal-rule.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { PostalRulesView } from '#wire/postal-rules.wire.ts';
import type { ActContext } from '../../acts/act.ts';

const VERSIONS_SHOWN = 100;

export const listPostalVersions = async (pool: Pool, provinceId: number): Promise<PostalRulesView['versions']> => {
  const { rows } = await pool.query<PostalRulesView['versions'][number]>({
    name: 'list-postal-versions',
    text: `select version, made_at as "madeAt", made_by_name as "madeByName", decision, reason, change
           from motcua.postal_rules where province_id = $1 order by version desc limit $2`,
    values: [provinceId, VERSIONS_SHOWN],
  });
  return rows;
};

export const loadNewestRules = async (db: PoolClient, provinceId: number): Promise<Omit<PostalFacts, 'today'> | undefined> => {
  const { rows: [row] } = await db.query<{ content: PostalRules; at: Moment | null; byName: string | null; reason: string | null }>({
    name: 'load-newest-postal-rules',
    text: 'select content, made_at as at, made_by_name as "byName", reason from motcua.postal_rules where province_id = $1 order by version desc limit 1', values: [provinceId],
  });
  if (!row) return undefined;
  const { content, at, byName, reason } = row;
  return { newest: content, ...(at === null || byName === null || reason === null ? {} : { made: { at, byName, reason } }) };
};

export const insertPostalRules = async (
  db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, { rules, change }: PostalRuleMade, { decision, reason }: { readonly decision: string; readonly reason: string },
): Promise<void> => {
  await db.query({
    name: 'insert-postal-rules',
    text: `insert into motcua.postal_rules (province_id, version, content, made_at, made_by, made_by_name, decision, reason, change)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [provinceId, rules.version, JSON.stringify(rules), now, accountId, accountName, decision, reason, JSON.stringify(change)],
  });
};

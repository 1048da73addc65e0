// How the database would answer what a query asks, with the values of the call.
import type { Pool } from 'pg';

export const planOf = async (pool: Pool, ask: (pool: Pool) => Promise<unknown>): Promise<string> => {
  const asked: { text: string; values: unknown[] }[] = [];
  await ask({ query: async (one: { text: string; values: unknown[] }) => { asked.push(one); return { rows: [] }; } } as unknown as Pool);
  const plans = await Promise.all(asked.map(({ text, values }) => pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)));
  return plans.flatMap(({ rows }) => rows.map((row) => row['QUERY PLAN'])).join('\n');
};

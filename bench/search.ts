// Finding a procedure as the counter does, in memory: everyday words without tones among five hundred procedures.
import { worldOf } from '#demo/world-of.ts';
import { indexProcedures, searchProcedures } from '#core/procedure/search-procedures.ts';
import type { Figures } from './bench.ts';
import { round } from './load.ts';

const QUERIES = ['lam giay khai sinh cho chau', 'dang ky', 'chung thuc ban sao tu ban chinh giay to', 'x'] as const;

export const benchSearch = async (): Promise<Figures> => {
  const { procedures } = worldOf('hatinh-2026');
  const many = Array.from({ length: 500 }, (_, i) => {
    const like = procedures[i % procedures.length];
    if (!like) throw new Error('the demo has no procedures');
    return { ...like, code: `3.${String(i).padStart(6, '0')}` as typeof like.code, name: `${like.name} theo quy định số ${i}` };
  });
  const index = indexProcedures(many);
  const times = Array.from({ length: 400 }, (_, i) => {
    const from = performance.now();
    searchProcedures(index, QUERIES[i % QUERIES.length] ?? '');
    return performance.now() - from;
  }).slice(80).sort((a, b) => a - b);
  return { search_p50_ms: round(times[160] ?? 0), search_p99_ms: round(times[316] ?? 0), procedures: many.length };
};

// Walks every number series of a world: what is missing, given twice, never given, or used though recorded as left out.
import type { Pool } from 'pg';
import { type SeriesFinding, checkSeries } from '#core/numbering/series-check.ts';
import { findingWords } from '#wire/refusals/books.ts';
import { findAllSeries, seriesName } from './verify-series.sql.ts';

export type NamedFinding = { readonly series: string; readonly period: string; readonly name: string; readonly finding: SeriesFinding; readonly text: string };
export type SeriesReport = { readonly series: number; readonly numbers: number; readonly unused: number; readonly findings: readonly NamedFinding[] };

export const verifySeries = async (pool: Pool, provinceId: number): Promise<SeriesReport> => {
  const all = await findAllSeries(pool, provinceId);
  const findings = all.flatMap(({ series, period, lastNumber, numbers, gaps, held }) =>
    checkSeries(lastNumber, numbers, gaps, held).map((finding): NamedFinding => ({
      series, period, name: seriesName(series), finding, text: `${seriesName(series)}, ${period}: ${findingWords(finding)}`,
    })));
  return {
    series: all.length, findings,
    numbers: all.reduce((sum, { numbers }) => sum + numbers.length, 0),
    unused: all.reduce((sum, { gaps }) => sum + gaps.reduce((n, { from, to }) => n + to - from + 1, 0), 0),
  };
};

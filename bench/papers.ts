// Papers a second in bulk on the presses, one receipt at the counter, and what the memory does meanwhile.
import { performance } from 'node:perf_hooks';
import { availableParallelism } from 'node:os';
import { documentFor, type PaperPayload } from '#documents/papers.ts';
import { controlSlip2018, handOverLong } from '#documents/samples/movements.ts';
import { supplement } from '#documents/samples/notices.ts';
import { receipt2026, receiptShort } from '#documents/samples/receipts.ts';
import { registerClosed } from '#documents/samples/registers.ts';
import { printPaper } from '#server/papers/press.ts';
import type { Figures } from './bench.ts';
import { round } from './load.ts';

const BULK = 200;
/** At once at the presses: a bulk order is given in portions, as the server gives it. */
const PORTION = 16;
const ROUNDS = 3;
const SINGLE = 40;
const REGISTER_LINES = 1000;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const percentile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

/** No two papers alike: nothing set before is taken from memory. */
const receipt = (i: number): PaperPayload => {
  const base = i % 2 === 0 ? receiptShort : receipt2026;
  const code = base.tracking.code.replace(/\d{4}$/u, String(i % 10000).padStart(4, '0'));
  return { ...base, applicant: { ...base.applicant, name: `${base.applicant.name} ${i}` }, tracking: { code, url: base.tracking.url.replace(/[^/]*$/u, code) } };
};

const mixed = (i: number): PaperPayload => {
  const name = `Nguyễn Văn Thử ${i}`;
  if (i % 10 === 8) return { ...controlSlip2018, ownerName: name };
  if (i % 10 === 9) return { ...supplement, applicant: { ...supplement.applicant, name } };
  return receipt(i);
};

/** The processor's own time, all threads: what a print costs however busy the machine is. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const printAll = async (count: number, payloadOf: (i: number) => PaperPayload): Promise<number> => {
  const started = performance.now();
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await printPaper(documentFor(payloadOf(next)));
    }
  };
  await Promise.all(Array.from({ length: PORTION }, hand));
  return count / ((performance.now() - started) / 1000);
};

const timed = async (payload: PaperPayload): Promise<number> => {
  const started = performance.now();
  await printPaper(documentFor(payload));
  return performance.now() - started;
};

export const benchPapers = async (): Promise<Figures> => {
  const first = await timed(receipt(1));
  await printAll(100, receipt);
  const memory = process.memoryUsage.rss();
  const spent = processorMs();
  const receipts: number[] = [];
  const mix: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    receipts.push(await printAll(BULK, (i) => receipt(i + turn * BULK)));
    mix.push(await printAll(BULK, (i) => mixed(i + turn * BULK)));
  }
  const cost = (processorMs() - spent) / (2 * ROUNDS * BULK);
  const growth = (process.memoryUsage.rss() - memory) / 2 ** 20;
  const single: number[] = [];
  for (let i = 0; i < SINGLE; i += 1) single.push(await timed(receipt(90_000 + i)));
  const lines = Array.from({ length: REGISTER_LINES }, (_, i) => registerClosed.lines[i % registerClosed.lines.length]).filter((line) => line !== undefined);
  const register = await timed({ ...registerClosed, lines });
  return {
    papers_per_s: round(median(mix), 1), receipts_per_s: round(median(receipts), 1), processors: Math.min(2, availableParallelism()),
    processor_ms_per_paper: round(cost, 1),
    receipt_ms: round(median(single), 1), receipt_p95_ms: round(percentile(single, 0.95), 1), first_receipt_ms: round(first, 0),
    hand_over_32_dossiers_ms: round(await timed(handOverLong), 0), register_1000_lines_ms: round(register, 0),
    memory_growth_mb: round(growth, 0), papers_for_growth: 2 * ROUNDS * BULK,
  };
};

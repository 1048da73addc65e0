// A closed loop of clients over HTTP on this machine; each client sends its next call when the last is answered.
export type Timing = { readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly failures: number; readonly calls: number };

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

export const drive = async (clients: number, seconds: number, call: (client: number, turn: number) => Promise<boolean>, warmUpSeconds = 1): Promise<Timing> => {
  const times: number[] = [];
  let failures = 0;
  const begin = performance.now();
  const measureFrom = begin + warmUpSeconds * 1000;
  const end = measureFrom + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const sent = performance.now();
      const good = await call(client, turn);
      const answered = performance.now();
      if (sent < measureFrom) continue;
      if (good) times.push(answered - sent);
      else failures += 1;
    }
  }));
  times.sort((a, b) => a - b);
  return { perSecond: round(times.length / seconds, 1), p50: round(at(times, 0.5)), p95: round(at(times, 0.95)), p99: round(at(times, 0.99)), failures, calls: times.length };
};

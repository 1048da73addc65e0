// What every simulated carrier is told on its command line, and how it goes on until it is stopped.
import { momentToEpoch } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';
import type { SimulatedHouse } from './simulated-house.ts';

const word = (value: string) => ({ type: 'string', default: value }) as const;
/** For `parseArgs`. */
export const programOptions = (port: string, repeated: string) => ({
  port: word(port), latency: word('200'), faults: word('0'), seed: word('1'), repeated: word(repeated), advance: word('30'), from: { type: 'string' },
}) as const;

type Told = { readonly port: string; readonly latency: string; readonly faults: string; readonly seed: string; readonly from?: string | undefined };
export const settingsOf = ({ port, latency, faults, seed, from }: Told) => {
  const began = Date.now();
  const start = from === undefined ? undefined : parseMoment(from);
  return {
    port: Number(port), latencyMilliseconds: Number(latency), faultShare: Number(faults), seed: Number(seed), isDisorderly: true,
    // a demo world plays in its own year
    ...(start === undefined ? {} : { now: () => momentToEpoch(start) + Date.now() - began }),
  };
};

type Simulator = Pick<SimulatedHouse, 'url' | 'close'> & { readonly state: { readonly advance: () => void } };
/** Says who it is and what it can be told; every `advance` seconds its orders go a step on their road. */
export const keepRunning = (simulator: Simulator, [name, access]: readonly [name: string, access: string], advance: string): void => {
  const advancing = Number(advance) > 0 ? setInterval(() => simulator.state.advance(), Number(advance) * 1000) : undefined;
  console.log(`${name} mô phỏng (KIỂM THỬ): ${simulator.url}`);
  console.log(access);
  console.log('  POST /mo-phong/tien                       every order one step on its road');
  console.log('  POST /mo-phong/su-kien {orderNumber,code}  one event');
  console.log('  POST /mo-phong/loi {share}                 share of calls that fail, 0 to 1');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      clearInterval(advancing);
      simulator.close().then(() => process.exit(0), () => process.exit(1));
    });
  }
};

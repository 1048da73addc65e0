// npm run simulator:viettel [-- --port 8096 --push http://localhost:8080/api/carriers/viettel/events --token … --latency 200 --faults 0.2 --repeated refused --advance 30 --from 2019-11-18T08:00]
import { parseArgs } from 'node:util';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';
import { VIETTEL_CLIENT, startViettelSimulator } from './viettel-simulator.ts';
import type { RepeatedReference } from './viettel-state.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8096' }, latency: { type: 'string', default: '200' }, faults: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' }, repeated: { type: 'string', default: 'refused' }, advance: { type: 'string', default: '30' },
    from: { type: 'string' }, push: { type: 'string' }, token: { type: 'string', default: '' },
  },
});
const began = Date.now();
const from = values.from === undefined ? undefined : parseMoment(values.from);
const simulator = await startViettelSimulator({
  port: Number(values.port), latencyMilliseconds: Number(values.latency), faultShare: Number(values.faults), seed: Number(values.seed),
  repeated: values.repeated as RepeatedReference, isDisorderly: true,
  // a demo world plays in its own year
  ...(from === undefined ? {} : { now: () => momentToEpoch(from) + Date.now() - began }),
});
const { push } = values;
if (push !== undefined) {
  simulator.pushTo(async (message) => {
    try {
      return (await fetch(push, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) })).status === 200;
    } catch {
      return false;
    }
  }, values.token);
}
const PUSH_MILLISECONDS = 2_000;
let pushing = Promise.resolve();
const pusher = setInterval(() => { pushing = pushing.then(simulator.pushAll); }, PUSH_MILLISECONDS);
const advancing = Number(values.advance) > 0 ? setInterval(() => simulator.state.advance(), Number(values.advance) * 1000) : undefined;
console.log(`Viettel Post mô phỏng (KIỂM THỬ): ${simulator.url}`);
console.log(`tài khoản ${VIETTEL_CLIENT.key}, mật khẩu ${VIETTEL_CLIENT.secret}; báo hành trình tới ${push ?? 'không ai (thêm --push và --token)'}`);
console.log('  POST /mo-phong/tien                       every order one step on its road');
console.log('  POST /mo-phong/su-kien {orderNumber,code}  one event');
console.log('  POST /mo-phong/loi {share}                 share of calls that fail, 0 to 1');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    clearInterval(advancing);
    clearInterval(pusher);
    simulator.close().then(() => process.exit(0), () => process.exit(1));
  });
}

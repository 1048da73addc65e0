// npm run simulator:vnpost [-- --port 8095 --latency 200 --faults 0.2 --repeated refused --advance 30 --from 2019-11-18T08:00]
import { parseArgs } from 'node:util';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';
import { VNPOST_CLIENT, startVnpostSimulator } from './vnpost-simulator.ts';
import type { RepeatedNumber } from './vnpost-state.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8095' }, latency: { type: 'string', default: '200' }, faults: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' }, repeated: { type: 'string', default: 'same-order' }, advance: { type: 'string', default: '30' },
    from: { type: 'string' },
  },
});
const began = Date.now();
const from = values.from === undefined ? undefined : parseMoment(values.from);
const simulator = await startVnpostSimulator({
  port: Number(values.port), latencyMilliseconds: Number(values.latency), faultShare: Number(values.faults), seed: Number(values.seed),
  repeated: values.repeated as RepeatedNumber, isDisorderly: true,
  // a demo world plays in its own year
  ...(from === undefined ? {} : { now: () => momentToEpoch(from) + Date.now() - began }),
});
const advancing = Number(values.advance) > 0 ? setInterval(() => simulator.state.advance(), Number(values.advance) * 1000) : undefined;
console.log(`Bưu chính mô phỏng (KIỂM THỬ): ${simulator.url}`);
console.log(`mã khách hàng ${VNPOST_CLIENT.customerCode}, khóa ${VNPOST_CLIENT.key}, mật khẩu ${VNPOST_CLIENT.secret}`);
console.log('  POST /mo-phong/tien                       every order one step on its road');
console.log('  POST /mo-phong/su-kien {orderNumber,code}  one event');
console.log('  POST /mo-phong/loi {share}                 share of calls that fail, 0 to 1');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    clearInterval(advancing);
    simulator.close().then(() => process.exit(0), () => process.exit(1));
  });
}

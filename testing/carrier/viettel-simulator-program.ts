// npm run simulator:viettel [-- --port 8096 --push http://localhost:8080/api/carriers/viettel/events --token … --latency 200 --faults 0.2 --repeated refused --advance 30 --from 2019-11-18T08:00]
import { parseArgs } from 'node:util';
import { keepRunning, programOptions, settingsOf } from './simulator-program.ts';
import { VIETTEL_CLIENT, startViettelSimulator } from './viettel-simulator.ts';
import type { RepeatedReference } from './viettel-state.ts';

const { values } = parseArgs({ options: { ...programOptions('8096', 'refused'), push: { type: 'string' }, token: { type: 'string', default: '' } } });
const simulator = await startViettelSimulator({ ...settingsOf(values), repeated: values.repeated as RepeatedReference });
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
setInterval(() => { pushing = pushing.then(simulator.pushAll); }, PUSH_MILLISECONDS);
keepRunning(simulator, ['Viettel Post', `tài khoản ${VIETTEL_CLIENT.key}, mật khẩu ${VIETTEL_CLIENT.secret}; báo hành trình tới ${push ?? 'không ai (thêm --push và --token)'}`], values.advance);

// npm run simulator:vnpost [-- --port 8095 --latency 200 --faults 0.2 --repeated refused --advance 30 --from 2019-11-18T08:00]
import { parseArgs } from 'node:util';
import { keepRunning, programOptions, settingsOf } from './simulator-program.ts';
import { VNPOST_CLIENT, startVnpostSimulator } from './vnpost-simulator.ts';
import type { RepeatedNumber } from './vnpost-state.ts';

const { values } = parseArgs({ options: programOptions('8095', 'same-order') });
const simulator = await startVnpostSimulator({ ...settingsOf(values), repeated: values.repeated as RepeatedNumber });
keepRunning(simulator, ['Bưu chính', `mã khách hàng ${VNPOST_CLIENT.customerCode}, khóa ${VNPOST_CLIENT.key}, mật khẩu ${VNPOST_CLIENT.secret}`], values.advance);

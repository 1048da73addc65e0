// npm run simulator:timestamps [-- --port 8091]
import { parseArgs } from 'node:util';
import { TIME_STAMP_PATHS, startTimeStampSimulator } from './time-stamp-simulator.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8091' } } });
const simulator = await startTimeStampSimulator(Number(values.port));
console.log(`Dịch vụ dấu thời gian mô phỏng (KIỂM THỬ): ${simulator.url}/tsa`);
for (const [path, what] of Object.entries(TIME_STAMP_PATHS)) console.log(`  ${path.padEnd(20)} ${what}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { simulator.close().then(() => process.exit(0), () => process.exit(1)); });

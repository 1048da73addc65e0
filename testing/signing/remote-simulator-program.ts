// npm run simulator:signing [-- --port 8090 --latency 300]
import { parseArgs } from 'node:util';
import { REMOTE_CLIENT, REMOTE_CREDENTIALS, REMOTE_PIN, startRemoteSimulator } from './remote-simulator.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8090' }, latency: { type: 'string', default: '300' } } });
const simulator = await startRemoteSimulator({ port: Number(values.port), latencyMilliseconds: Number(values.latency) });
console.log(`Dịch vụ ký số mô phỏng (KIỂM THỬ): ${simulator.url}`);
console.log(`client_id ${REMOTE_CLIENT.clientId}, client_secret ${REMOTE_CLIENT.clientSecret}, PIN ${REMOTE_PIN}`);
for (const [name, what] of Object.entries(REMOTE_CREDENTIALS)) console.log(`  ${name.padEnd(12)} ${what}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { simulator.close().then(() => process.exit(0), () => process.exit(1)); });

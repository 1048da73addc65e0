// One compiler run per climate: what does not exist there cannot be written there.
import { spawn } from 'node:child_process';

const climates = ['core', 'server', 'browser', 'worker', 'test'];
const tsc = new URL('../node_modules/typescript-native/bin/tsc', import.meta.url).pathname;

const run = (climate: string): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [tsc, '-p', `tsconfig.${climate}.json`, '--pretty', 'false'], { stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 1));
  });

const codes: number[] = [];
for (const climate of climates) codes.push(await run(climate));
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0;

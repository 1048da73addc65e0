// npm run e2e [-- spec …]: the whole product in Chromium, both worlds, on a fresh database.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { findChromium, INSTALL_LINE } from './chromium.ts';
import { bin, run } from './run.ts';
import { startProduct } from './running-server.ts';

if (!findChromium()) {
  console.error(`Chưa có Chromium để chạy kiểm thử trình duyệt (Chromium is missing). Cài đặt: ${INSTALL_LINE}`);
  process.exit(1);
}

const MOST_LINES = 120;
/** A run far away leaves only what it printed: what stood on the screen when a story failed. */
const tellWhatStood = (): void => {
  for (const path of globSync('test-results/*/error-context.md')) {
    const [, snapshot = ''] = readFileSync(path, 'utf8').split('# Page snapshot');
    console.log(`\n── ${path}\n${snapshot.split('\n').filter((line) => !/^\s*- \/url:/.test(line)).slice(0, MOST_LINES).join('\n')}`);
  }
};

// a story waits for a carrier's word, not for the hour it is asked at
const server = await startProduct({ env: { MOTCUA_CARRIER_SECONDS: '1' } });
let code = 1;
try {
  const wanted = process.argv.slice(2).filter((arg) => arg !== '--counts');
  const ran = await run(process.execPath, [bin('@playwright/test/cli.js'), 'test', ...wanted], {
    env: { MOTCUA_E2E_KYBAC: server.kybac, MOTCUA_E2E_HATINH: server.hatinh, MOTCUA_E2E_DATA: server.dataFolder, MOTCUA_E2E_PID: String(server.process.pid) },
  });
  code = ran.code;
  if (code !== 0) tellWhatStood();
} finally {
  await server.stop();
}
if (existsSync('test-results/report.json')) {
  const { stats } = JSON.parse(readFileSync('test-results/report.json', 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
  console.log(`E2E-COUNTS ${stats.expected} ${stats.unexpected + stats.flaky + stats.skipped}`);
}
process.exitCode = code;

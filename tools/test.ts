// npm test: everything, browser tests included. Nothing is skipped.
import { findChromium, INSTALL_LINE } from './chromium.ts';
import { browser, conclude, deadCode, lint, rooms, types, vitest, words, type Outcome } from './stages.ts';

if (!findChromium()) {
  console.error(`Chưa có Chromium để chạy kiểm thử trình duyệt (Chromium is missing). Cài đặt: ${INSTALL_LINE}`);
  process.exit(1);
}

const stages: readonly (() => Promise<Outcome>)[] = [
  types, lint, rooms, words, deadCode,
  () => vitest('unit'),
  () => vitest('press'),
  () => vitest('db', { MOTCUA_TEST_PG: '18' }, ' (PostgreSQL 18)'),
  () => vitest('db', { MOTCUA_TEST_PG: '15' }, ' (PostgreSQL 15)'),
  browser,
];
const outcomes: Outcome[] = [];
for (const stage of stages) {
  const outcome = await stage();
  outcomes.push(outcome);
  console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${outcome.name} (${outcome.seconds.toFixed(1)} s)`);
}
process.exitCode = conclude(outcomes) ? 0 : 1;

// npm run check: what every commit passes, in under a minute.
import { conclude, deadCode, lint, rooms, types, vitest, words } from './stages.ts';

const outcomes = await Promise.all([
  (async () => [await types(), await lint(), await rooms(), await words(), await deadCode()])(),
  (async () => [await vitest('unit')])(),
]);
process.exitCode = conclude(outcomes.flat()) ? 0 : 1;

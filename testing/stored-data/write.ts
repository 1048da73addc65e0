// node testing/stored-data/write.ts [RELEASE]: keeps what this release stores, so that later ones prove that they open it.
import 'fake-indexeddb/auto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './seeded.ts';

const [release = 'current'] = process.argv.slice(2);
const newId = seeded();
// what it imports keeps hold of the browser's database as it is now
const { aWorkingDay } = await import('./a-working-day.ts');
const day = await aWorkingDay(newId);
const { aRound } = await import('./a-round.ts');
const round = await aRound(newId);
for (const [folder, kept] of [['releases', day], ['phone-releases', round]] as const) {
  const path = join(import.meta.dirname, folder, `${release}.json`);
  writeFileSync(path, `${JSON.stringify({ release, ...kept })}\n`);
  console.log(path);
}
process.exit(0);

import { mkdtempSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { startEmbedded } from '#server/db/embedded/embedded.ts';
import { ensureDatabase, ensureRoles } from '#server/db/roles.ts';
import { migrate } from '#server/db/migrate.ts';
import { createPool } from '#server/db/pool.ts';
import { loadWorld } from '#demo/load-world.ts';
import { createServer } from '#server/main.ts';
import { DEFAULT_HTTP_SETTINGS } from '#server/http/settings.ts';
import { secretsFrom } from '#server/secrets.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { WORLD_FACTS } from '#demo/worlds.ts';
import * as fs from '#adapters/file-store/local-disk.ts';
const name = (process.argv[2] ?? 'hatinh-2026') as 'hatinh-2026';
const port = Number(process.argv[3] ?? 8391);
const folder = mkdtempSync('/tmp/office-serve-');
const server = await startEmbedded({ folder, sync: false, settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } });
await ensureRoles(server.superuserUrl(), undefined);
await ensureDatabase(server.superuserUrl(), 'w');
await migrate(server.url('motcua_migrator', 'w'));
const pool = createPool(server.url('motcua_app', 'w'));
await loadWorld(pool, name, console.log);
console.log(server.url('motcua_app', 'w'));
const make = Object.values(fs)[0] as (folder: string) => never;
const open = async () => { const app = await createServer({
  settings: { ...DEFAULT_HTTP_SETTINGS, logLevel: 'error', rateLimits: 'lifted', staffAppFolder: '/tmp/office-dist/' },
  world: { provinceId: 42 as never, name, title: WORLD_FACTS[name].title, isDemo: true }, pool, secrets: secretsFrom(key),
  fileStore: await make(folder + '/files'),
}); await app.listen({ port, host: '127.0.0.1' }); return app; };
const key = randomBytes(32);
let app = await open();
console.log('listening', port);
process.on('SIGUSR2', async () => { await app.close(); app = await open(); console.log('again'); });
process.on('SIGTERM', async () => { await app.close(); await pool.end(); await server.close(); process.exit(0); });

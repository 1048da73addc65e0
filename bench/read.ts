// Reading with a hundred thousand and with a million dossiers: tracking, finding, inbox, names without tones.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { readConfiguration } from '#server/config.ts';
import { openDatabases } from '#server/db/databases.ts';
import { createPool, type Pool } from '#server/db/pool.ts';
import { startProduct } from '../tools/running-server.ts';
import type { Figures } from './bench.ts';
import { drive } from './load.ts';
import { codeOf, loadManyDossiers } from './many-dossiers.ts';
import { type Answer, call, signIn } from './person.ts';

const WORLD = 'hatinh-2026';
const SECONDS = 6;
const SIZES = [100_000, 1_000_000] as const;
/** two words of a name match hundreds at a desk, a whole name a few */
const NAMES = ['nguyen van', 'tran thi mai', 'phan dinh', 'le thi hong', 'vo quoc trang', 'ho xuan lua'];

const good = (answer: Answer): boolean => answer.status === 200 && answer.text.length > 20;

const measure = async (address: string, pool: Pool, size: number): Promise<Record<string, number>> => {
  const { password } = WORLD_FACTS[WORLD];
  const [clerk, officer] = await Promise.all([signIn(address, 'tiepnhan.kyxuan', password), signIn(address, 'vanphong.kyxuan', password)]);
  const anywhere = await Promise.all(Array.from({ length: 200 }, async (_, i) => {
    const no = Math.floor((i / 200) * size);
    return { code: await codeOf(pool, no), last4: String(no % 1_000_000).padStart(6, '0').slice(-4) };
  }));
  const { rows: mine } = await pool.query<{ code: string }>("select code from motcua.dossier where province_id = 42 and desk_id = 'ky-xuan' order by received_at desc limit 200");
  const track = await drive(2, SECONDS, async (client, turn) => {
    const one = anywhere[(client * 101 + turn * 7) % anywhere.length];
    return good(await call(`${address}/tra-cuu`, 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, new URLSearchParams({ ma: one?.code ?? '', so: one?.last4 ?? '' }).toString()));
  });
  const find = await drive(2, SECONDS, async (client, turn) => good(await clerk.get(`/api/desk/find?q=${encodeURIComponent(mine[(client * 13 + turn) % mine.length]?.code ?? '')}`)));
  const inbox = await drive(2, SECONDS, async (_client, turn) => good(await officer.get(`/api/office/inbox?tab=${['all', 'new', 'overdue', 'waiting'][turn % 4]}`)));
  const name = await drive(2, SECONDS, async (client, turn) => good(await clerk.get(`/api/desk/find?q=${encodeURIComponent(NAMES[(client + turn) % NAMES.length] ?? '')}`)));
  const failures = track.failures + find.failures + inbox.failures + name.failures;
  if (failures > 0) throw new Error(`${failures} reads failed: ${JSON.stringify({ track, find, inbox, name })}`);
  return { track_p99_ms: track.p99, track_p50_ms: track.p50, find_p99_ms: find.p99, find_p50_ms: find.p50, inbox_p95_ms: inbox.p95, inbox_p50_ms: inbox.p50, name_p95_ms: name.p95, name_p50_ms: name.p50 };
};

type Product = Awaited<ReturnType<typeof startProduct>>;
/** The databases of a data folder, whoever runs their server. */
const withDatabases = async <T>(dataFolder: string, work: (databases: Awaited<ReturnType<typeof openDatabases>>) => Promise<T>): Promise<T> => {
  const { secrets } = readConfiguration({ MOTCUA_DATA_DIR: dataFolder });
  const databases = await openDatabases(secrets.database, dataFolder, randomBytes(32));
  try {
    return await work(databases);
  } finally {
    await databases.close();
  }
};

/** The product is down meanwhile: what it does beside its answers would read whole tables that have no index yet. */
const load = (dataFolder: string, from: number, to: number): Promise<void> => withDatabases(dataFolder, async (databases) => {
  // the server's own superuser, on one connection: settings of a session hold for the whole load
  const owner = createPool(databases.embedded?.superuserUrl('motcua_hatinh_2026') ?? '', 1);
  await loadManyDossiers(owner, from, to);
  await owner.end();
});

const measureOn = (product: Product, dataFolder: string, size: number): Promise<Record<string, number>> => withDatabases(dataFolder, async (databases) => {
  const pool = createPool(databases.urlOf(WORLD, 'motcua_app'), 2);
  const figures = await measure(product.hatinh, pool, size);
  await pool.end();
  return figures;
});

export const benchRead = async (): Promise<Figures> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'motcua-bench-read-'));
  // the database's own user lives below it
  chmodSync(dataFolder, 0o755);
  const start = (): Promise<Product> => startProduct({ dataFolder, env: { MOTCUA_RATE_LIMITS: 'lifted' } });
  let product = await start();
  try {
    const figures: Record<string, number> = {};
    let loaded = 0;
    for (const size of SIZES) {
      await product.stop();
      await load(dataFolder, loaded, size);
      loaded = size;
      product = await start();
      const suffix = size === 1_000_000 ? '' : '_at_100k';
      for (const [key, value] of Object.entries(await measureOn(product, dataFolder, size))) figures[key + suffix] = value;
    }
    return { ...figures, clients: 2, dossiers: SIZES[1] };
  } finally {
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};

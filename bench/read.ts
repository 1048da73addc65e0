// Reading with a hundred thousand and with a million dossiers: tracking, finding, inbox, names without tones.
import { rmSync } from 'node:fs';
import { WORLD_FACTS } from '#demo/worlds.ts';
import type { Pool } from '#server/db/pool.ts';
import { startProduct } from '../tools/running-server.ts';
import type { Figures } from './bench.ts';
import { drive } from './load.ts';
import { codeOf, loadManyDossiers } from './many-dossiers.ts';
import { ownDataFolder, withOwner, WORLD } from './own-world.ts';
import { type Answer, call, signIn } from './person.ts';

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

const load = (dataFolder: string, from: number, to: number): Promise<void> => withOwner(dataFolder, (owner) => loadManyDossiers(owner, from, to));

export const benchRead = async (): Promise<Figures> => {
  const dataFolder = ownDataFolder('read');
  const start = () => startProduct({ dataFolder, env: { MOTCUA_RATE_LIMITS: 'lifted' } });
  let product = await start();
  try {
    const figures: Record<string, number> = {};
    let loaded = 0;
    for (const size of SIZES) {
      await product.stop();
      await load(dataFolder, loaded, size);
      loaded = size;
      product = await start();
      const { hatinh } = product;
      const suffix = size === 1_000_000 ? '' : '_at_100k';
      for (const [key, value] of Object.entries(await withOwner(dataFolder, (_owner, app) => measure(hatinh, app, size)))) figures[key + suffix] = value;
    }
    return { ...figures, clients: 2, dossiers: SIZES[1] };
  } finally {
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};

// A world that nobody has made yet is served all the same: the pages open and say what to do on the server.
import type { Pool } from 'pg';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import { buildApp } from '../http/app.ts';
import { startClock } from '../http/clock.ts';
import { problem } from '../http/problem.ts';
import type { App, Deps } from '../http/route.ts';
import type { HttpSettings } from '../http/settings.ts';
import type { Secrets } from '../secrets.ts';
import { faultPage, isPublicPage } from '../public/fault-page.ts';
import { findWorld, type WorldRow } from './world.sql.ts';

export const createCommandOf = (world: string): string =>
  `npm run motcua -- world create --name ${world} --province "Ủy ban nhân dân tỉnh …" --gso SỐ --code MÃ`;

type WaitingParts = { readonly settings: HttpSettings; readonly name: string; readonly pool: Pool; readonly secrets: Secrets };

export const createWaitingServer = async ({ settings, name, pool, secrets }: WaitingParts): Promise<App> => {
  const world = { provinceId: 0 as ProvinceId, name, title: 'Chưa có dữ liệu', isDemo: false };
  const clock = await startClock(pool, world.provinceId);
  const deps: Deps = { settings, world, pool, clock, realNow: Date.now, secrets };
  const app = await buildApp({ deps, cookieName: `motcua-${name}`, findActor: async () => undefined, isPage: isPublicPage, faultPage: faultPage(world) });
  app.addHook('onClose', async () => clock.stop());
  const missing = async (): Promise<never> => {
    throw problem('unavailable', {
      detail: `Bộ dữ liệu “${name}” chưa được tạo. Trên máy chủ, chạy: ${createCommandOf(name)}. Tạo xong, trang này dùng được ngay.`,
    });
  };
  app.post('/api/sign-in', { config: { access: 'open' }, schema: { summary: 'Đăng nhập (chưa có dữ liệu)' } }, missing);
  app.get('/api/me', { config: { access: 'any-signed-in' }, schema: { summary: 'Người đang đăng nhập' } }, missing);
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/lam-viec/', 302));
  return app;
};

const LOOK_EVERY = 2_000;

/** Calls once when the world is there; answers how to stop looking. */
export const whenWorldMade = (pool: Pool, made: (row: WorldRow) => Promise<void>): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const row = await findWorld(pool).catch(() => undefined);
    if (row) return made(row);
    timer = setTimeout(() => void look(), LOOK_EVERY);
    return undefined;
  };
  timer = setTimeout(() => void look(), LOOK_EVERY);
  return () => clearTimeout(timer);
};

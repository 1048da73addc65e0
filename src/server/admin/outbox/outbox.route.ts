// Messages that wait to go out, for the administrator: nothing grows unseen.
import { MESSAGE_KEPT_DAYS, waitingMessages } from '#wire/outbox.wire.ts';
import type { RouteModule } from '../../http/route.ts';
import { countWaiting } from '../../notices/outbox.sql.ts';

const keptDays = (topic: string): number | undefined => (Object.hasOwn(MESSAGE_KEPT_DAYS, topic) ? MESSAGE_KEPT_DAYS[topic as keyof typeof MESSAGE_KEPT_DAYS] : undefined);

export const outboxRoutes: RouteModule = (app, { pool, clock, world }) => {
  app.get('/api/admin/outbox', {
    config: { roles: ['administrator'] }, schema: { summary: 'Tin chờ gửi ra ngoài, theo loại: số lượng, tin cũ nhất, giữ bao lâu', response: { 200: waitingMessages } },
  }, async () => ({ now: clock.businessNow(), topics: (await countWaiting(pool, world.provinceId)).map((one) => ({ ...one, keptDays: keptDays(one.topic) })) }));
};

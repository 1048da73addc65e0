// The business clock of a demo world: it only goes forward, as acts are already stamped with it.
import { momentFromEpoch, momentToEpoch, type Moment } from '#core/kernel/moment.ts';
import { findClockOffset } from '../http/clock.sql.ts';
import type { OpenWorld } from '../startup/open-world.ts';
import { done, refused, usageError, type Command } from './command.ts';
import { performByHand } from './by-hand.ts';
import { clockRecheck } from './clock-recheck.ts';

const UNIT_SECONDS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400, w: 604_800 };

/** '2019-11-20 07:30', '2019-11-20T07:30', '2019-11-20' (07:30), or '+2h', '+1d'. */
export const parseClock = (text: string, now: Moment): Moment | undefined => {
  const step = /^\+(\d{1,4})([mhdw])$/.exec(text);
  if (step !== null) return momentFromEpoch(momentToEpoch(now) + Number(step[1]) * (UNIT_SECONDS[step[2] ?? ''] ?? 0) * 1000);
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const moment = `${match[1]}T${match[2] ?? '07:30'}:00+07:00` as Moment;
  // a day or an hour that does not exist would come back as another one
  return momentFromEpoch(momentToEpoch(moment)) === moment ? moment : undefined;
};

const nowOf = async ({ pool, row }: OpenWorld): Promise<Moment> =>
  momentFromEpoch(Date.now() + (await findClockOffset(pool, row.provinceId)) * 1000);

const show: Command = {
  name: 'clock show',
  usage: '[--world TÊN]',
  summary: 'Giờ nghiệp vụ đang là mấy giờ',
  takes: [0, 0],
  run: async (context, args) => {
    const clocks: { world: string; businessNow: Moment }[] = [];
    for (const world of context.worldsOf(args)) clocks.push({ world, businessNow: await nowOf(await context.world(world)) });
    return done({ clocks }, ...clocks.map((clock) => `${clock.world}: ${clock.businessNow}`));
  },
};

const set: Command = {
  name: 'clock set',
  usage: 'LÚC --world TÊN',
  summary: 'Đưa giờ nghiệp vụ của bộ dữ liệu mẫu tới lúc khác',
  details: ['LÚC: "2019-11-20 07:30", "2019-11-20" (07:30) hoặc +30m, +2h, +1d, +1w. Đồng hồ chỉ đi tới; muốn trở lại thì demo reset.'],
  takes: [1, 1],
  run: async (context, args) => {
    const name = context.oneWorldOf(args);
    const open = await context.world(name);
    const now = await nowOf(open);
    const wanted = parseClock(args.positionals[0] ?? '', now);
    if (wanted === undefined) throw usageError(`Không hiểu "${args.positionals[0]}" là lúc nào.`);
    if (!open.row.isDemo) return refused({ world: name, businessNow: now }, 'Bộ dữ liệu thật luôn theo giờ thật.');
    if (wanted < now) return refused({ world: name, businessNow: now }, `Đồng hồ chỉ đi tới; đang là ${now}. Muốn trở lại: motcua demo reset ${name}`);
    // rounded up: just after is fine, a second before the asked hour is not
    const offset = Math.ceil((momentToEpoch(wanted) - Date.now()) / 1000);
    await performByHand(open, {
      act: 'set-clock',
      data: { to: wanted },
      work: async (db, provinceId) => {
        await db.query('update motcua.world set clock_offset_seconds = $2 where province_id = $1', [provinceId, offset]);
        return {};
      },
    });
    return done({ world: name, businessNow: wanted }, `${name}: giờ nghiệp vụ là ${wanted}`);
  },
};

export const clockCommands: readonly Command[] = [show, set, clockRecheck];

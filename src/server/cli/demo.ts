import { loadWorld } from '#demo/load-world.ts';
import { WORLD_NAMES, type WorldName } from '#demo/worlds.ts';
import { migrate } from '../db/migrate.ts';
import { createPool } from '../db/pool.ts';
import { done, usageError, type Command } from './command.ts';
import type { CliContext } from './context.ts';

const isDemoWorld = (name: string): name is WorldName => (WORLD_NAMES as readonly string[]).includes(name);

/** The new one is filled beside the old one and then takes its name: a running server misses it for milliseconds. */
const reset = async (context: CliContext, world: WorldName): Promise<void> => {
  const databases = await context.databases();
  const draft = `${world}-new`;
  await databases.drop(draft);
  await databases.ensure(draft);
  await migrate(databases.urlOf(draft, 'motcua_migrator'));
  const pool = createPool(databases.urlOf(draft, 'motcua_app'), 4);
  try {
    await loadWorld(pool, world, context.report);
  } finally {
    await pool.end();
  }
  await databases.replace(world, draft);
};

const resetCommand: Command = {
  name: 'demo reset',
  usage: '[TÊN]',
  summary: 'Xóa bộ dữ liệu mẫu và nạp lại từ đầu',
  details: ['Bỏ trống TÊN: làm lại tất cả bộ dữ liệu mẫu đang cấu hình. Đồng hồ nghiệp vụ cũng trở về lúc đầu.'],
  takes: [0, 1],
  run: async (context, args) => {
    const [named] = args.positionals;
    const worlds = context.worldsOf(named === undefined ? args : { ...args, options: { ...args.options, world: named } });
    const demo = worlds.filter(isDemoWorld);
    if (demo.length < worlds.length) throw usageError(`Chỉ bộ dữ liệu mẫu mới nạp lại được: ${WORLD_NAMES.join(', ')}.`);
    for (const world of demo) await reset(context, world);
    return done({ reset: demo }, ...demo.map((world) => `${world}: đã nạp lại.`));
  },
};

export const demoCommands: readonly Command[] = [resetCommand];

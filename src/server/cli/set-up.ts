import { migrate } from '../db/migrate.ts';
import { done, type Command } from './command.ts';

const migrateCommand: Command = {
  name: 'migrate',
  usage: '[--world TÊN]',
  summary: 'Tạo cơ sở dữ liệu nếu chưa có và chạy các migration còn thiếu',
  takes: [0, 0],
  run: async (context, args) => {
    const databases = await context.databases();
    const worlds: { world: string; ran: readonly string[] }[] = [];
    for (const world of context.worldsOf(args)) {
      await databases.ensure(world);
      worlds.push({ world, ran: await migrate(databases.urlOf(world, 'motcua_migrator')) });
    }
    return done({ worlds }, ...worlds.map(({ world, ran }) => `${world}: ${ran.length === 0 ? 'đã mới nhất' : `đã chạy ${ran.join(', ')}`}`));
  },
};

export const setUpCommands: readonly Command[] = [migrateCommand];

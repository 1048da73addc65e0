// What commands work with: the configuration at once, the database only when one is asked for.
// A running server is joined; otherwise the embedded one is started and stopped again afterwards.
import { type Configuration, readConfiguration } from '../config.ts';
import { openDatabases, type Databases } from '../db/databases.ts';
import { migrate } from '../db/migrate.ts';
import { createPool } from '../db/pool.ts';
import { operatorError } from '../faults/operator-error.ts';
import { masterKeyOf } from '../master-key.ts';
import { findWorld } from '../startup/world.sql.ts';
import type { OpenWorld, Report } from '../startup/open-world.ts';
import { textOption, usageError, type Arguments } from './command.ts';

export type CliContext = {
  readonly configuration: Configuration;
  readonly masterKey: () => Promise<Buffer>;
  readonly databases: () => Promise<Databases>;
  /** The world's pool (as motcua_app) and row; closed when the command ends. */
  readonly world: (name: string) => Promise<OpenWorld>;
  /** --world, or all that are configured. */
  readonly worldsOf: (args: Arguments) => readonly string[];
  /** --world, or the only one. */
  readonly oneWorldOf: (args: Arguments) => string;
  /** Progress, beside the result. */
  readonly report: Report;
  readonly close: () => Promise<void>;
};

const chosenWorlds = (configured: readonly string[], args: Arguments): readonly string[] => {
  const wanted = textOption(args, 'world');
  if (wanted === undefined) return configured;
  if (!configured.includes(wanted)) throw usageError(`Không có bộ dữ liệu "${wanted}"; có: ${configured.join(', ')}.`);
  return [wanted];
};

export const openContext = (report: Report, variables?: NodeJS.ProcessEnv): CliContext => {
  const configuration = readConfiguration(variables);
  const configured = configuration.config.worlds.map((world) => world.name);
  const closers: (() => Promise<unknown>)[] = [];
  let opened: Promise<Databases> | undefined;
  let key: Promise<Buffer> | undefined;
  const masterKey = (): Promise<Buffer> => (key ??= masterKeyOf(configuration));
  const open = async (): Promise<Databases> => {
    const databases = await openDatabases(configuration.secrets.database, configuration.config.dataFolder, await masterKey());
    closers.push(() => databases.close());
    return databases;
  };
  const databases = (): Promise<Databases> => (opened ??= open());
  return {
    configuration, masterKey, databases, report,
    world: async (name) => {
      const all = await databases();
      if (!(await all.exists(name))) throw operatorError(`Bộ dữ liệu ${name} chưa được tạo. Hãy chạy npm start hoặc motcua migrate.`);
      await migrate(all.urlOf(name, 'motcua_migrator'));
      const pool = createPool(all.urlOf(name, 'motcua_app'), 4);
      closers.push(() => pool.end());
      const row = await findWorld(pool);
      if (row === undefined) throw operatorError(`Bộ dữ liệu ${name} còn trống. Dữ liệu thật: motcua world create --name ${name} …; dữ liệu mẫu: motcua demo reset ${name}.`);
      return { pool, row };
    },
    worldsOf: (args) => chosenWorlds(configured, args),
    oneWorldOf: (args) => {
      const [only, ...more] = chosenWorlds(configured, args);
      if (only === undefined || more.length > 0) throw usageError(`Hãy chọn bộ dữ liệu: --world ${configured.join(' | ')}.`);
      return only;
    },
    close: async () => {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
};

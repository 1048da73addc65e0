// The administrator's command line as a test runs it, without a process: on a served world, or on an installation of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Command } from '#server/cli/command.ts';
import { type CliContext, openContext } from '#server/cli/context.ts';
import { COMMANDS } from '#server/cli/registry.ts';
import { type OpenContext, runLine } from '#server/cli/run.ts';
import { socketUrl } from '#server/db/embedded/embedded.ts';
import { readConfiguration } from '#server/config.ts';
import { databaseNameOf } from '#server/db/databases.ts';
import { dropDatabase } from '#server/db/roles.ts';
import { HA_TINH, type WorldName } from '#demo/worlds.ts';
import type { ServedWorld } from './served-world.ts';

const runIn = async (commands: readonly Command[], openIt: OpenContext, line: readonly string[]): Promise<{ readonly code: number; readonly said: readonly string[] }> => {
  const said: string[] = [];
  const hear = (text: string): void => void said.push(text);
  return { code: await runLine(line, commands, openIt, { out: hear, err: hear }), said };
};

export const commandLineOf = ({ database: { pool } }: ServedWorld, name: WorldName, commands: readonly Command[], variables: NodeJS.ProcessEnv = {}) => {
  const context = {
    configuration: readConfiguration(variables),
    worldsOf: () => [name], oneWorldOf: () => name, close: () => Promise.resolve(),
    world: () => Promise.resolve({ pool, row: { provinceId: HA_TINH, name, title: '', isDemo: true } }),
  } as unknown as CliContext;
  return (...line: readonly string[]) => runIn(commands, () => context, line);
};

/** One world, on the run's own PostgreSQL. */
export const installationOf = (world: string, port = 8080) => {
  const folder = mkdtempSync(join(tmpdir(), `motcua-test-${process.pid}-`));
  const superuser = socketUrl(inject('socket'), 'postgres', 'postgres');
  const database = databaseNameOf(world);
  /** What `--json` says. */
  const runOn = (databaseUrl: string) => async (...line: readonly string[]) => {
    const variables = { MOTCUA_DATA_DIR: folder, MOTCUA_WORLDS: `${world}:${port}`, DATABASE_URL: databaseUrl };
    const { code, said } = await runIn(COMMANDS, (report) => openContext(report, variables), [...line, '--json']);
    return { code, data: JSON.parse(said.at(-1) ?? '{}') as Record<string, unknown> };
  };
  return {
    folder, runOn,
    run: runOn(superuser),
    urlOf: (role: string): string => socketUrl(inject('socket'), role, database),
    remove: async (): Promise<void> => {
      await dropDatabase(superuser, database);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

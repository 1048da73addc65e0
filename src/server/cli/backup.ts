import { resolve } from 'node:path';
import { backUp } from '../db/backup/back-up.ts';
import { restore } from '../db/backup/restore.ts';
import type { Manifest } from '../db/backup/manifest.ts';
import { operatorError } from '../faults/operator-error.ts';
import { done, type Command } from './command.ts';
import type { CliContext } from './context.ts';

const NOT_EMBEDDED = 'Lệnh này dành cho PostgreSQL đi kèm. Máy chủ ở DATABASE_URL có công cụ sao lưu riêng (pg_basebackup, pg_dump).';

const requireEmbedded = (context: CliContext): void => {
  if (context.configuration.secrets.database.kind !== 'embedded') throw operatorError(NOT_EMBEDDED);
};

const summaryOf = (manifest: Manifest) => ({
  madeAt: manifest.madeAt, postgres: manifest.postgres.version, databases: manifest.databases,
  files: manifest.files.length, bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
});

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`;

const backupCommand: Command = {
  name: 'backup',
  usage: 'THƯ-MỤC',
  summary: 'Sao lưu cơ sở dữ liệu, tệp hồ sơ và khóa chủ, kể cả khi chương trình đang chạy',
  details: ['THƯ-MỤC phải mới hoặc trống. Bản sao lưu chứa dữ liệu cá nhân và khóa chủ: hãy cất như tài liệu mật.'],
  takes: [1, 1],
  run: async (context, args) => {
    requireEmbedded(context);
    const folder = resolve(args.positionals[0] ?? '');
    const { embedded } = await context.databases();
    if (embedded === undefined) throw operatorError(NOT_EMBEDDED);
    const { dataFolder } = context.configuration.config;
    const summary = summaryOf(await backUp({ superuserUrl: embedded.superuserUrl(), postgresFolder: embedded.dataFolder, dataFolder }, folder));
    return done({ folder, ...summary }, `Đã sao lưu vào ${folder}: ${summary.files} tệp, ${megabytes(summary.bytes)}.`);
  },
};

const restoreCommand: Command = {
  name: 'restore',
  usage: 'THƯ-MỤC [--replace]',
  summary: 'Khôi phục từ bản sao lưu; chương trình phải đang dừng',
  details: ['Mọi tệp được kiểm tra trước. Có dữ liệu rồi thì cần --replace: dữ liệu cũ được cất sang bên (….before-…), không bị xóa.'],
  options: { replace: { type: 'boolean' } },
  takes: [1, 1],
  run: async (context, args) => {
    requireEmbedded(context);
    const folder = resolve(args.positionals[0] ?? '');
    const { dataFolder } = context.configuration.config;
    const summary = summaryOf(await restore(folder, { dataFolder, replace: args.options['replace'] === true }));
    // the server recovers now, not at the next start: a restore that cannot run is told here
    await context.databases();
    return done({ folder, ...summary }, `Đã khôi phục bản sao lưu lúc ${summary.madeAt}: ${summary.databases.join(', ')}.`);
  },
};

export const backupCommands: readonly Command[] = [backupCommand, restoreCommand];

// Environment → Config + Secrets in two steps; the only reader of process.env.
import { resolve } from 'node:path';
import { z } from 'zod';
import type { DatabaseAccess } from './db/databases.ts';
import { operatorError } from './faults/operator-error.ts';
import { DEFAULT_HTTP_SETTINGS, type HttpSettings } from './http/settings.ts';

export type WorldPort = { readonly name: string; readonly port: number };

export type Config = {
  /** Everything that must outlive the program: database, files, master key. */
  readonly dataFolder: string;
  readonly host: string;
  readonly worlds: readonly WorldPort[];
  /** Demo data on an empty database. */
  readonly demoData: boolean;
  readonly http: HttpSettings;
};

export type ConfigSecrets = { readonly database: DatabaseAccess; readonly masterKey: string | undefined };
export type Configuration = { readonly config: Config; readonly secrets: ConfigSecrets };

/** Every variable there is, with what it means; `motcua config` prints this. */
export const VARIABLES: Readonly<Record<string, string>> = {
  MOTCUA_DATA_DIR: 'thư mục dữ liệu (mặc định .data)',
  MOTCUA_WORLDS: 'các bộ dữ liệu và cổng (mặc định kybac-2019:8080,hatinh-2026:8081)',
  MOTCUA_HOST: 'địa chỉ lắng nghe (mặc định localhost; 0.0.0.0 để máy khác vào được)',
  MOTCUA_DEMO: 'on: nạp dữ liệu mẫu khi cơ sở dữ liệu trống (mặc định); off: không nạp, chờ motcua world create',
  MOTCUA_HTTPS: 'on: đứng sau HTTPS, cookie chỉ đi qua HTTPS; off (mặc định)',
  MOTCUA_TRUST_PROXY: 'địa chỉ máy chủ chuyển tiếp được tin (mặc định: không tin)',
  MOTCUA_PUBLIC_URL: 'địa chỉ người dân mở trang, in trên giấy tiếp nhận, ví dụ https://{world}.hatinh.gov.vn (mặc định: địa chỉ đang mở)',
  MOTCUA_EPCIS_BASE: 'gốc địa chỉ gọi tên quầy, cơ quan, hồ sơ trong bản xuất EPCIS, ví dụ https://epcis.hatinh.gov.vn/{world} (mặc định: MOTCUA_PUBLIC_URL)',
  MOTCUA_CARRIER_SECONDS: 'bao nhiêu giây hỏi các đơn vị chuyển phát một lần, từ 1 đến 3600 (mặc định 15)',
  MOTCUA_RATE_LIMITS: 'on (mặc định); lifted: bỏ giới hạn, chỉ để đo tốc độ',
  MOTCUA_LOG_LEVEL: 'silent, error, warn (mặc định), info',
  MOTCUA_MASTER_KEY: 'khóa chủ, 64 chữ số hệ 16 (mặc định: tự sinh trong thư mục dữ liệu)',
  DATABASE_URL: 'PostgreSQL từ 15; trống: dùng PostgreSQL đi kèm',
  DATABASE_MIGRATOR_URL: 'URL của vai motcua_migrator; có thì DATABASE_URL là của motcua_app',
  DATABASE_REPORTER_URL: 'URL của vai motcua_reporter',
};

const WORLDS_FORM = 'phải có dạng tên:cổng,tên:cổng (ví dụ kybac-2019:8080)';

const worlds = z.string().transform((text, context): readonly WorldPort[] => {
  const list = text.split(',').map((part): WorldPort => {
    const match = /^([a-z0-9][a-z0-9-]*):([0-9]{1,5})$/.exec(part.trim());
    return { name: match?.[1] ?? '', port: Number(match?.[2] ?? 0) };
  });
  const twice = (pick: (world: WorldPort) => unknown): boolean => new Set(list.map(pick)).size < list.length;
  const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
  if (list.some((world) => world.port < 1 || world.port > 65535)) refuse(WORLDS_FORM);
  else if (twice((world) => world.name)) refuse('có bộ dữ liệu nêu hai lần');
  else if (twice((world) => world.port)) refuse('có cổng nêu hai lần');
  return list;
});

const SECONDS_FORM = 'phải là số giây, từ 1 đến 3600';

const onOff = (otherwise: boolean) =>
  z
    .enum(['on', 'off'], 'phải là on hoặc off')
    .optional()
    .transform((value) => (value === undefined ? otherwise : value === 'on'));

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'phải bắt đầu bằng postgresql://')
  .optional();

/** Step 1: texts become values, one variable at a time. */
const environmentSchema = z.object({
  MOTCUA_DATA_DIR: z.string().default('.data'),
  MOTCUA_WORLDS: worlds.prefault('kybac-2019:8080,hatinh-2026:8081'),
  MOTCUA_HOST: z.string().default('localhost'),
  MOTCUA_DEMO: onOff(true),
  MOTCUA_HTTPS: onOff(false),
  MOTCUA_TRUST_PROXY: z.string().optional(),
  MOTCUA_PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[a-z0-9.{}:-]+$/, 'phải có dạng https://tên-miền, không có dấu / ở cuối')
    .optional(),
  MOTCUA_EPCIS_BASE: z
    .string()
    .regex(/^https?:\/\/[a-z0-9.{}:/_-]*[a-z0-9}]$/, 'phải có dạng https://tên-miền/đường-dẫn, không có dấu / ở cuối')
    .optional(),
  MOTCUA_CARRIER_SECONDS: z
    .string()
    .regex(/^[0-9]+$/, SECONDS_FORM)
    .transform(Number)
    .refine((seconds) => seconds >= 1 && seconds <= 3600, SECONDS_FORM)
    .optional(),
  MOTCUA_RATE_LIMITS: z.enum(['on', 'lifted'], 'phải là on hoặc lifted').default('on'),
  MOTCUA_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info'], 'phải là silent, error, warn hoặc info').default('warn'),
  MOTCUA_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'phải gồm đúng 64 chữ số hệ 16')
    .optional(),
  DATABASE_URL: databaseUrl,
  DATABASE_MIGRATOR_URL: databaseUrl,
  DATABASE_REPORTER_URL: databaseUrl,
});
type Environment = z.output<typeof environmentSchema>;

const readEnvironment = (variables: NodeJS.ProcessEnv): Environment => {
  // an empty variable counts as none: that is how one is switched off in a unit or compose file
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`);
  throw operatorError(`Cấu hình không hợp lệ:\n${[...new Set(lines)].join('\n')}`);
};

const accessOf = (environment: Environment): DatabaseAccess => {
  const { DATABASE_URL: app, DATABASE_MIGRATOR_URL: migrator, DATABASE_REPORTER_URL: reporter } = environment;
  if (migrator === undefined && reporter === undefined) {
    return app === undefined ? { kind: 'embedded' } : { kind: 'privileged', url: app };
  }
  if (app === undefined || migrator === undefined || reporter === undefined) {
    throw operatorError('Cần đủ ba biến DATABASE_URL, DATABASE_MIGRATOR_URL và DATABASE_REPORTER_URL, hoặc chỉ một DATABASE_URL có quyền tạo cơ sở dữ liệu.');
  }
  const shared = [app, migrator, reporter].some((url) => !url.includes('{world}'));
  if (shared && environment.MOTCUA_WORLDS.length > 1) {
    throw operatorError('Mỗi bộ dữ liệu cần một cơ sở dữ liệu riêng: hãy viết {world} vào ba URL, hoặc chỉ chạy một bộ dữ liệu (MOTCUA_WORLDS).');
  }
  return { kind: 'separate', app, migrator, reporter };
};

/** Step 2: values become what the program is made of, checked against each other. */
export const readConfiguration = (variables: NodeJS.ProcessEnv = process.env): Configuration => {
  const environment = readEnvironment(variables);
  return {
    config: {
      dataFolder: resolve(environment.MOTCUA_DATA_DIR),
      host: environment.MOTCUA_HOST,
      worlds: environment.MOTCUA_WORLDS,
      demoData: environment.MOTCUA_DEMO,
      http: {
        ...DEFAULT_HTTP_SETTINGS,
        secure: environment.MOTCUA_HTTPS,
        trustProxy: environment.MOTCUA_TRUST_PROXY ?? false,
        ...(environment.MOTCUA_PUBLIC_URL === undefined ? {} : { publicUrl: environment.MOTCUA_PUBLIC_URL }),
        ...(environment.MOTCUA_EPCIS_BASE === undefined ? {} : { epcisBase: environment.MOTCUA_EPCIS_BASE }),
        carrierSeconds: environment.MOTCUA_CARRIER_SECONDS ?? DEFAULT_HTTP_SETTINGS.carrierSeconds,
        rateLimits: environment.MOTCUA_RATE_LIMITS === 'lifted' ? 'lifted' : DEFAULT_HTTP_SETTINGS.rateLimits,
        logLevel: environment.MOTCUA_LOG_LEVEL,
      },
    },
    secrets: { database: accessOf(environment), masterKey: environment.MOTCUA_MASTER_KEY },
  };
};

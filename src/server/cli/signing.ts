// Who holds signing keys for whom. Keys stay where they are; a service's own password is kept encrypted under the master key.
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { secretsFrom } from '../secrets.ts';
import { serviceVault } from '../signing/services.ts';
import { addService, assignCredential, findHolder, listCredentials } from '../signing/signing-admin.sql.ts';
import { setTimeStampService } from '../signing/time-stamps.sql.ts';
import type { NewService } from '../signing/signing.sql.ts';
import { lockAway } from '../signing/vault.ts';
import { type Arguments, type Command, type Outcome, done, neededOption, refused, textOption, usageError } from './command.ts';
import type { CliContext } from './context.ts';

const readFile = (file: string): string => {
  if (!existsSync(file)) throw usageError(`Không có tệp ${file}.`);
  return readFileSync(file, 'utf8').trim();
};
const idOf = (args: Arguments): string => {
  const [id = ''] = args.positionals;
  if (!/^[a-z0-9-]{2,40}$/.test(id)) throw usageError('Tên dịch vụ gồm chữ thường không dấu, chữ số, dấu gạch nối.');
  return id;
};

const add = async (context: CliContext, args: Arguments, make: (provinceId: number) => Promise<NewService>): Promise<Outcome> => {
  const world = context.oneWorldOf(args);
  const { pool, row } = await context.world(world);
  const service = await make(row.provinceId);
  const added = await addService(pool, row.provinceId, service);
  return added ? done({ world, serviceId: service.serviceId }, `Đã thêm ${service.serviceId}.`) : refused({ serviceId: service.serviceId }, `Đã có dịch vụ ${service.serviceId}.`);
};

const addToken: Command = {
  name: 'signing add-token',
  usage: 'TÊN --module TỆP.so --token NHÃN [--world TÊN]',
  summary: 'Thêm thiết bị ký PKCS#11 (USB token, HSM); cần pkcs11-tool của OpenSC',
  options: { module: { type: 'string' }, token: { type: 'string' } },
  takes: [1, 1],
  run: (context, args) => add(context, args, () => {
    const module = neededOption(args, 'module');
    if (!isAbsolute(module) || !existsSync(module)) throw usageError(`Không có tệp ${module}; ghi đường dẫn đầy đủ.`);
    return Promise.resolve({ serviceId: idOf(args), kind: 'pkcs11', settings: { module, tokenLabel: neededOption(args, 'token') } });
  }),
};

const addRemote: Command = {
  name: 'signing add-remote',
  usage: 'TÊN --url https://… --client MÃ --secret-file TỆP [--ca TỆP.pem] [--world TÊN]',
  summary: 'Thêm dịch vụ ký số từ xa (CSC API 2)',
  details: ['Mật khẩu của dịch vụ đọc từ tệp, lưu mã hóa bằng khóa chủ; xóa tệp sau khi thêm.'],
  options: { url: { type: 'string' }, client: { type: 'string' }, 'secret-file': { type: 'string' }, ca: { type: 'string' } },
  takes: [1, 1],
  run: (context, args) => add(context, args, async (provinceId) => {
    const url = neededOption(args, 'url');
    if (!/^https:\/\/|^http:\/\/localhost[:/]/.test(url)) throw usageError('Địa chỉ phải bắt đầu bằng https://.');
    const serviceId = idOf(args);
    const ca = textOption(args, 'ca');
    const { vaultKey } = secretsFrom(await context.masterKey());
    return {
      serviceId, kind: 'remote', settings: { url, clientId: neededOption(args, 'client'), ...(ca === undefined ? {} : { trustedCertificates: readFile(ca) }) },
      secret: lockAway(vaultKey, serviceVault(provinceId, serviceId), Buffer.from(readFile(neededOption(args, 'secret-file')))),
    };
  }),
};

const assign: Command = {
  name: 'signing assign',
  usage: 'DỊCH-VỤ (--login TÊN | --unit CƠ-QUAN) --credential MÃ [--world TÊN]',
  summary: 'Gán chứng thư số cho người ký, hoặc dấu số cho cơ quan; thay chứng thư đang dùng',
  options: { login: { type: 'string' }, unit: { type: 'string' }, credential: { type: 'string' } },
  takes: [1, 1],
  run: async (context, args) => {
    const { pool, row } = await context.world(context.oneWorldOf(args));
    const [login, unit] = [textOption(args, 'login'), textOption(args, 'unit')];
    if ((login === undefined) === (unit === undefined)) throw usageError('Cần một trong hai: --login hoặc --unit.');
    const holder = await findHolder(pool, row.provinceId, login === undefined ? { unit: unit ?? '' } : { login });
    if (!holder) return refused({ login, unit }, `Không có ${login ?? unit ?? ''}.`);
    const given = await assignCredential(pool, row.provinceId, holder, idOf(args), neededOption(args, 'credential'));
    return given ? done({ ...holder }, 'Đã gán.') : refused({ serviceId: idOf(args) }, `Không có dịch vụ ${idOf(args)}.`);
  },
};

const list: Command = {
  name: 'signing list',
  usage: '[--world TÊN]',
  summary: 'Dịch vụ ký số và chứng thư đang dùng',
  takes: [0, 0],
  run: async (context, args) => {
    const worlds = [];
    for (const world of context.worldsOf(args)) {
      const { pool, row } = await context.world(world);
      worlds.push({ world, credentials: await listCredentials(pool, row.provinceId) });
    }
    return done({ worlds }, ...worlds.flatMap(({ world, credentials }) => [
      `${world}: ${credentials.length === 0 ? 'chưa có' : ''}`, ...credentials.map((one) => `  ${one.serviceId} (${one.kind}) ${one.holder ?? '–'} ${one.credentialId ?? ''}`),
    ]));
  },
};

const timeStamps: Command = {
  name: 'signing time-stamps',
  usage: '(--url https://… [--ca TỆP.pem] | --off) [--world TÊN]',
  summary: 'Đặt hoặc tắt nơi cấp dấu thời gian (RFC 3161) cho chữ ký số',
  details: ['Không có dấu thời gian thì chữ ký vẫn được ghi, và nói rõ là chưa có.'],
  options: { url: { type: 'string' }, ca: { type: 'string' }, off: { type: 'boolean' } },
  takes: [0, 0],
  run: async (context, args) => {
    const [url, ca] = [textOption(args, 'url'), textOption(args, 'ca')];
    if ((url === undefined) === (args.options['off'] !== true)) throw usageError('Cần một trong hai: --url hoặc --off.');
    if (url !== undefined && !/^https?:\/\/[^\s]+$/.test(url)) throw usageError('Địa chỉ phải bắt đầu bằng https:// hoặc http://.');
    const world = context.oneWorldOf(args);
    const { pool, row } = await context.world(world);
    await setTimeStampService(pool, row.provinceId, url === undefined ? undefined : { url, ...(ca === undefined ? {} : { trustedCertificates: readFile(ca) }) });
    return done({ world, url: url ?? null }, url === undefined ? 'Đã tắt dấu thời gian.' : `Chữ ký số từ nay có dấu thời gian của ${url}.`);
  },
};

export const signingCommands: readonly Command[] = [addToken, addRemote, assign, timeStamps, list];

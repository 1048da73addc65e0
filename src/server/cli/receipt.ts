// Seals of receipts at the command line. Proving one needs neither server nor database, only a file of public keys.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMoment } from '#core/kernel/format.ts';
import { type Moment, momentFromEpoch } from '#core/kernel/moment.ts';
import { type ReadSeal, readSeal } from '#core/numbering/receipt-seal.ts';
import { type PublishedKeys, type ProvingKey, parsePublishedKeys, proveSeal } from '../signing/check-seal.ts';
import { findClockOffset } from '../http/clock.sql.ts';
import { KEY_FOLDER, publishKeys } from '../signing/publish-keys.ts';
import { loadKeys, makeSealKey } from '../signing/seal-keys.ts';
import { revokeSealKey } from '../signing/seal-keys.sql.ts';
import { secretsFrom } from '../secrets.ts';
import { type Arguments, type Command, type Outcome, done, refused, textOption, usageError } from './command.ts';
import type { CliContext } from './context.ts';
import { operatorError } from '../faults/operator-error.ts';

type Known = { readonly published: PublishedKeys; readonly keys: readonly ProvingKey[] };

const readKeys = (file: string): Known => {
  if (!existsSync(file)) throw usageError(`Không có tệp ${file}.`);
  const known = parsePublishedKeys(readFileSync(file, 'utf8'));
  if (!known) throw usageError(`Tệp ${file} không phải bộ khóa công khai (/.well-known/motcua-receipt-keys.json).`);
  return known;
};

/** The file that was named, or what the servers of this installation left. */
const knownKeys = (context: CliContext, args: Arguments): readonly Known[] => {
  const named = textOption(args, 'keys');
  if (named !== undefined) return [readKeys(named)];
  const folder = join(context.configuration.config.dataFolder, KEY_FOLDER);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (files.length === 0) throw usageError('Chưa có khóa công khai ở đây: hãy chỉ tệp bằng --keys TỆP.');
  return files.map((name) => readKeys(join(folder, name)));
};

const PROOFS = {
  genuine: 'Giấy thật: chữ ký đúng.',
  forged: 'KHÔNG đúng: nội dung đã bị sửa hoặc không do nơi này ký.',
  'unknown-key': 'Không kiểm tra được: bộ khóa không có khóa đã ký giấy này.',
  'revoked-key': 'KHÔNG còn tin được: khóa đã ký giấy này đã bị thu hồi.',
} as const;

const TITLES = { 'intake-receipt': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'residence-receipt': 'Phiếu tiếp nhận hồ sơ (CT04)' } as const;

const proved = (read: ReadSeal, known: readonly Known[]): Outcome => {
  const { seal } = read;
  const holder = known.find(({ keys }) => keys.some(({ keyId }) => keyId === seal.keyId));
  const proof = holder ? proveSeal(read, holder.keys) : 'unknown-key';
  const desk = holder?.published.desks.find(({ id }) => id === seal.deskId)?.name ?? seal.deskId;
  const data = { proof, ...seal, ...(holder ? { issuer: holder.published.issuer, deskName: desk } : {}) };
  if (proof === 'forged') return refused(data, PROOFS[proof]);
  return (proof === 'genuine' ? done : refused)(data, PROOFS[proof],
    `${TITLES[seal.paper]}, mã hồ sơ ${seal.code}`, `Nơi lập: ${desk}${holder ? ` (${holder.published.issuer})` : ''}`, `Lập lúc: ${formatMoment(seal.issuedAt)}`,
    seal.dueAt === undefined ? 'Chưa có ngày hẹn trả' : `Hẹn trả: ${formatMoment(seal.dueAt)}`, `Khóa: ${seal.keyId}`);
};

const verify: Command = {
  name: 'receipt verify',
  usage: 'NỘI-DUNG-MÃ-QR [--keys TỆP]',
  summary: 'Kiểm tra giấy tiếp nhận bằng mã trên giấy, không cần mạng hay cơ sở dữ liệu',
  details: ['Khóa công khai lấy ở /.well-known/motcua-receipt-keys.json. Mã thoát 1 khi giấy không đúng.'],
  options: { keys: { type: 'string' } },
  takes: [1, 1],
  run: (context, args) => {
    const read = readSeal(args.positionals[0] ?? '');
    if (read.ok) return Promise.resolve(proved(read.value, knownKeys(context, args)));
    const why = read.refusal.kind === 'seal-of-newer-version' ? 'Mã thuộc một mẫu mới hơn chương trình này.' : 'Không đọc được mã: hãy quét lại, hoặc chép đủ nội dung mã QR.';
    return Promise.resolve(refused({ proof: read.refusal.kind }, why));
  },
};

const depsOf = async (context: CliContext, world: string) => {
  const { pool, row } = await context.world(world);
  return { pool, world: row, secrets: secretsFrom(await context.masterKey()), realNow: Date.now };
};
const keyFolder = (context: CliContext): string => join(context.configuration.config.dataFolder, KEY_FOLDER);

const keys: Command = {
  name: 'receipt keys',
  usage: '[--world TÊN]',
  summary: 'Liệt kê khóa ký giấy tiếp nhận và ghi lại tệp khóa công khai',
  takes: [0, 0],
  run: async (context, args) => {
    const worlds = [];
    for (const world of context.worldsOf(args)) {
      const deps = await depsOf(context, world);
      const file = await publishKeys(deps, keyFolder(context), world);
      worlds.push({ world, file, keys: (await loadKeys(deps)).map(({ keyId, validFrom, revokedAt }) => ({ keyId, validFrom, revokedAt })) });
    }
    return done({ worlds }, ...worlds.flatMap(({ world, file, keys: all }) => [
      `${world}: ${file}`, ...all.map((key) => `  ${key.keyId} từ ${key.validFrom}${key.revokedAt === null ? '' : `, thu hồi ${key.revokedAt}`}`),
    ]));
  },
};

const newKey: Command = {
  name: 'receipt new-key',
  usage: '[--revoke MÃ-KHÓA] [--world TÊN]',
  summary: 'Tạo khóa ký giấy tiếp nhận mới, dùng từ bây giờ; --revoke thu hồi khóa bị lộ',
  details: ['Khóa cũ vẫn kiểm tra được giấy đã ký, trừ khi bị thu hồi. Máy chủ đang chạy nhận khóa mới trong một phút.'],
  options: { revoke: { type: 'string' } },
  takes: [0, 0],
  run: async (context, args) => {
    const world = context.oneWorldOf(args);
    const deps = await depsOf(context, world);
    const now: Moment = momentFromEpoch(Date.now() + (await findClockOffset(deps.pool, deps.world.provinceId)) * 1000);
    const revoke = textOption(args, 'revoke');
    const before = await loadKeys(deps);
    if (revoke !== undefined && !before.some((key) => key.keyId === revoke && key.revokedAt === null)) throw operatorError(`Không có khóa ${revoke} đang dùng.`);
    const keyId = await makeSealKey(deps, now);
    if (revoke !== undefined) await revokeSealKey(deps.pool, deps.world.provinceId, revoke, now);
    const file = await publishKeys(deps, keyFolder(context), world);
    return done({ keyId, revoked: revoke ?? null, file }, `Khóa mới: ${keyId}`, ...(revoke === undefined ? [] : [`Đã thu hồi: ${revoke}`]), file);
  },
};

export const receiptCommands: readonly Command[] = [verify, keys, newKey];

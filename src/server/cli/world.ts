// A real world: one province with its calendar and its first administrator, no made-up person or dossier in it.
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { momentFromEpoch, dateOf } from '#core/kernel/moment.ts';
import { isPlainDate } from '#core/kernel/parse-date.ts';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { SHIPPED_POSTAL_RULES } from '#core/transit/shipped-rules.ts';
import { migrate } from '../db/migrate.ts';
import { createPool } from '../db/pool.ts';
import { hashSecret } from '../session/secret-hash.ts';
import { findWorld } from '../startup/world.sql.ts';
import { onceUsedPassword } from './once-used-password.ts';
import { done, neededOption, refused, textOption, usageError, type Command } from './command.ts';
import { isUnit, isUnitKind, saveDesk, saveDeskSetting, saveUnit, saveWorld, UNIT_KINDS } from './world.sql.ts';
import { performByHand } from './by-hand.ts';

const SLUG = /^[a-z0-9][a-z0-9-]{0,40}$/;
const slugOf = (text: string | undefined, what: string): string => {
  if (text === undefined || !SLUG.test(text)) throw usageError(`${what} chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang.`);
  return text;
};

const shippedCalendar = (): WorkingCalendar =>
  JSON.parse(readFileSync(new URL('../../../calendars/hatinh.json', import.meta.url), 'utf8')) as WorkingCalendar;

const create: Command = {
  name: 'world create',
  usage: '--name TÊN --province "Ủy ban nhân dân tỉnh …" --gso SỐ --code MÃ [--title "…"] [--admin TÊN-ĐĂNG-NHẬP] [--admin-name "Họ và tên"]',
  summary: 'Tạo bộ dữ liệu thật: tỉnh, lịch làm việc và quản trị viên đầu tiên với mật khẩu dùng một lần',
  details: [
    'TÊN phải có trong MOTCUA_WORLDS, ví dụ MOTCUA_WORLDS=ha-tinh:8080. --gso: mã số tỉnh (42). --code: mã định danh của tỉnh (H27).',
    'Không có người, hồ sơ hay thủ tục mẫu. Tiếp theo: catalogue import, unit add, desk add, account add.',
  ],
  options: Object.fromEntries(['name', 'province', 'gso', 'code', 'title', 'admin', 'admin-name'].map((name) => [name, { type: 'string' as const }])),
  takes: [0, 0],
  run: async (context, args) => {
    const name = slugOf(neededOption(args, 'name'), '--name');
    const [world] = context.worldsOf({ ...args, options: { ...args.options, world: name } });
    const province = neededOption(args, 'province');
    const provinceId = Number(neededOption(args, 'gso'));
    if (!Number.isInteger(provinceId) || provinceId < 1 || provinceId > 99) throw usageError('--gso là mã số tỉnh, từ 1 đến 99.');
    const code = neededOption(args, 'code');
    if (!/^H[0-9]{2}$/.test(code)) throw usageError('--code có dạng H và hai chữ số, ví dụ H27.');
    const login = (textOption(args, 'admin') ?? 'quantri').toLowerCase();
    if (!/^[a-z0-9][a-z0-9._-]{1,62}$/.test(login)) throw usageError('--admin chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch.');

    const databases = await context.databases();
    await databases.ensure(name);
    await migrate(databases.urlOf(name, 'motcua_migrator'));
    // the app's own role may not make a world
    const pool = createPool(databases.urlOf(name, 'motcua_migrator'), 1);
    try {
      const there = await findWorld(pool);
      if (there) return refused({ world: there.name }, `Cơ sở dữ liệu này đã có bộ dữ liệu ${there.name}.`);
      const password = onceUsedPassword();
      const accountId = randomUUID();
      await saveWorld(pool, {
        provinceId, name, title: textOption(args, 'title') ?? province, province, code, calendar: shippedCalendar(), forms: SHIPPED_FORMS, postalRules: SHIPPED_POSTAL_RULES, today: dateOf(momentFromEpoch(Date.now())),
        admin: { accountId, login, fullName: textOption(args, 'admin-name') ?? 'Quản trị viên', passwordHash: await hashSecret(password) },
      });
      return done({ world, provinceId, unitId: 'tinh', login, password },
        `Đã tạo bộ dữ liệu ${name} của ${province}.`, `Quản trị viên: ${login} · mật khẩu dùng một lần: ${password}`,
        'Đăng nhập lần đầu phải đổi mật khẩu. Lịch làm việc là của Hà Tĩnh: kiểm tra rồi sửa bằng calendar import.');
    } finally {
      await pool.end();
    }
  },
};

const addUnit: Command = {
  name: 'unit add',
  usage: 'MÃ --kind LOẠI --name "Tên đầy đủ" --short "Tên ngắn" [--parent MÃ] [--code MÃ-ĐỊNH-DANH] [--gso MÃ] [--address "…"] [--phone SỐ] --world TÊN',
  summary: 'Thêm một cơ quan, đơn vị, bưu cục',
  details: [`LOẠI: ${UNIT_KINDS.join(', ')}.`],
  options: Object.fromEntries(['kind', 'name', 'short', 'parent', 'code', 'gso', 'address', 'phone'].map((name) => [name, { type: 'string' as const }])),
  takes: [1, 1],
  run: async (context, args) => {
    const unitId = slugOf(args.positionals[0], 'Mã đơn vị');
    const kind = neededOption(args, 'kind');
    if (!isUnitKind(kind)) throw usageError(`Không có loại "${kind}"; có: ${UNIT_KINDS.join(', ')}.`);
    const unit = {
      unitId, kind, name: neededOption(args, 'name'), shortName: neededOption(args, 'short'), parentUnitId: textOption(args, 'parent'),
      code: textOption(args, 'code'), gsoCode: textOption(args, 'gso'), address: textOption(args, 'address'), phone: textOption(args, 'phone'),
    };
    const open = await context.world(context.oneWorldOf(args));
    if (unit.parentUnitId !== undefined && !(await isUnit(open.pool, open.row.provinceId, unit.parentUnitId))) {
      return refused({ unitId }, `Không có đơn vị ${unit.parentUnitId}.`);
    }
    const made = await performByHand(open, { act: 'add-unit', data: unit, work: async (db, provinceId) => ((await saveUnit(db, provinceId, unit)) ? {} : undefined) });
    return made ? done({ unitId }, `Đã thêm ${unit.name}.`) : refused({ unitId }, `Mã đơn vị ${unitId} đã dùng.`);
  },
};

const addDesk: Command = {
  name: 'desk add',
  usage: 'MÃ --name "Tên đầy đủ" --short "Tên ngắn" --post-office ĐƠN-VỊ --commune ĐƠN-VỊ --receiving ĐƠN-VỊ --address "…" --phone SỐ --site NƠI --world TÊN',
  summary: 'Thêm một quầy: của bưu cục nào, phục vụ xã nào, mã hồ sơ của cơ quan nào, theo giờ của nơi nào',
  options: Object.fromEntries(['name', 'short', 'post-office', 'commune', 'receiving', 'address', 'phone', 'site'].map((name) => [name, { type: 'string' as const }])),
  takes: [1, 1],
  run: async (context, args) => {
    const desk = {
      deskId: slugOf(args.positionals[0], 'Mã quầy'), name: neededOption(args, 'name'), shortName: neededOption(args, 'short'),
      postOfficeUnitId: neededOption(args, 'post-office'), communeUnitId: neededOption(args, 'commune'), receivingUnitId: neededOption(args, 'receiving'),
      address: neededOption(args, 'address'), phone: neededOption(args, 'phone'), siteId: neededOption(args, 'site'),
    };
    const open = await context.world(context.oneWorldOf(args));
    for (const unitId of [desk.postOfficeUnitId, desk.communeUnitId, desk.receivingUnitId]) {
      if (!(await isUnit(open.pool, open.row.provinceId, unitId))) return refused({ deskId: desk.deskId }, `Không có đơn vị ${unitId}.`);
    }
    const made = await performByHand(open, { act: 'add-desk', data: desk, work: async (db, provinceId) => ((await saveDesk(db, provinceId, desk)) ? {} : undefined) });
    return made ? done({ deskId: desk.deskId }, `Đã thêm ${desk.name}.`) : refused({ deskId: desk.deskId }, `Mã quầy ${desk.deskId} đã dùng.`);
  },
};

const RETURNS = ['officer-confirms', 'clerk-alone'];
const CONFIRMATIONS = ['pin-each', 'key-while-present'];
const SWITCH = ['on', 'off'];

const setDesk: Command = {
  name: 'desk set',
  usage: `MÃ [--return ${RETURNS.join('|')}] [--confirmation ${CONFIRMATIONS.join('|')}] [--online-supplement ${SWITCH.join('|')} [--from NĂM-THÁNG-NGÀY]] --world TÊN`,
  summary: 'Cách làm của một quầy: ai xác nhận trả kết quả, công chức xác nhận bằng gì, có nhận giấy tờ bổ sung qua mạng không',
  details: ['--online-supplement: từ ngày --from (mặc định hôm nay) người dân gửi giấy tờ bổ sung ở trang tra cứu, hoặc thôi không gửi nữa.'],
  options: { return: { type: 'string' }, confirmation: { type: 'string' }, 'online-supplement': { type: 'string' }, from: { type: 'string' } },
  takes: [1, 1],
  run: async (context, args) => {
    const deskId = args.positionals[0] ?? '';
    const [online, from] = [textOption(args, 'online-supplement'), textOption(args, 'from')];
    if (online !== undefined && !SWITCH.includes(online)) throw usageError(`--online-supplement: ${SWITCH.join(' hoặc ')}.`);
    if (from !== undefined && (online === undefined || !isPlainDate(from))) throw usageError('--from là ngày bắt đầu của --online-supplement, ví dụ 2026-12-01.');
    const setting = {
      supportReturn: textOption(args, 'return'), officerConfirmation: textOption(args, 'confirmation'),
      onlineAnswers: online === undefined ? undefined : { value: online === 'on', validFrom: from },
    };
    if (Object.values(setting).every((one) => one === undefined)) throw usageError('Chưa nêu cách làm nào.');
    if (setting.supportReturn !== undefined && !RETURNS.includes(setting.supportReturn)) throw usageError(`--return: ${RETURNS.join(' hoặc ')}.`);
    if (setting.officerConfirmation !== undefined && !CONFIRMATIONS.includes(setting.officerConfirmation)) throw usageError(`--confirmation: ${CONFIRMATIONS.join(' hoặc ')}.`);
    const made = await performByHand(await context.world(context.oneWorldOf(args)), {
      act: 'set-desk', data: { deskId, ...setting },
      work: async (db, provinceId) => ((await saveDeskSetting(db, provinceId, deskId, setting)) ? {} : undefined),
    });
    return made ? done({ deskId, ...setting }, `Đã ghi cách làm của quầy ${deskId}.`) : refused({ deskId }, `Không có quầy ${deskId}.`);
  },
};

export const worldCommands: readonly Command[] = [create, addUnit, addDesk, setDesk];

import { recordGap, GAP_REASONS, type GapReason } from '#core/numbering/series-check.ts';
import { gapWords } from '#wire/refusals/books.ts';
import { findAllSeries } from '../books/verify-series.sql.ts';
import { insertGap } from '../books/book.sql.ts';
import { verifySeries } from '../books/verify-series.ts';
import { handContext, performByHand } from './by-hand.ts';
import { type Command, done, neededOption, refused, usageError } from './command.ts';

const verify: Command = {
  name: 'books verify',
  usage: '[--world TÊN]',
  summary: 'Đi hết các dãy số: chỉ ra số thiếu, số trùng, số chưa từng cấp',
  details: ['Số đã ghi nhận bỏ trống (lô số trả lại, máy mất, hỏng) không bị coi là thiếu. Mã thoát 1 khi thấy sai.'],
  takes: [0, 0],
  run: async (context, args) => {
    const worlds = [];
    for (const world of context.worldsOf(args)) {
      const { pool, row } = await context.world(world);
      worlds.push({ world, ...(await verifySeries(pool, row.provinceId)) });
    }
    const sound = worlds.every(({ findings }) => findings.length === 0);
    const lines = worlds.flatMap(({ world, series, numbers, unused, findings }) => [
      `${world}: ${series} dãy số, ${numbers} số, ${unused} số bỏ trống đã ghi nhận: ${findings.length === 0 ? 'liền mạch' : `${findings.length} chỗ sai`}`,
      ...findings.map(({ text }) => `  ${text}`),
    ]);
    return (sound ? done : refused)({ sound, worlds }, ...lines);
  },
};

const numberOf = (text: string): number => {
  if (!/^\d{1,8}$/u.test(text)) throw usageError(`"${text}" không phải là số.`);
  return Number(text);
};

const reasonOf = (text: string): GapReason => {
  const reason = GAP_REASONS.find((one) => one === text);
  if (!reason) throw usageError(`--reason là một trong: ${GAP_REASONS.join(', ')}.`);
  return reason;
};

const recordUnused: Command = {
  name: 'books record-gap',
  usage: 'DÃY KỲ TỪ ĐẾN --reason LÝ-DO --note "GHI CHÚ" --world TÊN',
  summary: 'Ghi nhận những số đã cấp mà không dùng, để sổ không bị coi là thiếu số',
  details: [
    'DÃY và KỲ như books verify --json đưa ra, ví dụ: register:ky-bac 2026 12 15.',
    `LÝ-DO: ${GAP_REASONS.join(', ')} (lô số trả lại, mất cùng máy, hỏng). Ghi rồi không bỏ được; có trong nhật ký.`,
  ],
  options: { reason: { type: 'string' }, note: { type: 'string' } },
  takes: [4, 4],
  run: async (context, args) => {
    const [series = '', period = '', from = '', to = ''] = args.positionals;
    const gap = { from: numberOf(from), to: numberOf(to), reason: reasonOf(neededOption(args, 'reason')) };
    const note = neededOption(args, 'note');
    const open = await context.world(context.oneWorldOf(args));
    const found = (await findAllSeries(open.pool, open.row.provinceId)).find((one) => one.series === series && one.period === period);
    if (!found) return refused({ series, period }, `Không có dãy số ${series}, kỳ ${period}.`);
    const decided = recordGap(gap, { lastGiven: found.lastNumber, used: found.numbers, gaps: found.gaps, held: found.held });
    if (!decided.ok) return refused(decided.refusal, gapWords(decided.refusal));
    const { now, accountName } = await handContext(open, 'record-gap', gap);
    await performByHand(open, {
      act: 'record-gap', data: { series, period, ...gap, note },
      work: async (db, provinceId) => {
        await insertGap(db, provinceId, { series, period }, gap, note, now, accountName);
        return { recorded: true };
      },
    });
    return done({ series, period, ...gap }, `Đã ghi nhận bỏ trống ${gap.to - gap.from + 1} số của dãy ${series}, kỳ ${period}.`);
  },
};

export const bookCommands: readonly Command[] = [verify, recordUnused];

// The portal's catalogue goes in: a line per row with what was not understood, then the totals.
import { momentFromEpoch, type Moment } from '#core/kernel/moment.ts';
import { QUESTION_TEXTS } from '#core/procedure/catalogue-question.ts';
import { loadLatestVersions, saveNewVersions } from '../admin/catalogue-import/import.sql.ts';
import { type ImportPlan, planImport } from '../admin/catalogue-import/import-catalogue.ts';
import { type ReadLine, readRows } from '../admin/catalogue-import/read-file.ts';
import { operatorError } from '../faults/operator-error.ts';
import { findClockOffset } from '../http/clock.sql.ts';
import type { OpenWorld } from '../startup/open-world.ts';
import { performByHand } from './by-hand.ts';
import type { CliContext } from './context.ts';
import { done, refused, textOption, type Arguments, type Command } from './command.ts';

const readFile = async (path: string): Promise<readonly ReadLine[]> => {
  try {
    return await readRows(path);
  } catch (cause) {
    throw operatorError(`Không đọc được tệp ${path}: ${(cause as Error).message}`);
  }
};

const businessNow = async ({ pool, row }: OpenWorld): Promise<Moment> =>
  momentFromEpoch(Date.now() + (await findClockOffset(pool, row.provinceId)) * 1000);

/** The portal publishes today's law: without --world the newest world takes it. */
const chooseWorld = async (context: CliContext, args: Arguments): Promise<{ open: OpenWorld; now: Moment }> => {
  const worlds = await Promise.all(context.worldsOf(args).map(async (name) => {
    const open = await context.world(name);
    return { open, now: await businessNow(open) };
  }));
  const [newest] = worlds.sort((a, b) => (a.now < b.now ? 1 : -1));
  if (!newest) throw operatorError('Chưa có bộ dữ liệu nào.');
  return newest;
};

const STATES = { new: 'mới', changed: 'thay đổi', unchanged: 'không đổi' } as const;

const reportRows = (context: CliContext, plan: ImportPlan): void => {
  for (const row of plan.refusedRows) context.report(`dòng ${row.line}${row.code === undefined ? '' : ` (${row.code})`}: không nhận – ${row.reason}`);
  for (const row of plan.rows) {
    const open = [...new Set(row.questions.map((question) => QUESTION_TEXTS[question.kind]))];
    context.report(`${row.code} ${row.name}: ${STATES[row.state]}${open.length === 0 ? '' : `; còn hỏi: ${open.join('; ')}`}`);
  }
};

const outcomeOf = (plan: ImportPlan, where: string) => {
  const { read, imported, questions, refused: no } = plan.totals;
  const line = `${where}: đọc ${read} dòng, nhập ${imported}, còn ${questions} chỗ cần bổ sung, không nhận ${no}.`;
  return no > 0 && imported === 0 && plan.rows.length === 0 ? refused(plan.totals, line) : done(plan.totals, line);
};

const importFile: Command = {
  name: 'catalogue import',
  usage: 'TỆP [--dry-run] [--world TÊN]',
  summary: 'Nhập danh mục thủ tục từ Cổng Dịch vụ công quốc gia',
  details: [
    'TỆP: NDJSON (có thể nén gzip), danh sách JSON hoặc một bản JSON chi tiết của Cổng.',
    'Dòng không đổi thì giữ nguyên; dòng thay đổi thành phiên bản mới từ hôm nay. Chỗ chưa rõ được liệt kê cho quản trị viên.',
    '--dry-run chỉ đọc và báo cáo, không cần cơ sở dữ liệu. Không có --world: bộ dữ liệu có ngày mới nhất.',
  ],
  options: { 'dry-run': { type: 'boolean' } },
  takes: [1, 1],
  run: async (context, args) => {
    const lines = await readFile(args.positionals[0] ?? '');
    if (args.options['dry-run'] === true && textOption(args, 'world') === undefined) {
      const plan = planImport(lines, new Map(), momentFromEpoch(Date.now()));
      reportRows(context, plan);
      return outcomeOf(plan, 'Đọc thử');
    }
    const { open, now } = await chooseWorld(context, args);
    const plan = planImport(lines, await loadLatestVersions(open.pool, open.row.provinceId), now);
    reportRows(context, plan);
    if (args.options['dry-run'] === true) return outcomeOf(plan, `Đọc thử cho ${open.row.name}`);
    if (plan.versions.length > 0) {
      await performByHand(open, {
        act: 'import-catalogue', data: plan.totals,
        work: async (db, provinceId) => {
          await saveNewVersions(db, provinceId, plan.versions, now);
          return plan.totals;
        },
      });
    }
    return outcomeOf(plan, open.row.name);
  },
};

export const catalogueCommands: readonly Command[] = [importFile];

// Which form of which circular is printed from which day: the province's own table, looked at and set.
import { formatDate } from '#core/kernel/format.ts';
import { parseDate } from '#core/kernel/parse-date.ts';
import { type FormVersionRow, FORM_NAMES, FORM_VERSION_NAMES, ONE_STOP_FORMS, ONE_STOP_VERSIONS, rowsOf } from '#core/paper-form/form-versions.ts';
import { setFormCommand } from '#wire/forms.wire.ts';
import { formRefusalText } from '#wire/refusals/forms.ts';
import { perform } from '../acts/perform.ts';
import { setFormVersionAct } from '../admin/forms/set-form-version.act.ts';
import { findFormTable } from '../papers/form-table.sql.ts';
import { handContext } from './by-hand.ts';
import { type Arguments, type Command, done, neededOption, refused, textOption, usageError } from './command.ts';

const MARK_WORDS: Readonly<Record<FormVersionRow['mark'], string>> = { verified: 'đã xác minh', assumed: 'chưa xác minh' };

const list: Command = {
  name: 'forms list',
  usage: '[--world TÊN]',
  summary: 'Biểu mẫu của tỉnh: mẫu nào áp dụng từ ngày nào, theo văn bản nào',
  takes: [0, 0],
  run: async (context, args) => {
    const worlds = [];
    for (const world of context.worldsOf(args)) {
      const { pool, row } = await context.world(world);
      worlds.push({ world, ...(await findFormTable(pool, row.provinceId)) });
    }
    const lines = worlds.flatMap(({ world, version, rows }) => [
      `${world}: bảng biểu mẫu phiên bản ${version}`,
      ...ONE_STOP_FORMS.flatMap((form) => [
        `  ${form}  ${FORM_NAMES[form]}`,
        ...rowsOf(rows, form).map((one) => `    ${one.version}  từ ${formatDate(one.validFrom)}  ${one.instrument}  ${MARK_WORDS[one.mark]}${one.note === undefined ? '' : `  (${one.note})`}`),
      ]),
    ]);
    return done({ worlds }, ...lines);
  },
};

/** What is not named stays as it is. */
const rowFrom = (args: Arguments, before: Partial<FormVersionRow>): object => {
  const [form, version] = args.positionals;
  const typed = textOption(args, 'from');
  const validFrom = typed === undefined ? before.validFrom : parseDate(typed);
  if (validFrom === undefined) throw usageError('--from cần một ngày có thật, ví dụ 01/11/2025.');
  const mark = textOption(args, 'mark') ?? before.mark;
  if (mark !== 'verified' && mark !== 'assumed') throw usageError('--mark: verified hoặc assumed.');
  return {
    form, version, validFrom, mark, instrument: textOption(args, 'instrument') ?? before.instrument, note: textOption(args, 'note') ?? before.note,
    decision: neededOption(args, 'decision'), reason: neededOption(args, 'reason'),
  };
};

const set: Command = {
  name: 'forms set',
  usage: 'BIỂU-MẪU MẪU [--from NGÀY] [--instrument "VĂN BẢN"] [--mark verified|assumed] [--note "GHI CHÚ"] --decision "SỐ VĂN BẢN" --reason "LÝ DO" --world TÊN',
  summary: 'Đặt ngày áp dụng, căn cứ của một mẫu: lập phiên bản mới của bảng biểu mẫu',
  details: [
    `BIỂU-MẪU: ${ONE_STOP_FORMS.join(', ')}. MẪU: ${ONE_STOP_VERSIONS.join(', ')}. Không nêu gì thì giữ như đang có; --note "" bỏ ghi chú.`,
    'Giấy tờ đã cấp giữ mẫu của ngày cấp: ngày đã cấp giấy theo biểu mẫu này không đổi mẫu được nữa.',
  ],
  options: Object.fromEntries(['from', 'instrument', 'mark', 'note', 'decision', 'reason'].map((name) => [name, { type: 'string' as const }])),
  takes: [2, 2],
  run: async (context, args) => {
    const [form = '', version = ''] = args.positionals;
    const open = await context.world(context.oneWorldOf(args));
    const world = open.row.name;
    const table = await findFormTable(open.pool, open.row.provinceId);
    const before = table.rows.find((row) => row.form === form && row.version === version) ?? {};
    const read = setFormCommand.safeParse({ baseVersion: table.version, ...rowFrom(args, before) });
    if (!read.success) throw usageError(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '));
    const performed = await perform(open.pool, setFormVersionAct, await handContext(open, setFormVersionAct.name, read.data), read.data);
    if (performed.kind === 'refused') {
      const { title, detail } = formRefusalText(performed.refusal);
      return refused({ world, refusal: performed.refusal, message: detail }, `${title}. ${detail}`);
    }
    if (performed.kind !== 'done') throw new Error(`forms set: ${performed.kind}`);
    const { validFrom, mark, version: named } = read.data;
    return done({ world, version: performed.answer.version, form, of: named, validFrom, mark },
      `${world}: ${FORM_VERSION_NAMES[named]} của “${FORM_NAMES[read.data.form]}” áp dụng từ ${formatDate(validFrom)} (${MARK_WORDS[mark]}); bảng biểu mẫu nay là phiên bản ${performed.answer.version}.`);
  },
};

export const formCommands: readonly Command[] = [list, set];

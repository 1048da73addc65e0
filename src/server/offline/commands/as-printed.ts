// What the citizen has in hand against what was saved: every difference is a case for a person, and nothing printed is
// given up. Written in the transaction of the act.
import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CorrectionReason } from '#core/offline/case-reason.ts';
import { isCodeBeside, isProvisionalCode } from '#core/numbering/dossier-code.ts';
import { formatMoment, formatMoney } from '#core/kernel/format.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import { correctionText } from '#wire/refusals/offline.ts';
import { insertGap } from '../../books/book.sql.ts';
import { type CaseOf, type NewCase, insertCase } from '../kept/cases.sql.ts';
import { type LeasedRow, findFormVersion, insertAlias, insertLeasedNumbers } from './command.sql.ts';
import type { Differences } from './counter-facts.ts';

/** What answers of the desk's acts may carry. */
type Saved = {
  readonly dossierId?: string; readonly code?: string; readonly totalFee?: number; readonly forwardBy?: Moment;
  readonly due?: { readonly due: Moment; readonly explanation: readonly { readonly rule: string; readonly from?: Moment; readonly to?: Moment }[] };
};

/** The server's own due moment, where the printed one was kept. */
const reckoned = ({ due }: Saved, printed: Moment): Moment | undefined => {
  const last = due?.explanation.at(-1);
  return last?.rule === 'moved' && last.to === printed ? last.from : due?.due;
};

const differs = (answer: Saved, { printed, madeAt }: OfflineCommand, arrivedAt: Moment, differences: Differences): void => {
  if (printed?.code !== undefined && answer.code !== undefined && answer.code !== printed.code) {
    differences.set('code-differs', `Mã in trên giấy: ${printed.code}; mã trong hệ thống: ${answer.code}.`);
  }
  const due = printed?.due && reckoned(answer, printed.due);
  if (printed?.due && due !== undefined && due !== printed.due) {
    differences.set('due-differs', `Giấy hẹn: ${formatMoment(printed.due)}; hệ thống tính: ${formatMoment(due)}.`);
  }
  if (printed?.totalFee !== undefined && answer.totalFee !== undefined && answer.totalFee !== printed.totalFee) {
    differences.set('fee-differs', `Trên giấy: ${formatMoney(printed.totalFee)}; hệ thống tính: ${formatMoney(answer.totalFee)}.`);
  }
  if (answer.forwardBy !== undefined && dateOf(arrivedAt).slice(0, 4) !== madeAt.slice(0, 4)) {
    differences.set('register-of-next-year', `Nhận năm ${madeAt.slice(0, 4)}, vào sổ năm ${dateOf(arrivedAt).slice(0, 4)}.`);
  }
  // a calendar touches only what has a due moment
  if (answer.due === undefined) differences.delete('calendar-changed');
};

const formDiffers = async (db: PoolClient, provinceId: number, { printed }: OfflineCommand, differences: Differences): Promise<void> => {
  if (printed?.paperId === undefined || printed.formVersion === undefined) return;
  const saved = await findFormVersion(db, provinceId, printed.paperId);
  if (saved !== undefined && saved !== printed.formVersion) differences.set('form-changed', `Mẫu đã in: ${printed.formVersion}; mẫu trong hệ thống: ${saved}.`);
};

export type Printed = {
  readonly provinceId: number;
  readonly command: OfflineCommand;
  readonly of: CaseOf;
  readonly deviceName: string;
  readonly accountName: string;
  readonly numbers: readonly LeasedRow[];
  readonly taken: ReadonlySet<LeasedRow>;
  readonly differences: Differences;
  /** All differences are told as this one. */
  readonly as?: CorrectionReason;
};

const asLeased = (rows: readonly LeasedRow[]): OfflineCommand['leased'] => rows.map(({ leaseId, series, period, number }) => ({ leaseId, series, period, number }));
const makesCodeLike = (saved: string, { series }: LeasedRow): boolean => series.startsWith(isProvisionalCode(saved) ? 'provisional:' : 'dossier:');

/** The number that makes the code on the paper, where that is not the code of the dossier. */
const printedBy = (code: string | undefined, saved: string | undefined, numbers: readonly LeasedRow[]): LeasedRow | undefined =>
  (code === undefined || saved === undefined || code === saved ? undefined : numbers.find((row) => makesCodeLike(saved, row) && isCodeBeside(code, saved, row)));

/** Returns what was opened. */
export const keepAsPrinted = async (db: PoolClient, answer: unknown, printed: Printed): Promise<readonly NewCase[]> => {
  const { provinceId, command, of, numbers, taken, differences } = printed;
  const saved = answer as Saved;
  differs(saved, command, of.openedAt, differences);
  await formDiffers(db, provinceId, command, differences);
  await insertLeasedNumbers(db, provinceId, command.commandId, asLeased(numbers));
  const code = command.printed?.code;
  // only the machine's own number may lead to this dossier: any other code is, or will be, somebody else's
  const own = printedBy(code, saved.code, numbers);
  const isAlias = own !== undefined && code !== undefined && saved.dossierId !== undefined
    && await insertAlias(db, provinceId, code, saved.dossierId, command.commandId, of.openedAt);
  for (const row of numbers) {
    // the number of an alias stands in the alias
    if (taken.has(row) || (isAlias && row === own)) continue;
    const note = `Máy “${printed.deviceName}”: số trên giấy in khi mất mạng${saved.code === undefined ? '' : ` của hồ sơ ${saved.code}`}`;
    await insertGap(db, provinceId, row, { from: row.number, to: row.number, reason: 'spoilt' }, note, of.openedAt, printed.accountName);
    differences.set('number-unused', `Số ${row.number}, dãy ${row.series}.`);
  }
  const told: readonly (readonly [CorrectionReason, string])[] = printed.as ? [[printed.as, [...differences.values()].join(' ')]] : [...differences];
  const cases = told.map(([reason, said]): NewCase => ({
    caseId: randomUUIDv7(), kind: 'correction', reason, detail: `${said} ${correctionText[reason]}`.trim(), code: saved.code,
  }));
  for (const one of cases) await insertCase(db, provinceId, one, of);
  return cases;
};

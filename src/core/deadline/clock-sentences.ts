// What the clock says of each thing that happened to it: one polite sentence, with the law of the day of intake.
// @law NĐ 61/2018/NĐ-CP Đ.19.4, Đ.19.8, Đ.19.9; NĐ 118/2025/NĐ-CP; TT 01/2018/TT-VPCP Mẫu số 05
import { formatDate, formatDay } from '../kernel/format.ts';
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import type { Closed, Move, Wait } from './clock-fold.ts';
import type { ClockStart } from './clock-reading.ts';
import { ruleOrFirst, supplementGround } from './clock-rules.ts';
import type { ExplanationLine } from './due.ts';
import { INTAKE_WORDS, type StartWords } from './explain-due.ts';
import { fromLocalSeconds } from './local-seconds.ts';
import { type Lateness, lateness } from './lateness.ts';
import { said } from './sentences.ts';

type Kind<K extends Move['kind']> = Extract<Move, { kind: K }>;

const AMOUNT_WORDS: Readonly<Record<NonNullable<ExplanationLine['unit']>, string>> = {
  'working-days': 'ngày làm việc', 'calendar-days': 'ngày', 'working-minutes': 'phút làm việc', 'clock-minutes': 'phút',
};
/** A wait too short to cost anything in the unit of the limit. */
const NOTHING_LOST: Readonly<Record<NonNullable<ExplanationLine['unit']>, string>> = {
  'working-days': 'tính theo giờ làm việc, thời gian tạm dừng không kéo sang ngày làm việc khác nên thời hạn giữ nguyên',
  'calendar-days': 'tính theo giờ làm việc, thời gian tạm dừng không kéo sang ngày khác nên thời hạn giữ nguyên',
  'working-minutes': 'thời gian tạm dừng chưa trọn một phút trong giờ làm việc',
  'clock-minutes': 'thời gian tạm dừng chưa trọn một phút',
};
export const LATENESS_WORDS: Readonly<Record<Lateness, string>> = { early: 'trước hạn', 'on-time': 'đúng hạn', late: 'quá hạn' };

/** Why the clock stands still, in plain words. */
export const waitGround = (wait: Wait): string => {
  switch (wait.kind) {
    case 'supplement': return 'chờ bổ sung giấy tờ';
    case 'financial-duty': return 'chờ thực hiện nghĩa vụ tài chính';
    case 'outage': return `hệ thống bị gián đoạn (${wait.ground ?? ''})`;
  }
};

export const waitLaw = (wait: Wait, intake: PlainDate): string | undefined => {
  switch (wait.kind) {
    case 'supplement': return supplementGround(wait.policy, intake);
    case 'financial-duty': return ruleOrFirst('financialDutyPauses', intake).law;
    case 'outage': return wait.law;
  }
};

const law = (text: string | undefined): { readonly law?: string } => (text === undefined ? {} : { law: text });
const lawsOf = (waits: readonly Wait[], intake: PlainDate): { readonly law?: string } => {
  const laws = [...new Set(waits.map((wait) => waitLaw(wait, intake)).filter((text) => text !== undefined))];
  return law(laws.length > 0 ? laws.join('; ') : undefined);
};
export const groundsOf = (waits: readonly Wait[]): string => [...new Set(waits.map(waitGround))].join('; ');

export const startLines = (start: ClockStart | undefined, intake: PlainDate): readonly ExplanationLine[] => {
  if (start === undefined || start.rule === 'desk') return [];
  return start.rule === 'hand-over'
    ? [{ rule: 'started-at-hand-over', from: start.at, text: `Hồ sơ gửi qua dịch vụ bưu chính công ích: thời hạn tính từ khi ký biên bản giao nhận hồ sơ với cơ quan giải quyết, ${said(start.at)}.`, law: ruleOrFirst('postStartsAtHandOver', intake).law }]
    : [{ rule: 'started-at-agency', from: start.at, text: `Hồ sơ tiếp nhận không phụ thuộc vào địa giới hành chính: thời hạn tính từ khi cơ quan có thẩm quyền nhận được hồ sơ, ${said(start.at)}.`, law: ruleOrFirst('awayStartsAtAgency', intake).law }];
};

const OUTSIDE = 'ngoài giờ làm việc nên tính từ khi mở phiên làm việc kế tiếp';
const AT_START: Readonly<Record<ClockStart['rule'], StartWords>> = {
  desk: INTAKE_WORDS,
  'hand-over': { day: 'Ngày ký biên bản giao nhận', moment: `Thời điểm ký biên bản giao nhận ${OUTSIDE}` },
  'competent-agency': { day: 'Ngày cơ quan có thẩm quyền nhận hồ sơ', moment: `Thời điểm cơ quan có thẩm quyền nhận hồ sơ ${OUTSIDE}` },
};
export const startWords = (start: ClockStart | undefined): StartWords => AT_START[start?.rule ?? 'desk'];
export const RESTART_WORDS: StartWords = { day: 'Ngày nhận đủ hồ sơ', moment: `Thời điểm nhận đủ hồ sơ ${OUTSIDE}` };
export const LINKED_WORDS: StartWords = { day: 'Ngày bắt đầu', moment: `Thời điểm bắt đầu ${OUTSIDE}` };

export const askedLines = (move: Kind<'asked'>, intake: PlainDate): readonly ExplanationLine[] => {
  const rule = ruleOrFirst('noticeDays', intake);
  return [
    ...(move.requestNo > 1 ? [{ rule: 'second-request', from: move.at, amount: move.requestNo, text: `Yêu cầu bổ sung lần thứ ${move.requestNo} lúc ${said(move.at)}: giấy tờ phải được yêu cầu một lần, đầy đủ; hồ sơ được tính là quá hạn khi đánh giá.`, law: rule.law } as const] : []),
    ...(move.noticeBy === undefined ? [] : [{ rule: 'notice-late', from: move.at, to: move.noticeBy, text: `Yêu cầu bổ sung lúc ${said(move.at)} là sau ${String(rule.value).padStart(2, '0')} ngày làm việc kể từ ngày tiếp nhận (hết ngày ${formatDate(move.noticeBy)}).`, law: rule.law } as const]),
  ];
};

export const suppliedInPartLine = (move: Kind<'supplied-in-part'>): ExplanationLine =>
  ({ rule: 'supplied-in-part', from: move.at, text: `Giấy tờ bổ sung nhận lúc ${said(move.at)} chưa đầy đủ nên vẫn tạm dừng tính thời gian.` });

export const suppliedLateLine = (move: Kind<'supplied-late'>): ExplanationLine =>
  ({ rule: 'supplied-late', from: move.at, to: move.citizenUntil, text: `Giấy tờ bổ sung nhận lúc ${said(move.at)}, sau thời hạn bổ sung (${formatDay(move.citizenUntil)}), khi hồ sơ chưa bị dừng giải quyết.` });

export const restartedLine = (move: Kind<'restarted'>, intake: PlainDate): ExplanationLine => ({
  rule: 'restarted', from: move.askedAt, to: move.at, law: ruleOrFirst('supplement', intake).law,
  text: `Hồ sơ được yêu cầu bổ sung lúc ${said(move.askedAt)} và nhận đủ lúc ${said(move.at)}; thời hạn giải quyết được tính lại từ đầu.`,
});

export const waitedLine = (move: Kind<'waited'>, intake: PlainDate): ExplanationLine => {
  const { amount, unit } = move.waited;
  return {
    rule: 'paused', from: move.from, to: fromLocalSeconds(move.to), amount, unit, ...lawsOf(move.waits, intake),
    text: `Tạm dừng tính thời gian từ ${said(move.from)} đến ${said(fromLocalSeconds(move.to))}, ${groundsOf(move.waits)}: ${amount === 0 ? NOTHING_LOST[unit] : `${amount} ${AMOUNT_WORDS[unit]} không tính vào thời hạn`}.`,
  };
};

/** The clock stands still now. */
export const waitingLine = (wait: Wait, intake: PlainDate): ExplanationLine => {
  const until = wait.citizenUntil === undefined ? ''
    : ` Người nộp hồ sơ bổ sung chậm nhất ${formatDay(wait.citizenUntil)}; quá thời hạn này mà chưa bổ sung đủ thì dừng giải quyết hồ sơ.`;
  const then = wait.kind === 'supplement' && wait.policy === 'RESTART' ? ' Khi nhận đủ, thời hạn giải quyết được tính lại từ đầu.' : '';
  return {
    rule: 'paused', from: wait.at, ...(wait.citizenUntil === undefined ? {} : { to: wait.citizenUntil }), ...law(waitLaw(wait, intake)),
    text: `Tạm dừng tính thời gian từ ${said(wait.at)}, ${waitGround(wait)}.${then}${until}`,
  };
};

export const extendedLine = (move: Kind<'extended'>): ExplanationLine => ({
  rule: 'extended', from: fromLocalSeconds(move.before), to: fromLocalSeconds(move.after), ...law(move.law),
  text: `Gia hạn thời gian giải quyết lúc ${said(move.at)} (${move.ground}): từ ${said(fromLocalSeconds(move.before))} đến ${said(fromLocalSeconds(move.after))}.`,
});

export const reappointedLine = (move: Kind<'reappointed'>, intake: PlainDate): ExplanationLine => ({
  rule: 'reappointed', from: fromLocalSeconds(move.before), to: fromLocalSeconds(move.after), law: ruleOrFirst('apologyDays', intake).law,
  text: `Lúc ${said(move.at)}, cơ quan giải quyết xin lỗi (${move.reason}) và hẹn lại ngày trả kết quả: ${said(fromLocalSeconds(move.after))}. Việc hẹn lại không làm thay đổi thời hạn giải quyết theo quy định (${said(fromLocalSeconds(move.before))}).`,
});

/** By date against the limit's own day, which is named where an apology promised another. */
const finishedText = (closed: Closed, limit: Moment, promised: Moment): string => {
  const how = LATENESS_WORDS[lateness(dateOf(closed.at), limit)];
  return `Giải quyết xong lúc ${said(closed.at)}: ${how}${limit === promised ? '' : ` (thời hạn giải quyết theo quy định: ${said(limit)})`}.`;
};

export const closedLine = (closed: Closed, limit: Moment, promised: Moment, intake: PlainDate): ExplanationLine => {
  const at = said(closed.at);
  const from = closed.at;
  switch (closed.by) {
    case 'finished':
      return { rule: 'finished', from, text: finishedText(closed, limit, promised), law: ruleOrFirst('lateness', intake).law };
    case 'withdrawn':
      return { rule: 'withdrawn', from, text: `Người nộp rút hồ sơ lúc ${at}; hồ sơ được tính là đúng hạn.` };
    case 'refused': {
      const late = lateness(dateOf(closed.at), limit) === 'late' ? ' Thông báo này đưa ra sau thời hạn giải quyết.' : '';
      return { rule: 'refused', from, text: `Cơ quan từ chối giải quyết và trả lại hồ sơ lúc ${at}; hồ sơ được tính là đúng hạn.${late}`, law: ruleOrFirst('refusal', intake).law };
    }
    case 'stopped':
      return { rule: 'stopped', from, text: `Dừng giải quyết hồ sơ lúc ${at}: ${closed.ground ?? ''}.`, ...law(closed.law) };
  }
};

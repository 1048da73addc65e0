// One obvious next act for this person on this dossier, and what else may be done; by state, step and seat.
import type { DossierState } from '#core/dossier/state.ts';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';

export type OfficeDoing =
  | 'accept' | 'reject' | 'assign' | 'pass' | 'send-back' | 'ask-supplement' | 'ask-duty' | 'settle-duty'
  | 'refuse' | 'issue' | 'send' | 'stop' | 'sign'
  | 'look-at-answer' | 'turn-back'
  | 'apologise' | 'sign-apology' | 'return-apology' | 'extend' | 'record-supplement' | 'withdraw' | 'send-papers' | 'accept-back';

export type NextActs = { readonly main?: { readonly doing: OfficeDoing; readonly label: string; readonly red?: boolean }; readonly others: readonly { readonly doing: OfficeDoing; readonly label: string; readonly red?: boolean }[] };

export const DOING_LABELS: Readonly<Record<OfficeDoing, string>> = {
  accept: 'Xác nhận đã nhận', reject: 'Không nhận – trả lại nơi chuyển', assign: 'Phân công', pass: 'Chuyển bước',
  'send-back': 'Trả lại kèm lý do', 'ask-supplement': 'Yêu cầu bổ sung', 'ask-duty': 'Nghĩa vụ tài chính',
  'settle-duty': 'Xác nhận đã nộp', refuse: 'Từ chối giải quyết', issue: 'Vào sổ – Cấp số – Phát hành',
  send: 'Chuyển trả kết quả', stop: 'Dừng giải quyết', apologise: 'Xin lỗi, hẹn lại', 'sign-apology': 'Ký phiếu xin lỗi',
  'return-apology': 'Trả lại phiếu xin lỗi', extend: 'Gia hạn', 'record-supplement': 'Ghi nhận bổ sung',
  'look-at-answer': 'Nhận bổ sung trực tuyến', 'turn-back': 'Trả lại phần đã gửi', withdraw: 'Rút hồ sơ',
  'send-papers': 'Chuyển trả giấy tờ', 'accept-back': 'Nhận lại kết quả', sign: 'Ký số',
};

type Facts = {
  readonly state: DossierState;
  /** A paper waits for this person's digital signature. */
  readonly toSign?: 'leader' | 'agency-seal' | undefined;
  readonly work: Pick<OfficeWorkView, 'steps' | 'stepNo' | 'proposal' | 'mine' | 'apologies' | 'extensions' | 'supplementsAsked' | 'answerIsOver' | 'answerWaits' | 'papersAt' | 'outcomeComesBack'>;
};

const named = (doing: OfficeDoing, label = DOING_LABELS[doing], red = false) => ({ doing, label, ...(red ? { red } : {}) });
const has = (work: Facts['work'], ...roles: readonly string[]): boolean => work.mine.roles.some((role) => roles.includes(role));

/** 'Trình lãnh đạo phòng', 'Trình ký': passing on is named by who gets it. */
export const passLabel = (work: Facts['work']): string => {
  const now = work.steps.find((step) => step.no === work.stepNo);
  const next = work.steps.find((step) => step.no === (work.stepNo ?? 0) + 1);
  if (now?.role === 'signing-leader') return 'Ký duyệt';
  switch (next?.role) {
    case 'section-head': return 'Trình lãnh đạo phòng';
    case 'signing-leader': return 'Trình ký';
    default: return 'Chuyển bước xử lý';
  }
};

/** Out of the ordinary: late, longer by law, taken back. Each where it may still be. */
const beside = ({ work }: Facts): NextActs['others'] => {
  const open = work.apologies.some((one) => one.decision === undefined);
  const signed = work.apologies.some((one) => one.decision === 'signed');
  const signs = has(work, 'signing-leader');
  return [
    ...(open && signs ? [named('sign-apology'), named('return-apology')] : []),
    ...(work.mine.charge && !open && !signed ? [named('apologise')] : []),
    ...(work.extensions.length > 0 && (work.mine.charge || signs) ? [named('extend')] : []),
    ...(work.mine.charge ? [named('withdraw', DOING_LABELS.withdraw, true)] : []),
  ];
};

/** Asked once by who works on it; again only by who leads. */
const askOnce = (work: Facts['work']): NextActs['others'] => {
  if (work.supplementsAsked === 0) return work.mine.step && has(work, 'agency-officer', 'section-head') ? [named('ask-supplement')] : [];
  return has(work, 'section-head', 'signing-leader') ? [named('ask-supplement', 'Yêu cầu bổ sung lần nữa')] : [];
};

const inProcess = (facts: Facts): NextActs => {
  const { work } = facts;
  const assign = work.mine.mayAssign ? [named('assign')] : [];
  const more = beside(facts);
  const waiting = more.find((one) => one.doing === 'sign-apology');
  if (!work.mine.step) {
    const others = [...askOnce(work), ...more];
    const [first] = work.mine.holder === undefined && !waiting ? assign : [];
    if (first) return { main: first, others };
    return waiting ? { main: waiting, others: [...assign, ...others.filter((one) => one !== waiting)] } : { others: [...assign, ...others] };
  }
  const back = (work.stepNo ?? 1) > 1 ? [named('send-back')] : [];
  switch (work.steps.find((step) => step.no === work.stepNo)?.role) {
    case 'signing-leader':
      return work.proposal?.kind === 'refuse'
        ? { main: named('refuse', 'Ký từ chối giải quyết', true), others: [...back, ...assign, ...askOnce(work), ...more] }
        : { main: named('pass', passLabel(work)), others: [...back, ...assign, ...askOnce(work), ...more, named('refuse', DOING_LABELS.refuse, true)] };
    case 'records-clerk':
      return { main: named('issue'), others: [...back, ...more] };
    default:
      return { main: named('pass', passLabel(work)), others: [...back, ...askOnce(work), named('ask-duty'), ...assign, ...more] };
  }
};

const actsOf = (facts: Facts): NextActs => {
  const { state, work } = facts;
  const stop = has(work, 'section-head', 'signing-leader') ? [named('stop', DOING_LABELS.stop, true)] : [];
  const withdraw = work.mine.charge ? [named('withdraw', DOING_LABELS.withdraw, true)] : [];
  switch (state) {
    case 'handed-over':
      return has(work, 'agency-officer', 'section-head', 'records-clerk') ? { main: named('accept'), others: [named('reject', DOING_LABELS.reject, true)] } : { others: [] };
    case 'in-process': return inProcess(facts);
    case 'supplement-asked': {
      const assign = work.mine.mayAssign ? [named('assign')] : [];
      const [over] = work.answerIsOver ? stop : [];
      const came = work.mine.charge ? [named('record-supplement')] : [];
      if (work.answerWaits) {
        const back = work.mine.charge || has(work, 'section-head', 'signing-leader') ? [named('turn-back')] : [];
        // sent and unread, it is no silence: stopping is not offered
        return { ...(work.mine.charge && { main: named('look-at-answer') }), others: [...back, ...came, ...assign, ...withdraw] };
      }
      if (over) return { main: over, others: [...came, ...assign, ...withdraw] };
      return { ...(came[0] && { main: came[0] }), others: [...assign, ...stop, ...withdraw] };
    }
    case 'awaiting-financial-duty':
      return has(work, 'agency-officer', 'section-head') ? { main: named('settle-duty'), others: [...stop, ...withdraw] } : { others: stop };
    case 'withdrawn': case 'stopped':
      return work.papersAt === 'agency' && has(work, 'records-clerk', 'agency-officer', 'section-head') ? { main: named('send-papers'), others: [] } : { others: [] };
    case 'outcome-recorded': case 'refused-by-agency':
      return has(work, 'records-clerk', 'agency-officer', 'section-head') ? { main: named('send'), others: [] } : { others: [] };
    case 'uncollected': {
      const [again] = has(work, 'records-clerk', 'agency-officer', 'section-head') ? [named('send', 'Chuyển trả về quầy lần nữa')] : [];
      if (!again) return { others: [] };
      return work.outcomeComesBack ? { main: named('accept-back'), others: [again] } : { main: again, others: [] };
    }
    default: return { others: [] };
  }
};

/** What is issued is sealed before it is sent on; any other signature waits where nothing else is to be done. */
export const nextActs = (facts: Facts): NextActs => {
  const acts = actsOf(facts);
  const { toSign } = facts;
  if (toSign === undefined) return acts;
  const sign = named('sign', toSign === 'leader' ? 'Ký số' : 'Ký số cơ quan');
  if (acts.main === undefined) return { main: sign, others: acts.others };
  return acts.main.doing === 'send' && toSign === 'agency-seal' ? { main: sign, others: [acts.main, ...acts.others] } : acts;
};

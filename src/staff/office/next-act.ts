// One obvious next act for this person on this dossier, and what else may be done; by state, step and seat.
import type { DossierState } from '#core/dossier/state.ts';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';

export type OfficeDoing =
  | 'accept' | 'reject' | 'assign' | 'pass' | 'send-back' | 'ask-supplement' | 'ask-duty' | 'settle-duty'
  | 'refuse' | 'issue' | 'send' | 'stop';

export type NextActs = { readonly main?: { readonly doing: OfficeDoing; readonly label: string; readonly red?: boolean }; readonly others: readonly { readonly doing: OfficeDoing; readonly label: string; readonly red?: boolean }[] };

export const DOING_LABELS: Readonly<Record<OfficeDoing, string>> = {
  accept: 'Xác nhận đã nhận', reject: 'Không nhận – trả lại nơi chuyển', assign: 'Phân công', pass: 'Chuyển bước',
  'send-back': 'Trả lại kèm lý do', 'ask-supplement': 'Yêu cầu bổ sung', 'ask-duty': 'Nghĩa vụ tài chính',
  'settle-duty': 'Xác nhận đã nộp', refuse: 'Từ chối giải quyết', issue: 'Vào sổ – Cấp số – Phát hành',
  send: 'Chuyển trả kết quả', stop: 'Dừng giải quyết',
};

type Facts = {
  readonly state: DossierState;
  readonly work: Pick<OfficeWorkView, 'steps' | 'stepNo' | 'proposal' | 'mine'>;
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

const inProcess = ({ work }: Facts): NextActs => {
  const assign = work.mine.mayAssign ? [named('assign')] : [];
  if (!work.mine.step) {
    const [first] = work.mine.holder === undefined ? assign : [];
    return first ? { main: first, others: [] } : { others: assign };
  }
  const back = (work.stepNo ?? 1) > 1 ? [named('send-back')] : [];
  switch (work.steps.find((step) => step.no === work.stepNo)?.role) {
    case 'signing-leader':
      return work.proposal?.kind === 'refuse'
        ? { main: named('refuse', 'Ký từ chối giải quyết', true), others: [...back, ...assign] }
        : { main: named('pass', passLabel(work)), others: [...back, ...assign, named('refuse', DOING_LABELS.refuse, true)] };
    case 'records-clerk':
      return { main: named('issue'), others: back };
    default:
      return { main: named('pass', passLabel(work)), others: [...back, named('ask-supplement'), named('ask-duty'), ...assign] };
  }
};

export const nextActs = (facts: Facts): NextActs => {
  const { state, work } = facts;
  const stop = has(work, 'section-head', 'signing-leader') ? [named('stop', DOING_LABELS.stop, true)] : [];
  switch (state) {
    case 'handed-over':
      return has(work, 'agency-officer', 'section-head', 'records-clerk') ? { main: named('accept'), others: [named('reject', DOING_LABELS.reject, true)] } : { others: [] };
    case 'in-process': return inProcess(facts);
    case 'supplement-asked': return { others: [...(work.mine.mayAssign ? [named('assign')] : []), ...stop] };
    case 'awaiting-financial-duty':
      return has(work, 'agency-officer', 'section-head') ? { main: named('settle-duty'), others: stop } : { others: stop };
    case 'outcome-recorded': case 'refused-by-agency':
      return has(work, 'records-clerk', 'agency-officer', 'section-head') ? { main: named('send'), others: [] } : { others: [] };
    default: return { others: [] };
  }
};

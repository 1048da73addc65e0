// The life of a dossier as one exhaustive table: which act leads from which states to which, and by whom.
// An act absent from a row cannot happen there. Refusing reception is always an officer's act.
// @law NĐ 61/2018/NĐ-CP Đ.17, Đ.18, Đ.19, Đ.20; NĐ 118/2025/NĐ-CP
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Role } from '../organisation/organisation.ts';
import type { DossierState } from './state.ts';

export const DOSSIER_ACTS = [
  'receive-dossier', // also from 'filed-online'
  'resolve-at-desk', // certification fast path
  'refuse-reception',
  'supersede-receipt', // correct a wrong procedure or date, before acceptance
  'cancel-entry',
  'forward-dossiers', // desk → agency, one record for many
  'accept-hand-over',
  'reject-hand-over',
  'assign-dossier',
  'complete-step', // specialist → head → signer, also sending back
  'ask-supplement',
  'receive-supplement',
  'record-supplement', // what came to the agency itself, by post or online
  'turn-back-supplement', // what was sent online is not enough: sent again
  'ask-financial-duty',
  'settle-financial-duty',
  'refuse-resolution',
  'record-outcome', // văn thư: number, seal, issue
  'send-outcome', // agency → desk, one record for many
  'accept-outcome',
  'return-outcome',
  'deliver-outcome', // at the receiver's door, by the courier who carries it
  'undo-delivery', // recorded by mistake: the courier has it still
  'invite-to-collect', // nobody came: two invitations
  'send-outcome-back', // and still nobody came
  'accept-outcome-back',
  'prepare-apology', // by the officer in charge, before it is late
  'sign-apology', // the new date holds from here
  'return-apology',
  'extend-dossier', // only where the law of the procedure allows it
  'withdraw-dossier',
  'withdraw-at-agency',
  'stop-dossier',
  'send-papers-back', // of a dossier withdrawn or stopped: agency → desk
  'accept-papers-back', // counted at the desk, line by line
  'give-back-papers',
] as const;
export type DossierAct = (typeof DOSSIER_ACTS)[number];
export const isDossierAct = (act: string | null | undefined): act is DossierAct => DOSSIER_ACTS.some((one) => one === act);

export type Transition = {
  readonly from: readonly (DossierState | 'none')[];
  readonly to: readonly DossierState[];
  readonly roles: readonly Role[];
  /** Where the actor must stand: at the dossier's desk, in the agency that holds it, or on the road with what the desk gave. */
  readonly at: 'desk' | 'agency' | 'road';
};

const DESK: readonly Role[] = ['postal-clerk', 'commune-officer'];
const CASE: readonly Role[] = ['agency-officer', 'section-head'];
const BEFORE_OUTCOME: readonly DossierState[] = ['received', 'handed-over', 'in-process', 'supplement-asked', 'awaiting-financial-duty'];

export const LIFE: Readonly<Record<DossierAct, Transition>> = {
  'receive-dossier': { from: ['none', 'filed-online'], to: ['received'], roles: DESK, at: 'desk' },
  'resolve-at-desk': { from: ['none'], to: ['resolved-at-desk', 'received'], roles: DESK, at: 'desk' },
  'refuse-reception': { from: ['none', 'filed-online'], to: ['refused-at-desk'], roles: ['commune-officer'], at: 'desk' },
  'supersede-receipt': { from: ['received', 'handed-over'], to: ['received', 'handed-over'], roles: DESK, at: 'desk' },
  'cancel-entry': { from: ['received'], to: ['cancelled'], roles: ['commune-officer'], at: 'desk' },
  'forward-dossiers': { from: ['received'], to: ['handed-over'], roles: DESK, at: 'desk' },
  'accept-hand-over': { from: ['handed-over'], to: ['in-process'], roles: ['agency-officer', 'section-head', 'records-clerk'], at: 'agency' },
  'reject-hand-over': { from: ['handed-over'], to: ['received'], roles: ['agency-officer', 'section-head', 'records-clerk'], at: 'agency' },
  'assign-dossier': { from: ['in-process', 'supplement-asked', 'awaiting-financial-duty'], to: ['in-process', 'supplement-asked', 'awaiting-financial-duty'], roles: [...CASE, 'signing-leader'], at: 'agency' },
  'complete-step': { from: ['in-process'], to: ['in-process'], roles: [...CASE, 'signing-leader', 'records-clerk'], at: 'agency' },
  // once by who works on it; again only by who leads, with the ground
  'ask-supplement': { from: ['in-process'], to: ['supplement-asked'], roles: [...CASE, 'signing-leader'], at: 'agency' },
  // in part: it goes on waiting
  'receive-supplement': { from: ['supplement-asked'], to: ['in-process', 'supplement-asked'], roles: DESK, at: 'desk' },
  'record-supplement': { from: ['supplement-asked'], to: ['in-process', 'supplement-asked'], roles: CASE, at: 'agency' },
  // once by who works on it; again only by who leads
  'turn-back-supplement': { from: ['supplement-asked'], to: ['supplement-asked'], roles: [...CASE, 'signing-leader'], at: 'agency' },
  'ask-financial-duty': { from: ['in-process'], to: ['awaiting-financial-duty'], roles: CASE, at: 'agency' },
  'settle-financial-duty': { from: ['awaiting-financial-duty'], to: ['in-process'], roles: CASE, at: 'agency' },
  'refuse-resolution': { from: ['in-process'], to: ['refused-by-agency'], roles: ['signing-leader'], at: 'agency' },
  'record-outcome': { from: ['in-process'], to: ['outcome-recorded'], roles: ['records-clerk'], at: 'agency' },
  'send-outcome': { from: ['outcome-recorded', 'refused-by-agency', 'uncollected'], to: ['outcome-sent'], roles: ['records-clerk', ...CASE], at: 'agency' },
  // not in the bag: it counts as still at the agency
  'accept-outcome': { from: ['outcome-sent'], to: ['ready-to-return', 'outcome-recorded', 'refused-by-agency'], roles: DESK, at: 'desk' },
  'return-outcome': { from: ['ready-to-return'], to: ['returned'], roles: DESK, at: 'desk' },
  'deliver-outcome': { from: ['ready-to-return'], to: ['returned'], roles: ['courier'], at: 'road' },
  // only of what a courier brought: asked for at its shipment, and not offered with every returned dossier
  'undo-delivery': { from: ['returned'], to: ['ready-to-return'], roles: ['commune-officer'], at: 'road' },
  'invite-to-collect': { from: ['ready-to-return'], to: ['ready-to-return'], roles: DESK, at: 'desk' },
  'send-outcome-back': { from: ['ready-to-return'], to: ['uncollected'], roles: DESK, at: 'desk' },
  'accept-outcome-back': { from: ['uncollected'], to: ['uncollected'], roles: ['records-clerk', ...CASE], at: 'agency' },
  'prepare-apology': { from: ['in-process'], to: ['in-process'], roles: CASE, at: 'agency' },
  'sign-apology': { from: ['in-process'], to: ['in-process'], roles: ['signing-leader'], at: 'agency' },
  'return-apology': { from: ['in-process'], to: ['in-process'], roles: ['signing-leader'], at: 'agency' },
  'extend-dossier': { from: ['in-process'], to: ['in-process'], roles: [...CASE, 'signing-leader'], at: 'agency' },
  'withdraw-dossier': { from: ['filed-online', ...BEFORE_OUTCOME], to: ['withdrawn'], roles: ['commune-officer'], at: 'desk' },
  'withdraw-at-agency': { from: ['in-process', 'supplement-asked', 'awaiting-financial-duty'], to: ['withdrawn'], roles: CASE, at: 'agency' },
  'stop-dossier': { from: ['supplement-asked', 'awaiting-financial-duty'], to: ['stopped'], roles: ['section-head', 'signing-leader'], at: 'agency' },
  'send-papers-back': { from: ['withdrawn', 'stopped'], to: ['withdrawn', 'stopped'], roles: [...CASE, 'records-clerk'], at: 'agency' },
  'accept-papers-back': { from: ['withdrawn', 'stopped'], to: ['withdrawn', 'stopped'], roles: DESK, at: 'desk' },
  'give-back-papers': { from: ['withdrawn', 'stopped'], to: ['withdrawn', 'stopped'], roles: DESK, at: 'desk' },
};

export type ActRefused =
  | { readonly kind: 'act-not-possible'; readonly act: DossierAct; readonly state: DossierState | 'none' }
  | { readonly kind: 'role-not-allowed'; readonly act: DossierAct; readonly needs: readonly Role[] };

/** May this act happen now, by a person holding these roles there? Returns the roles that allow it. */
export const mayAct = (
  act: DossierAct,
  state: DossierState | 'none',
  roles: readonly Role[],
): Result<readonly Role[], ActRefused> => {
  const row = LIFE[act];
  const allowed = roles.filter((role) => row.roles.includes(role));
  if (allowed.length === 0) return refuse({ kind: 'role-not-allowed', act, needs: row.roles });
  if (!row.from.includes(state)) return refuse({ kind: 'act-not-possible', act, state });
  return ok(allowed);
};

export const ACT_LABELS: Readonly<Record<DossierAct, string>> = {
  'receive-dossier': 'Tiếp nhận hồ sơ',
  'resolve-at-desk': 'Giải quyết ngay',
  'refuse-reception': 'Từ chối tiếp nhận',
  'supersede-receipt': 'Cấp lại giấy tiếp nhận',
  'cancel-entry': 'Hủy tiếp nhận (nhập sai)',
  'forward-dossiers': 'Chuyển hồ sơ',
  'accept-hand-over': 'Xác nhận đã nhận',
  'reject-hand-over': 'Không nhận – trả lại nơi chuyển',
  'assign-dossier': 'Phân công xử lý',
  'complete-step': 'Chuyển bước xử lý',
  'ask-supplement': 'Yêu cầu bổ sung',
  'receive-supplement': 'Tiếp nhận bổ sung',
  'record-supplement': 'Ghi nhận bổ sung',
  'turn-back-supplement': 'Trả lại phần bổ sung trực tuyến',
  'ask-financial-duty': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  'settle-financial-duty': 'Xác nhận đã thực hiện nghĩa vụ tài chính',
  'refuse-resolution': 'Từ chối giải quyết',
  'record-outcome': 'Vào sổ – Cấp số – Phát hành',
  'send-outcome': 'Chuyển trả kết quả',
  'accept-outcome': 'Nhận kết quả về Bộ phận Một cửa',
  'return-outcome': 'Trả kết quả',
  'deliver-outcome': 'Phát kết quả tại nhà',
  'undo-delivery': 'Hủy ghi phát tại nhà (ghi nhầm)',
  'invite-to-collect': 'Mời nhận kết quả',
  'send-outcome-back': 'Chuyển hoàn cho cơ quan giải quyết',
  'accept-outcome-back': 'Nhận lại kết quả chuyển hoàn',
  'prepare-apology': 'Lập phiếu xin lỗi và hẹn lại',
  'sign-apology': 'Ký phiếu xin lỗi và hẹn lại',
  'return-apology': 'Trả lại phiếu xin lỗi kèm lý do',
  'extend-dossier': 'Gia hạn',
  'withdraw-dossier': 'Rút hồ sơ',
  'withdraw-at-agency': 'Rút hồ sơ (tại cơ quan giải quyết)',
  'stop-dossier': 'Dừng giải quyết',
  'send-papers-back': 'Chuyển trả giấy tờ',
  'accept-papers-back': 'Kiểm đếm giấy tờ chuyển trả',
  'give-back-papers': 'Trả lại giấy tờ',
};

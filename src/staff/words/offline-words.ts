// Acts without a line and what came of them, in the words of the desk.
import { ACT_LABELS } from '#core/dossier/life.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import type { SettledHow } from '#core/offline/settle-case.ts';

export const OFFLINE_LABELS: Readonly<Record<OfflineAct, string>> = {
  ...ACT_LABELS, 'certify-copies': 'Chứng thực bản sao', 'give-guidance': 'Hướng dẫn hoàn thiện hồ sơ', 'hand-over-filled-bag': 'Bàn giao túi đóng tại máy',
};

export const CASE_KINDS = {
  refused: { label: 'Chưa ghi nhận được', tone: 'red' },
  quarantined: { label: 'Giữ lại để xem xét', tone: 'amber' },
  correction: { label: 'Đã ghi nhận, có khác biệt', tone: 'amber' },
} as const;

export const SETTLED_AS: Readonly<Record<SettledHow, string>> = {
  taken: 'Công nhận như đã làm', corrected: 'Đã sửa trên hệ thống', 'set-aside': 'Loại, không ghi nhận',
};

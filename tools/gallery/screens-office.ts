import type { Page } from '@playwright/test';
import type { Group, Shot } from './shot.ts';

const OFFICER = { world: 'kybac-2019', who: 'tuphap.kybac' } as const;
const KY_XUAN = { world: 'hatinh-2026', who: 'hotich.kyxuan' } as const;

const dialog = (name: RegExp) => async (page: Page): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

const inboxes: readonly Shot[] = [
  { id: 'office-inbox', title: 'Hồ sơ chờ xử lý: mới đến', ...OFFICER, path: '/lam-viec/co-quan/ho-so' },
  { id: 'office-inbox-2026', title: 'Hồ sơ chờ xử lý ở Kỳ Xuân', ...KY_XUAN, path: '/lam-viec/co-quan/ho-so' },
  { id: 'office-inbox-overdue', title: 'Hồ sơ quá hạn', ...KY_XUAN, path: '/lam-viec/co-quan/ho-so?muc=overdue' },
  { id: 'office-inbox-waiting', title: 'Hồ sơ chờ bổ sung', ...OFFICER, path: '/lam-viec/co-quan/ho-so?muc=waiting' },
  { id: 'office-inbox-signing', title: 'Chờ ký', world: 'kybac-2019', who: 'chutich.kybac', path: '/lam-viec/co-quan/ho-so?muc=signing' },
  { id: 'office-inbox-issuing', title: 'Chờ phát hành', world: 'kybac-2019', who: 'vanthu.kybac', path: '/lam-viec/co-quan/ho-so?muc=issuing' },
  { id: 'office-inbox-to-send', title: 'Chờ chuyển trả kết quả', world: 'kybac-2019', who: 'vanthu.kybac', path: '/lam-viec/co-quan/ho-so?muc=to-send' },
  { id: 'office-inbox-empty', title: 'Hồ sơ chờ xử lý: không có việc', world: 'kybac-2019', who: 'chuyenvien.sld', path: '/lam-viec/co-quan/ho-so?muc=overdue' },
  { id: 'office-bags', title: 'Túi hồ sơ của cơ quan', world: 'kybac-2019', who: 'vanthu.kybac', path: '/lam-viec/tui-ho-so' },
  { id: 'office-custody', title: 'Giấy tờ cơ quan đang giữ', ...KY_XUAN, path: '/lam-viec/co-quan/giao-nhan' },
  { id: 'office-custody-coming', title: 'Giấy tờ đang chuyển đến cơ quan', ...KY_XUAN, path: '/lam-viec/co-quan/giao-nhan?muc=coming' },
  { id: 'office-find', title: 'Tìm hồ sơ của cơ quan', ...KY_XUAN, path: '/lam-viec/co-quan/tim?q=nguyen' },
];

const at = (state: 'in-process' | 'signing' | 'issuing' | 'supplement-asked') => (stage: { readonly dossiers: Readonly<Record<string, string>> }): string => `/lam-viec/co-quan/ho-so/${stage.dossiers[state]}`;

const works: readonly Shot[] = [
  { id: 'office-dossier', title: 'Thụ lý một hồ sơ', ...OFFICER, path: at('in-process') },
  { id: 'office-dossier-2026', title: 'Thụ lý một hồ sơ, 2026', ...KY_XUAN, path: (stage) => `/lam-viec/co-quan/ho-so/${stage.sample}` },
  { id: 'office-dossier-waiting', title: 'Hồ sơ chờ bổ sung', ...OFFICER, path: at('supplement-asked') },
  { id: 'office-dossier-signing', title: 'Người có thẩm quyền ký', world: 'kybac-2019', who: 'chutich.kybac', path: at('signing') },
  { id: 'office-dossier-issuing', title: 'Văn thư vào sổ, cấp số, phát hành', world: 'kybac-2019', who: 'vanthu.kybac', path: at('issuing') },
  { id: 'office-step', title: 'Trình ký', ...OFFICER, path: at('in-process'), act: dialog(/^Trình|^Chuyển bước/) },
  { id: 'office-ask-supplement', title: 'Yêu cầu bổ sung', ...OFFICER, path: at('in-process'), act: dialog(/^Yêu cầu bổ sung/) },
  { id: 'office-ask-duty', title: 'Nghĩa vụ tài chính', ...OFFICER, path: at('in-process'), act: dialog(/nghĩa vụ tài chính/iu) },
  { id: 'office-assign', title: 'Phân công', world: 'kybac-2019', who: 'chutich.kybac', path: at('in-process'), act: dialog(/^Phân công/) },
  { id: 'office-approve', title: 'Phê duyệt, ký duyệt', world: 'kybac-2019', who: 'chutich.kybac', path: at('signing'), act: dialog(/^(Phê duyệt|Ký duyệt)/) },
  { id: 'office-send-back', title: 'Trả lại kèm lý do', world: 'kybac-2019', who: 'chutich.kybac', path: at('signing'), act: dialog(/^Trả lại/) },
  { id: 'office-refuse', title: 'Từ chối giải quyết', world: 'kybac-2019', who: 'chutich.kybac', path: at('signing'), act: dialog(/từ chối giải quyết/iu) },
  { id: 'office-stop', title: 'Dừng giải quyết', world: 'kybac-2019', who: 'chutich.kybac', path: at('supplement-asked'), act: dialog(/^Dừng giải quyết/) },
  { id: 'office-issue', title: 'Vào sổ, cấp số, phát hành', world: 'kybac-2019', who: 'vanthu.kybac', path: at('issuing'), act: dialog(/^Vào sổ/) },
];

export const OFFICE_SCREENS: readonly Group[] = [{ title: 'Cơ quan: danh sách', shots: inboxes }, { title: 'Cơ quan: thụ lý', shots: works }];

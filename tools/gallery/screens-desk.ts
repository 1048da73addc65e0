import type { Page } from '@playwright/test';
import type { Group, Shot } from './shot.ts';
import { fillSection, fillUntil, nextSection } from './typing.ts';

const CLERK = { world: 'kybac-2019', who: 'buudien.kybac' } as const;
const OFFICER = { world: 'kybac-2019', who: 'tuphap.kybac' } as const;
const BIRTH = '/lam-viec/tiep-nhan/1.001193';

const tab = (name: string) => async (page: Page): Promise<void> => { await page.getByRole('tab', { name }).click(); };
const until = (title: string) => (page: Page): Promise<void> => fillUntil(page, title);

const signingIn: readonly Shot[] = [
  { id: 'sign-in', title: 'Đăng nhập', world: 'kybac-2019', path: '/lam-viec/' },
  { id: 'sign-in-wrong', title: 'Đăng nhập: sai mật khẩu', world: 'kybac-2019', path: '/lam-viec/', act: async (page) => {
    await page.getByLabel('Tên đăng nhập').fill('khong.co.ai');
    await page.getByLabel('Mật khẩu').fill('mat-khau-sai');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
  } },
];

const today: readonly Shot[] = [
  { id: 'desk-today-empty', title: 'Hôm nay: chưa có việc', ...CLERK, path: '/lam-viec/hom-nay', when: 'fresh' },
  { id: 'desk-today', title: 'Hôm nay: chờ chuyển đi', ...CLERK, path: '/lam-viec/hom-nay' },
  { id: 'desk-today-sent', title: 'Hôm nay: đang đến cơ quan', ...CLERK, path: '/lam-viec/hom-nay', act: tab('Đang đến cơ quan') },
  { id: 'desk-today-back', title: 'Hôm nay: kết quả về', ...CLERK, path: '/lam-viec/hom-nay', act: tab('Kết quả về') },
  { id: 'desk-today-supplement', title: 'Hôm nay: chờ bổ sung', ...CLERK, path: '/lam-viec/hom-nay', act: tab('Chờ bổ sung') },
  { id: 'desk-today-2026', title: 'Hôm nay ở Kỳ Xuân', world: 'hatinh-2026', who: 'buudien.kyxuan', path: '/lam-viec/hom-nay' },
  { id: 'desk-today-due-2026', title: 'Hôm nay ở Kỳ Xuân: sắp đến hạn, quá hạn', world: 'hatinh-2026', who: 'buudien.kyxuan', path: '/lam-viec/hom-nay', act: tab('Sắp đến hạn') },
  { id: 'desk-forward', title: 'Chuyển hồ sơ: xác nhận', ...OFFICER, path: '/lam-viec/hom-nay', act: async (page) => {
    await page.getByRole('button', { name: /^Chuyển/ }).first().click();
  } },
  { id: 'desk-presence', title: 'Công chức xác nhận có mặt', ...CLERK, path: '/lam-viec/hom-nay', act: async (page) => { await page.getByRole('button', { name: /^Mời công chức/ }).click(); await page.getByRole('dialog').waitFor(); } },
  { id: 'desk-palette', title: 'Tìm nhanh (Ctrl+K)', ...CLERK, path: '/lam-viec/hom-nay', act: async (page) => {
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('khai sinh');
    await page.getByRole('option').first().waitFor();
  } },
];

const bags: readonly Shot[] = [
  { id: 'bags-empty', title: 'Túi hồ sơ: chưa có việc', ...CLERK, path: '/lam-viec/tui-ho-so', when: 'fresh' },
  { id: 'bags', title: 'Túi hồ sơ: chờ cho vào túi', ...CLERK, path: '/lam-viec/tui-ho-so' },
  { id: 'bag-empty', title: 'Túi hồ sơ: vừa mở', ...CLERK, path: '/lam-viec/tui-ho-so', act: async (page) => {
    await page.getByRole('button', { name: /^Mở túi/ }).first().click();
    await page.getByRole('button', { name: /^Cho vào túi/ }).first().waitFor();
  } },
  { id: 'bag-refused', title: 'Túi hồ sơ: quét nhầm', ...CLERK, path: '/lam-viec/tui-ho-so', act: async (page) => {
    await page.getByRole('button', { name: /^Mở túi/ }).first().click();
    await page.getByRole('button', { name: /^Cho vào túi/ }).first().click();
    await page.keyboard.type('RR473124828VN');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
  } },
  { id: 'stock', title: 'Kiểm kê: trước khi đếm', ...CLERK, path: '/lam-viec/kiem-ke' },
  { id: 'stock-counting', title: 'Kiểm kê: đang đếm, mã lạ', ...CLERK, path: '/lam-viec/kiem-ke', act: async (page) => {
    await page.getByRole('button', { name: /^Bắt đầu kiểm kê/ }).click();
    await page.getByRole('button', { name: /^Không thấy/ }).first().click();
    await page.keyboard.type('000.18.61.H27-191101-0001');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Ghi ngoài sổ/ }).waitFor();
  } },
];

const shipments: readonly Shot[] = [
  { id: 'shipments-empty', title: 'Gửi đi: chưa có kết quả chờ gửi', ...CLERK, path: '/lam-viec/gui-di' },
];

const receiving: readonly Shot[] = [
  { id: 'find-procedure', title: 'Tìm thủ tục', ...CLERK, path: '/lam-viec/tiep-nhan' },
  { id: 'find-procedure-words', title: 'Tìm thủ tục: lời thường ngày', ...CLERK, path: '/lam-viec/tiep-nhan', act: async (page) => { await page.getByRole('combobox').fill('lam giay khai sinh cho chau'); } },
  { id: 'find-procedure-none', title: 'Tìm thủ tục: không thấy', ...CLERK, path: '/lam-viec/tiep-nhan', act: async (page) => { await page.getByRole('combobox').fill('qwzx'); } },
  { id: 'receive-empty', title: 'Tiếp nhận: bắt đầu', ...OFFICER, path: BIRTH },
  { id: 'receive-errors', title: 'Tiếp nhận: có mục chưa đúng', ...OFFICER, path: BIRTH, act: async (page) => { await page.keyboard.press('Control+Enter'); await page.locator('.field-error').first().waitFor(); } },
  { id: 'receive-case', title: 'Tiếp nhận: tờ khai', ...OFFICER, path: BIRTH, act: async (page) => { await fillSection(page); await nextSection(page); await fillSection(page); } },
  { id: 'receive-papers', title: 'Tiếp nhận: thành phần hồ sơ', ...OFFICER, path: BIRTH, act: until('Thành phần hồ sơ') },
  { id: 'receive-guidance', title: 'Tiếp nhận: hướng dẫn bổ sung', ...OFFICER, path: BIRTH, act: async (page) => { await fillUntil(page, 'Thành phần hồ sơ'); await page.locator('[data-guidance]').click(); } },
  { id: 'receive-fees', title: 'Tiếp nhận: phí, lệ phí', ...OFFICER, path: BIRTH, act: until('Phí, lệ phí') },
  { id: 'receive-return', title: 'Tiếp nhận: cách nhận kết quả', ...OFFICER, path: BIRTH, act: until('Cách nhận kết quả') },
  { id: 'receive-confirm', title: 'Tiếp nhận: xác nhận', ...OFFICER, path: BIRTH, act: until('Xác nhận') },
  { id: 'receive-confirm-pin', title: 'Tiếp nhận: công chức xác nhận bằng mã PIN', ...CLERK, path: BIRTH, act: until('Xác nhận') },
  { id: 'receive-done', title: 'Tiếp nhận: đã có mã hồ sơ', ...OFFICER, path: BIRTH, act: async (page) => {
    await fillUntil(page, 'Xác nhận');
    await page.keyboard.press('F9');
    await page.getByRole('button', { name: /^In / }).first().waitFor();
    await page.locator('iframe').waitFor({ state: 'attached' });
  } },
  { id: 'receive-residence-2026', title: 'Tiếp nhận: bắt đầu, 2026', world: 'hatinh-2026', who: 'buudien.kyxuan', path: '/lam-viec/tiep-nhan/1.001193' },
  { id: 'refuse', title: 'Từ chối tiếp nhận', ...OFFICER, path: '/lam-viec/tu-choi/1.001193' },
  { id: 'certify', title: 'Chứng thực', ...OFFICER, path: '/lam-viec/chung-thuc' },
  { id: 'batch', title: 'Tiếp nhận theo danh sách', ...OFFICER, path: '/lam-viec/danh-sach' },
];

const after: readonly Shot[] = [
  { id: 'return-choose', title: 'Trả kết quả: chọn hồ sơ', ...CLERK, path: '/lam-viec/tra-ket-qua' },
  { id: 'return-one', title: 'Trả kết quả', ...CLERK, path: (stage) => `/lam-viec/tra-ket-qua/${stage.dossiers['ready-to-return']}` },
  { id: 'return-lost', title: 'Trả kết quả: mất giấy hẹn, ký trên màn hình', ...CLERK, path: (stage) => `/lam-viec/tra-ket-qua/${stage.dossiers['ready-to-return']}`, act: async (page) => {
    await page.getByLabel('Mất giấy hẹn').check();
    await page.getByLabel('Ký trên màn hình').check();
  } },
  { id: 'return-not-yet', title: 'Trả kết quả: chưa trả được', ...CLERK, path: (stage) => `/lam-viec/tra-ket-qua/${stage.dossiers['in-process']}` },
  { id: 'find', title: 'Tìm hồ sơ', ...CLERK, path: '/lam-viec/tim' },
  { id: 'find-some', title: 'Tìm hồ sơ: theo họ tên', ...CLERK, path: '/lam-viec/tim?q=nguyen' },
  { id: 'find-none', title: 'Tìm hồ sơ: không thấy', ...CLERK, path: '/lam-viec/tim?q=qwzx' },
  { id: 'custody-held', title: 'Giấy tờ quầy đang giữ', ...OFFICER, path: '/lam-viec/giao-nhan' },
  { id: 'custody-held-2026', title: 'Giấy tờ quầy đang giữ, 2026', world: 'hatinh-2026', who: 'buudien.kyxuan', path: '/lam-viec/giao-nhan' },
  { id: 'custody-agreed', title: 'Giấy tờ quầy: không có chênh lệch', ...OFFICER, path: '/lam-viec/giao-nhan?muc=cases' },
  { id: 'dossier-received', title: 'Hồ sơ ở quầy', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers.received}` },
  { id: 'dossier-supplement', title: 'Hồ sơ chờ bổ sung', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers['supplement-asked']}` },
  { id: 'dossier-answers', title: 'Hồ sơ: tờ khai', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers.returned}`, act: tab('Tờ khai') },
  { id: 'dossier-path', title: 'Hồ sơ: đường đi và các bước', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers.returned}`, act: tab('Đường đi') },
  { id: 'dossier-journal', title: 'Hồ sơ: nhật ký', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers.returned}`, act: tab('Nhật ký') },
  { id: 'dossier-gone', title: 'Hồ sơ không thuộc quầy này', ...CLERK, path: '/lam-viec/ho-so/00000000-0000-7000-8000-0000000000ff' },
  { id: 'dossier-cancel', title: 'Hồ sơ: hủy tiếp nhận', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers.received}`, act: async (page) => { await page.getByRole('button', { name: /^Hủy tiếp nhận/ }).click(); await page.getByRole('dialog').waitFor(); } },
  { id: 'dossier-supersede', title: 'Hồ sơ: cấp lại giấy tiếp nhận', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers.received}`, act: async (page) => { await page.getByRole('button', { name: /^Cấp lại/ }).click(); await page.getByRole('dialog').waitFor(); } },
  { id: 'dossier-withdraw', title: 'Hồ sơ: rút hồ sơ', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers.received}`, act: async (page) => { await page.getByRole('button', { name: /rút/iu }).click(); await page.getByRole('dialog').waitFor(); } },
  { id: 'dossier-receive-supplement', title: 'Hồ sơ: tiếp nhận bổ sung', ...OFFICER, path: (stage) => `/lam-viec/ho-so/${stage.dossiers['supplement-asked']}`, act: async (page) => { await page.getByRole('button', { name: /^Tiếp nhận bổ sung/ }).click(); await page.getByRole('dialog').waitFor(); } },
];

export const DESK_SCREENS: readonly Group[] = [
  { title: 'Đăng nhập', shots: signingIn }, { title: 'Quầy: hôm nay', shots: today }, { title: 'Quầy: túi hồ sơ, kiểm kê', shots: bags }, { title: 'Quầy: tiếp nhận', shots: receiving }, { title: 'Quầy: tìm, trả, hồ sơ', shots: after },
];

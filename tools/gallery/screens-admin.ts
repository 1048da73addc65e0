import type { Page } from '@playwright/test';
import type { Group } from './shot.ts';

const ADMIN = { world: 'hatinh-2026', who: 'quantri' } as const;
const QUESTIONS = '/lam-viec/quan-tri/danh-muc';
const CALENDAR = '/lam-viec/quan-tri/lich';

const openGap = (name: RegExp) => async (page: Page): Promise<void> => { await page.getByRole('button', { name }).first().click(); };

export const ADMIN_SCREENS: Group = {
  title: 'Quản trị, giám sát, bưu tá',
  shots: [
    { id: 'admin-questions', title: 'Danh mục còn chờ bổ sung', ...ADMIN, path: QUESTIONS },
    { id: 'admin-question-limit', title: 'Bổ sung thời hạn: chưa chọn', ...ADMIN, path: QUESTIONS, act: async (page) => { await openGap(/^Thời hạn: thiếu đơn vị/)(page); await page.getByRole('button', { name: 'Lưu bổ sung' }).click(); await page.locator('.field-error').first().waitFor(); } },
    { id: 'admin-question-fee', title: 'Bổ sung mức thu', ...ADMIN, path: QUESTIONS, act: openGap(/^Mức thu do tỉnh/) },
    { id: 'admin-question-paper', title: 'Giấy tờ hay ghi chú', ...ADMIN, path: QUESTIONS, act: openGap(/^Giấy tờ hay ghi chú/) },
    { id: 'admin-question-copies', title: 'Loại bản sao', ...ADMIN, path: QUESTIONS, act: openGap(/^Loại bản sao/) },
    { id: 'admin-questions-none', title: 'Danh mục: không khớp', ...ADMIN, path: `${QUESTIONS}?q=qwzx` },
    { id: 'admin-questions-empty', title: 'Danh mục đã đủ', world: 'kybac-2019', who: 'quantri', path: QUESTIONS },
    { id: 'admin-accounts', title: 'Tài khoản và phân công', ...ADMIN, path: '/lam-viec/quan-tri/tai-khoan' },
    { id: 'admin-accounts-found', title: 'Tài khoản: tìm không dấu', world: 'kybac-2019', who: 'quantri', path: '/lam-viec/quan-tri/tai-khoan', act: async (page) => { await page.getByLabel('Tìm', { exact: true }).fill('ky bac'); } },
    { id: 'admin-transfers', title: 'Sổ chuyển giao', world: 'kybac-2019', who: 'banchidao', path: '/lam-viec/' },
    { id: 'post-map', title: 'Giám sát bưu điện: bản đồ, một quầy được chọn', world: 'hatinh-2026', who: 'giamsat.buudien', path: '/lam-viec/buu-dien', act: async (page) => { await page.getByRole('button', { name: 'Kỳ Xuân', exact: true }).click(); } },
    { id: 'post-road', title: 'Giám sát bưu điện: trên đường', world: 'hatinh-2026', who: 'giamsat.buudien', path: '/lam-viec/buu-dien?muc=duong' },
    { id: 'post-complaints', title: 'Khiếu nại dịch vụ bưu chính: chưa có', world: 'hatinh-2026', who: 'giamsat.buudien', path: '/lam-viec/khieu-nai-buu-chinh' },
    { id: 'post-complaint-new', title: 'Tiếp nhận khiếu nại, chưa điền', world: 'hatinh-2026', who: 'giamsat.buudien', path: '/lam-viec/khieu-nai-buu-chinh', act: async (page) => { await page.getByRole('button', { name: /^Tiếp nhận khiếu nại/ }).click(); await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận khiếu nại' }).click(); await page.locator('.field-error').first().waitFor(); } },
    { id: 'admin-transfers-found', title: 'Sổ chuyển giao: lọc', ...ADMIN, path: '/lam-viec/quan-tri/so-chuyen-giao', act: async (page) => { await page.getByLabel('Tìm', { exact: true }).fill('huu tri'); } },
    { id: 'admin-transfer-line', title: 'Sổ chuyển giao: ghi dòng mới, chưa điền', ...ADMIN, path: '/lam-viec/quan-tri/so-chuyen-giao', act: async (page) => { await page.getByRole('button', { name: 'Ghi dòng mới' }).click(); await page.getByRole('dialog').getByRole('button', { name: 'Ghi dòng mới' }).click(); await page.locator('.field-error').first().waitFor(); } },
    { id: 'admin-journal', title: 'Nhật ký', world: 'kybac-2019', who: 'quantri', path: '/lam-viec/quan-tri/nhat-ky' },
    { id: 'admin-calendar', title: 'Lịch làm việc: cả năm', ...ADMIN, path: `${CALENDAR}?nam=2027` },
    { id: 'admin-calendar-days', title: 'Lịch làm việc: ngày đặc biệt', ...ADMIN, path: `${CALENDAR}?nam=2027&xem=ngay` },
    { id: 'admin-calendar-hours', title: 'Lịch làm việc: giờ làm việc', ...ADMIN, path: `${CALENDAR}?xem=gio` },
    { id: 'admin-calendar-unopened', title: 'Lịch làm việc: năm chưa mở', ...ADMIN, path: `${CALENDAR}?nam=2031` },
    { id: 'courier-home', title: 'Bưu tá', world: 'kybac-2019', who: 'buuta.kyanh', path: '/lam-viec/' },
    // last: it changes what the others show
    { id: 'admin-question-done', title: 'Đã bổ sung, sang chỗ kế tiếp', ...ADMIN, path: `${QUESTIONS}?q=the+muon+sach+cua`, act: async (page) => {
      await openGap(/^(Phí hay lệ phí|Thời hạn: thiếu đơn vị|Thời hạn: loại giờ)/)(page);
      const limit = page.getByLabel(/^Giờ làm việc$/);
      if (await page.getByLabel('Lệ phí', { exact: true }).isVisible()) await page.getByLabel('Lệ phí', { exact: true }).check();
      else await limit.check();
      await page.getByRole('button', { name: 'Lưu bổ sung' }).click();
      await page.getByText(/^Đã bổ sung/).waitFor();
    } },
  ],
};

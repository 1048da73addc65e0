import type { Page } from '@playwright/test';
import type { Group } from './shot.ts';
import type { Stage } from './stage.ts';

const track = (code: (stage: Stage) => string, digits?: string) => async (page: Page, stage: Stage): Promise<void> => {
  await page.getByLabel('Mã hồ sơ').fill(code(stage));
  await page.getByLabel('Bốn số cuối').fill(digits ?? stage.digits);
  await page.getByRole('button', { name: 'Tra cứu' }).click();
};

export const PUBLIC_SCREENS: Group = {
  title: 'Trang của người dân',
  shots: [
    { id: 'public-front', title: 'Trang đầu', world: 'kybac-2019', path: '/' },
    { id: 'public-front-2026', title: 'Trang đầu, 69 điểm', world: 'hatinh-2026', path: '/' },
    { id: 'public-track', title: 'Tra cứu: biểu mẫu', world: 'kybac-2019', path: '/tra-cuu' },
    { id: 'public-qr', title: 'Tra cứu: mở từ mã QR', world: 'kybac-2019', path: (stage) => `/q/${stage.code}` },
    { id: 'public-track-errors', title: 'Tra cứu: chưa điền', world: 'kybac-2019', path: '/tra-cuu', act: async (page) => { await page.getByRole('button', { name: 'Tra cứu' }).click(); } },
    { id: 'public-track-wrong', title: 'Tra cứu: bốn số không khớp', world: 'kybac-2019', path: '/tra-cuu', act: track((stage) => stage.code, '9999') },
    { id: 'public-track-answer', title: 'Tra cứu: đang giải quyết', world: 'kybac-2019', path: '/tra-cuu', act: track((stage) => stage.code) },
    { id: 'public-track-why', title: 'Tra cứu: vì sao là ngày này', world: 'kybac-2019', path: '/tra-cuu', act: async (page, stage) => { await track((s) => s.code)(page, stage); await page.getByText('Vì sao là ngày này?').click(); } },
    { id: 'public-procedures', title: 'Thủ tục', world: 'kybac-2019', path: '/thu-tuc' },
    { id: 'public-procedures-found', title: 'Thủ tục: tìm bằng lời thường ngày', world: 'hatinh-2026', path: '/thu-tuc?q=lam+giay+khai+sinh+cho+chau' },
    { id: 'public-procedures-none', title: 'Thủ tục: không thấy', world: 'kybac-2019', path: '/thu-tuc?q=qwzx' },
    { id: 'public-procedure', title: 'Một thủ tục', world: 'kybac-2019', path: '/thu-tuc/1.001193' },
    { id: 'public-procedure-2026', title: 'Một thủ tục, 2026', world: 'hatinh-2026', path: '/thu-tuc/1.001193' },
    { id: 'public-gone', title: 'Không có trang này', world: 'kybac-2019', path: '/khong-co' },
  ],
};

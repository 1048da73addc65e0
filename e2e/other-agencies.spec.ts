// The same desk serves the district and the province: a household business and a criminal record.
import { expect, type Page, test } from '@playwright/test';
import { acceptsHandOver, doesNext, issues, opensIn, sendsBack, signs } from './agency.ts';
import { acceptsOutcome, client, findProcedure, forwardAll, receivedCode, walkToConfirm } from './desk.ts';
import { comesToWork, handsOn, opensPresence } from './people.ts';
import { picture } from './pictures.ts';

test.describe.configure({ mode: 'serial' });

const SHOPKEEPER = client(11, 'Trần Thị Quán');
const WORKER = client(12, 'Lê Văn Xa');

let clerk: Page;
test.beforeAll(async ({ browser }) => { clerk = await comesToWork(browser, 'buudien.kybac'); });

test.describe('the district', () => {
  let code = '';

  test('the post receives a household business by itself, under its written delegation', async () => {
    const hands = handsOn(clerk);
    await findProcedure(clerk, hands, 'mo quan tap hoa', 'Đăng ký thành lập hộ kinh doanh');
    await walkToConfirm(clerk, hands, SHOPKEEPER, {
      ownerName: 'TRẦN THỊ QUÁN', ownerBirthDate: '03071992', ownerIdentity: '183400011', ownerAddress: 'thôn Hợp Tiến, xã Kỳ Bắc',
      businessName: 'TẠP HÓA QUÁN', businessAddress: 'thôn Hợp Tiến, xã Kỳ Bắc', lines: 'Bán lẻ hàng tạp hóa', capital: '20000000', workers: '1',
    });
    await picture(clerk, '21-delegated');
    await clerk.keyboard.press('F9');
    code = await receivedCode(clerk);
    await expect(clerk.locator('.due-when')).toHaveText('thứ Năm, 21/11/2019, 17 giờ 30');
    await expect(clerk.locator('dl.facts').first()).not.toContainText('hỗ trợ');
    await clerk.keyboard.press('F1');
    await forwardAll(clerk, 'Phòng Tài chính - Kế hoạch huyện Kỳ Anh', [code]);
    await clerk.getByRole('button', { name: 'Đóng', exact: true }).click();
  });

  test('specialist, head of section and văn thư of the district each do their part', async ({ browser }) => {
    const specialist = await comesToWork(browser, 'taichinh.kyanh');
    await acceptsHandOver(specialist, [code]);
    await opensIn(specialist, 'Của tôi', code);
    await doesNext(specialist, 'Trình lãnh đạo phòng');
    await specialist.context().close();
    const head = await comesToWork(browser, 'truongtaichinh.kyanh');
    await opensIn(head, 'Tất cả', code);
    await doesNext(head, 'Trình ký');
    await signs(head, 'TRƯỞNG PHÒNG');
    await head.context().close();
    const records = await comesToWork(browser, 'vanthu.kyanh');
    await opensIn(records, 'Chờ phát hành', code);
    expect(await issues(records, 'GCN-HKD')).toMatch(/\/GCN-HKD$/);
    await sendsBack(records);
    await records.context().close();
  });

  test('the certificate is back at the desk, to be returned', async () => {
    await acceptsOutcome(clerk, code);
    await clerk.getByRole('tab', { name: /^Chờ trả/ }).click();
    await expect(clerk.getByRole('row', { name: new RegExp(code.replaceAll('.', '\\.')) })).toBeVisible();
  });
});

test.describe('a provincial department', () => {
  let code = '';

  test('by the public postal service there is a posting slip, and no date before the record is signed', async () => {
    await opensPresence(clerk, /Trần Văn Trúc/);
    const hands = handsOn(clerk);
    await findProcedure(clerk, hands, 'giay di xuat khau lao dong', 'Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam');
    await walkToConfirm(clerk, hands, WORKER, {
      personName: 'Lê Văn Xa', personBirthDate: '03071992', birthPlace: 'Kỳ Bắc', nationality: 'Việt Nam', ethnicity: 'Kinh', permanentAddress: 'thôn Hợp Tiến, xã Kỳ Bắc',
      identityNumber: '183400012', history: 'Từ 14 tuổi ở nhà làm ruộng tại xã Kỳ Bắc', purpose: 'Đi làm việc ở nước ngoài', copies: '1',
    });
    await clerk.getByRole('button', { name: 'Trường hợp và tờ khai' }).click();
    await clerk.getByRole('radio', { name: /Dịch vụ bưu chính công ích/ }).check();
    await clerk.getByRole('button', { name: 'Phí, lệ phí' }).click();
    await clerk.getByLabel(/^Số lượng: Phí cung cấp thông tin lý lịch tư pháp$/).fill('1');
    await clerk.getByLabel('Số hiệu bưu gửi').fill('EM123456789VN');
    await clerk.getByLabel('Số niêm phong').fill('NP000012');
    await clerk.getByLabel('Cước thu của người gửi').fill('33000');
    await picture(clerk, '22-posting');
    await clerk.getByRole('button', { name: /Xác nhận$/ }).click();
    await expect(clerk.getByText('cước 33.000 đồng')).toBeVisible();
    await picture(clerk, '22-by-post');
    await clerk.keyboard.press('F9');
    code = await receivedCode(clerk);
    await expect(clerk.getByText('Thời hạn tính từ khi ký biên bản giao nhận với cơ quan giải quyết.')).toBeVisible();
    await expect(clerk.getByRole('button', { name: /In phiếu gửi hồ sơ/ })).toBeVisible();
    await clerk.keyboard.press('F1');
    await forwardAll(clerk, 'Sở Tư pháp', [code]);
    await clerk.getByRole('button', { name: 'Đóng', exact: true }).click();
  });

  test('with the signed record the clock starts; section, deputy director by delegation and văn thư finish', async ({ browser }) => {
    const specialist = await comesToWork(browser, 'chuyenvien.stp');
    await acceptsHandOver(specialist, [code]);
    await opensIn(specialist, 'Của tôi', code);
    await expect(specialist.locator('.due-when')).toHaveText('thứ Hai, 02/12/2019, 17 giờ 30');
    await doesNext(specialist, 'Trình lãnh đạo phòng');
    await specialist.context().close();
    const head = await comesToWork(browser, 'truongphong.stp');
    await opensIn(head, 'Tất cả', code);
    await doesNext(head, 'Trình ký');
    await head.context().close();
    const deputy = await comesToWork(browser, 'phogiamdoc.stp');
    await opensIn(deputy, 'Chờ ký', code);
    await signs(deputy, 'KT. GIÁM ĐỐC');
    await deputy.context().close();
    const records = await comesToWork(browser, 'vanthu.stp');
    await opensIn(records, 'Chờ phát hành', code);
    expect(await issues(records, 'STP-LLTP')).toMatch(/\/STP-LLTP$/);
    await sendsBack(records);
    await records.context().close();
    await acceptsOutcome(clerk, code);
  });
});

// The supervisor of the post: the map and its equal table, what is on the road, and through to the way of one paper.
import { expect, type Page, test } from '@playwright/test';
import { noViolations } from './axe.ts';
import { comesToWork, goesTo, HATINH, PHONE } from './people.ts';
import { DOT, picture } from './pictures.ts';

const SUPERVISOR = 'giamsat.buudien';

/** A record on the road with a dossier of which there is paper: electronic ones have no way to show. */
const carriedOnPaper = async (post: Page): Promise<{ readonly handOverId: string; readonly code: string }> => {
  const read = async <T>(path: string): Promise<T> => (await (await post.request.get(`${HATINH.base}/api/post/${path}`)).json()) as T;
  const { onTheWay } = await read<{ readonly onTheWay: readonly { readonly handOverId: string }[] }>('road');
  for (const { handOverId } of onTheWay) {
    const { lines } = await read<{ readonly lines: readonly { readonly dossierId: string; readonly code: string }[] }>(`records/${handOverId}`);
    for (const { dossierId, code } of lines) if ((await read<{ readonly custody: readonly object[] }>(`dossiers/${dossierId}`)).custody.length > 0) return { handOverId, code };
  }
  throw new Error('nothing on paper is on the road');
};

test('desks are chosen on the map by key, and in the table; a record leads to its dossiers and their way', async ({ browser }) => {
  const post = await comesToWork(browser, SUPERVISOR, HATINH);
  await goesTo(post, /^Giám sát/);
  const map = post.getByRole('group', { name: 'Bản đồ các quầy và luồng giấy tờ' });
  await expect(map.getByRole('button')).toHaveCount(69);
  const table = post.getByRole('table', { name: 'Các quầy', exact: true });
  await expect(table.getByRole('row')).toHaveCount(70);
  await noViolations(post);
  const first = map.getByRole('button', { name: /^Kỳ Xuân:/ });
  await first.focus();
  await post.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(post.getByRole('heading', { name: 'Kỳ Xuân', exact: true })).toBeVisible();
  await post.keyboard.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await expect(map.locator('[aria-pressed="true"]')).toBeFocused();
  await table.getByRole('button', { name: 'Hương Khê', exact: true }).click();
  await expect(map.getByRole('button', { name: /^Hương Khê:/ })).toHaveAttribute('aria-pressed', 'true');

  const { handOverId, code } = await carriedOnPaper(post);
  await post.getByRole('tab', { name: /^Trên đường/ }).click();
  await post.locator(`a[href$="${handOverId}"]`).click();
  await expect(post.getByRole('table', { name: 'Trong biên bản' })).toBeVisible();
  await noViolations(post);
  await post.getByRole('link', { name: code }).click();
  await expect(post.getByRole('heading', { level: 1 })).toContainText(code);
  await expect(post.getByRole('list', { name: /đã qua tay ai$/ }).first()).toBeVisible();
  await noViolations(post);
  await post.context().close();
});

test('on a phone the map is whole and the table says the same', async ({ browser }) => {
  const post = await comesToWork(browser, SUPERVISOR, HATINH, PHONE);
  await post.goto(`${HATINH.base}/lam-viec/buu-dien`);
  const map = post.getByRole('group', { name: 'Bản đồ các quầy và luồng giấy tờ' });
  await expect(map).toBeInViewport();
  await expect(post.getByRole('table', { name: 'Các quầy', exact: true }).getByRole('row')).toHaveCount(70);
  expect(await post.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await noViolations(post);
  await post.context().close();
});

test('a shipment is taken out of a courier’s round, waits, and is put into one again', async ({ browser }) => {
  const post = await comesToWork(browser, SUPERVISOR, HATINH);
  await post.goto(`${HATINH.base}/lam-viec/buu-dien?muc=chuyen-phat`);
  const round = post.getByRole('table', { name: 'Chuyến của Hoàng Văn Ngựa' });
  const unplan = round.getByRole('button', { name: /^Bỏ khỏi chuyến/ }).last();
  await expect(unplan).toBeVisible();
  const item = (await unplan.innerText()).replace(/^Bỏ khỏi chuyến\s*/u, '').trim();
  await noViolations(post);
  await unplan.click();
  const waiting = post.getByRole('table', { name: 'Bưu gửi chờ xếp chuyến' });
  await waiting.getByRole('checkbox', { name: item }).check();
  await expect(round.getByRole('row').filter({ hasText: item })).toHaveCount(0);
  await picture(post, 'supervisor-1-waiting');
  await post.getByRole('button', { name: 'Xếp 1 bưu gửi vào chuyến' }).click();
  const asked = post.getByRole('dialog');
  await asked.getByRole('radio', { name: /^Hoàng Văn Ngựa/ }).check();
  await noViolations(post);
  await picture(post, 'supervisor-2-plan');
  await asked.getByRole('button', { name: 'Xếp vào chuyến' }).click();
  await expect(round.getByRole('row').filter({ hasText: item })).toContainText('Đã xếp vào chuyến, còn ở quầy');
  await post.setViewportSize({ width: 360, height: 740 });
  expect(await post.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await picture(post, 'supervisor-3-phone');
  await post.context().close();
});

test('a complaint received at a desk is taken up and settled by the supervisor, with its notice', async ({ browser }) => {
  const desk = await comesToWork(browser, 'tiepnhan.ductho', HATINH);
  const stock = (await (await desk.request.get(`${HATINH.base}/api/desk/stock`)).json()) as { readonly rows: readonly { readonly code: string; readonly dossierId?: string }[] };
  const code = stock.rows.find(({ dossierId }) => dossierId !== undefined)?.code ?? '';
  await desk.goto(`${HATINH.base}/lam-viec/khieu-nai`);
  await desk.getByRole('button', { name: /^Tiếp nhận khiếu nại/ }).click();
  const asked = desk.getByRole('dialog');
  await asked.getByRole('button', { name: 'Tiếp nhận khiếu nại' }).click();
  await expect(asked.getByText('Ghi nội dung khiếu nại.')).toBeVisible();
  await asked.getByLabel('Mã hồ sơ, số hiệu bưu gửi hoặc nhãn túi').fill(code);
  await asked.getByLabel('Họ và tên').fill('Nguyễn Văn Thử');
  await expect(asked.getByText('ngày làm việc.')).toBeVisible();
  await asked.getByLabel('Địa chỉ').fill('thôn Tùng Ảnh, xã Đức Thọ');
  await asked.getByLabel('Nội dung khiếu nại').fill('Kết quả đến muộn ba ngày');
  await asked.getByRole('button', { name: 'Thêm bản quét, ảnh chứng cứ' }).click();
  await asked.getByLabel('Bản quét, ảnh 1', { exact: true }).setInputFiles({ name: 'phieu-gui.png', mimeType: 'image/png', buffer: DOT });
  await expect(asked.getByText('phieu-gui.png')).toBeVisible();
  await picture(desk, '85-complaint-proof');
  await noViolations(desk);
  await asked.getByRole('button', { name: 'Tiếp nhận khiếu nại' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('TNKN');
  const number = /\d+\/TNKN/u.exec(await desk.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';
  await noViolations(desk);
  await desk.context().close();

  const post = await comesToWork(browser, SUPERVISOR, HATINH, PHONE);
  await post.goto(`${HATINH.base}/lam-viec/khieu-nai-buu-chinh`);
  await post.getByRole('row').filter({ hasText: code }).getByRole('link', { name: number }).click();
  await expect(post.getByRole('link', { name: 'Tệp 1: Chứng từ gửi' })).toBeVisible();
  await picture(post, '86-complaint-proof-phone');
  await post.getByRole('button', { name: 'Nhận giải quyết' }).click();
  await post.getByRole('button', { name: 'Ghi kết quả giải quyết' }).click();
  const ending = post.getByRole('dialog');
  await ending.getByLabel('Khiếu nại đúng', { exact: true }).check();
  await ending.getByLabel('Căn cứ').fill('Nghị định số 47/2011/NĐ-CP');
  await ending.getByLabel('Xác minh và giải quyết').fill('Chuyến thư bị hoãn, hoàn cước cho người gửi');
  await ending.getByLabel(/^Bồi thường/).fill('33.000');
  await ending.getByRole('button', { name: 'Ghi kết quả giải quyết' }).click();
  await expect(post.getByText('33.000 đồng')).toBeVisible();
  await expect(post.getByRole('link', { name: /^Thông báo \d+\/TBKN/ })).toBeVisible();
  await noViolations(post);
  await post.context().close();
});

// A bag of fifty goes from the desk to the province and is received by scanner alone; then one comes back, and a sealed envelope goes, with papers that follow their dossier.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { type ReceivedByWire, type Wire, issuedByStp, receivedByWire, wireOf } from './by-wire.ts';
import { client, dialog } from './desk.ts';
import { KYBAC, PIN, comesToWork, goesTo } from './people.ts';
import { picture } from './pictures.ts';
import { bagCounter as counter, labelIn, scans } from './scanner.ts';

test.describe.configure({ mode: 'serial' });

const FIFTY = 50;
const AGENCY = 'Sở Tư pháp tỉnh Hà Tĩnh';
const WHO = client(61, 'Nguyễn Thị Túi');


let dossiers: readonly ReceivedByWire[] = [];
let label = '';

test('the clerk fills a bag by scanning; what is scanned twice, of another agency or with a wrong digit is refused with what to do', async ({ browser }) => {
  const officer = await wireOf('tuphap.kybac');
  const received: ReceivedByWire[] = [];
  for (let no = 0; no < FIFTY; no += 1) received.push(await receivedByWire(officer, '2.000488', WHO));
  const other = await receivedByWire(officer, '2.000528', WHO);
  await officer.dispose();
  dossiers = received;
  const clerk = await comesToWork(browser, 'buudien.kybac');
  await goesTo(clerk, /^Túi hồ sơ/);
  await clerk.getByRole('button', { name: `Mở túi gửi ${AGENCY}` }).click();
  const [first, ...rest] = received;
  await expect(clerk.getByRole('textbox', { name: /^Quét giấy tiếp nhận/ })).toBeFocused();
  await scans(clerk, first?.code ?? '');
  await expect(counter(clerk)).toHaveText('1');
  await scans(clerk, first?.code ?? '');
  await expect(clerk.getByRole('alert')).toContainText('đã ở trong túi này');
  await scans(clerk, other.code);
  await expect(clerk.getByRole('alert')).toContainText('không phải nơi nhận của túi này');
  await scans(clerk, 'RR473124828VN');
  await expect(clerk.getByRole('alert')).toContainText('chữ số kiểm tra');
  await picture(clerk, '61-bag-refused');
  // one after the other without a look at the screen: none is lost
  for (const { code } of rest) await scans(clerk, code);
  await expect(counter(clerk)).toHaveText(String(FIFTY));
  await picture(clerk, '62-bag-filled');
  expect(await violationsOf(clerk)).toEqual([]);
  await clerk.keyboard.press('F9');
  await dialog(clerk, /^Niêm phong túi/).getByLabel('Số niêm phong').fill('NP 004512');
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByRole('link', { name: 'Nhãn túi' })).toBeVisible();
  label = labelIn(await clerk.getByRole('heading', { level: 1 }).innerText());
  await clerk.keyboard.press('F9');
  await dialog(clerk, /^Bàn giao túi/).getByRole('button', { name: 'Bàn giao túi' }).click();
  await expect(clerk.getByRole('button', { name: /^In biên bản/ })).toBeVisible();
  await picture(clerk, '63-bag-handed-over');
  await clerk.context().close();
});

test('the province receives the bag of fifty without touching the mouse; what was not scanned stands in red', async ({ browser }) => {
  const specialist = await comesToWork(browser, 'chuyenvien.stp');
  await goesTo(specialist, /^Túi hồ sơ/);
  await expect(specialist.getByRole('textbox', { name: 'Quét nhãn túi để nhận' })).toBeFocused();
  const wrong = label.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  await scans(specialist, wrong);
  await expect(specialist.getByRole('alert')).toContainText('so lại từng chữ số', { ignoreCase: true });
  const started = Date.now();
  await scans(specialist, label);
  await expect(counter(specialist)).toHaveText(`0/${FIFTY}`);
  await picture(specialist, '64-bag-to-receive');
  const [torn, ...whole] = dossiers;
  for (const [index, { code }] of whole.entries()) {
    await scans(specialist, code);
    await expect(counter(specialist)).toHaveText(`${index + 1}/${FIFTY}`);
  }
  await expect(specialist.getByRole('table', { name: 'Chưa quét' })).toContainText(torn?.code ?? '');
  await expect(specialist.getByRole('button', { name: 'Ký nhận', exact: true })).toBeDisabled();
  await scans(specialist, whole[0]?.code ?? '');
  await expect(specialist.getByRole('alert')).toContainText('đã quét rồi');
  await picture(specialist, '65-bag-one-left');
  await specialist.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => specialist.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await picture(specialist, '65-bag-one-left-phone');
  await specialist.setViewportSize({ width: 1366, height: 768 });
  await scans(specialist, torn?.code ?? '');
  await expect(counter(specialist)).toHaveText(`${FIFTY}/${FIFTY}`);
  await specialist.keyboard.press('F9');
  await expect(dialog(specialist, /^Ký nhận túi/)).toContainText(`nhận ${FIFTY} hồ sơ`);
  await specialist.keyboard.press('Enter');
  await expect(specialist.getByText(/đã ký nhận/)).toBeVisible();
  console.log(`bag of ${FIFTY} received by scanner in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  expect(await violationsOf(specialist)).toEqual([]);
  await picture(specialist, '66-bag-received');
  await specialist.context().close();
});

test('an outcome comes back in a bag and is counted at the desk', async ({ browser }) => {
  const records = await wireOf('vanthu.stp');
  const [one] = dossiers;
  await issuedByStp(one?.dossierId ?? '', 'Phiếu lý lịch tư pháp số 1');
  const bagId = randomUUID();
  const sends = async (path: string, body: object): Promise<{ label?: string }> => {
    const answer = await records.post(`/api/office/bags${path}`, body);
    expect(answer.ok(), await answer.text()).toBe(true);
    return await answer.json() as { label?: string };
  };
  const { label: back = '' } = await sends('', { bagId, deskId: 'ky-bac', agencyUnitId: 'so-tu-phap' });
  await sends(`/${bagId}/pack`, { scanned: one?.code ?? '' });
  await sends(`/${bagId}/close`, { sealNumber: 'STP 17' });
  await sends(`/${bagId}/hand-over`, { handOverId: randomUUID() });
  await records.dispose();
  const clerk = await comesToWork(browser, 'buudien.kybac');
  await goesTo(clerk, /^Túi hồ sơ/);
  await expect(clerk.getByRole('table', { name: 'Túi đang chuyển đến' })).toContainText('STP 17');
  await scans(clerk, back);
  await expect(counter(clerk)).toHaveText('0/1');
  await scans(clerk, one?.code ?? '');
  await clerk.keyboard.press('F9');
  await dialog(clerk, /^Ký nhận túi/).getByRole('checkbox', { name: /không nguyên vẹn/ }).check();
  await clerk.getByLabel('Niêm phong thế nào').fill('Tem rách một góc');
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByText('Tem rách một góc')).toBeVisible();
  await picture(clerk, '67-bag-back');
  await clerk.context().close();
});

/** Asked for by the agency that has the dossier, and brought to the desk. */
const supplementedByWire = async (officer: Wire, dossierId: string): Promise<void> => {
  const specialist = await wireOf('chuyenvien.stp');
  const does = async (wire: Wire, path: string, body: (revision: number) => object): Promise<void> => {
    const { revision } = await (await officer.get(`/api/dossiers/${dossierId}`)).json() as { revision: number };
    const answer = await wire.post(path, body(revision));
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await does(specialist, `/api/office/dossiers/${dossierId}/ask-supplement`, (expectedRevision) => ({ expectedRevision, reason: 'Thiếu bản sao.', answerWithinWorkingDays: 5, items: [{ name: 'Bản sao giấy tờ', original: 1, certifiedCopy: 0, plainCopy: 0 }] }));
  await does(officer, `/api/desk/dossiers/${dossierId}/receive-supplement`, (revision) => ({ deskId: 'ky-bac', revision, papers: [{ itemId: 'khac', name: 'Bản sao giấy tờ', form: 'original', count: 2 }] }));
  await specialist.dispose();
};

test('an envelope sealed before the citizen goes into the bag by its label, and papers that follow their dossier beside it; the agency signs for all with a PIN', async ({ browser }) => {
  const officer = await wireOf('tuphap.kybac');
  const itemNumber = 'RR473124903VN';
  const { code, dossierId } = await receivedByWire(officer, '2.000488', client(62, 'Nguyễn Thị Phong Bì'), {
    channel: 'post', regime: 'public-post', posting: { itemNumber, postage: 20_000, sealNumber: 'NP 004777' },
  });
  const later = dossiers[1];
  if (!later) throw new Error('no dossier at the agency');
  await supplementedByWire(officer, later.dossierId);
  await officer.dispose();
  const clerk = await comesToWork(browser, 'buudien.kybac');
  await clerk.goto(`${KYBAC.base}/lam-viec/ho-so/${dossierId}`);
  await expect(clerk.getByText('Phong bì đã niêm phong số NP 004777')).toBeVisible();
  await expect(clerk.getByRole('link', { name: 'Nhãn phong bì' })).toBeVisible();
  expect(await violationsOf(clerk)).toEqual([]);
  await picture(clerk, '68-envelope');
  await goesTo(clerk, /^Túi hồ sơ/);
  await clerk.getByRole('button', { name: `Mở túi gửi ${AGENCY}` }).click();
  await expect(clerk.getByRole('textbox', { name: /^Quét giấy tiếp nhận/ })).toBeFocused();
  await scans(clerk, itemNumber);
  await expect(counter(clerk)).toHaveText('1');
  await scans(clerk, later.code);
  await expect(counter(clerk)).toHaveText('2');
  await expect(clerk.getByRole('table', { name: 'Trong túi', exact: true }).getByRole('row', { name: new RegExp(later.code) })).toContainText('giấy tờ bổ sung');
  await picture(clerk, '68-papers-follow');
  await clerk.keyboard.press('F9');
  await dialog(clerk, /^Niêm phong túi/).getByLabel('Số niêm phong').fill('NP 004778');
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByRole('link', { name: 'Nhãn túi' })).toBeVisible();
  const bag = labelIn(await clerk.getByRole('heading', { level: 1 }).innerText());
  await clerk.keyboard.press('F9');
  await dialog(clerk, /^Bàn giao túi/).getByRole('button', { name: 'Bàn giao túi' }).click();
  await expect(clerk.getByRole('button', { name: /^In biên bản/ })).toBeVisible();
  await clerk.context().close();

  const specialist = await comesToWork(browser, 'chuyenvien.stp');
  await goesTo(specialist, /^Túi hồ sơ/);
  await expect(specialist.getByRole('textbox', { name: 'Quét nhãn túi để nhận' })).toBeFocused();
  await scans(specialist, bag);
  await expect(counter(specialist)).toHaveText('0/2');
  await expect(specialist.getByRole('table', { name: 'Chưa quét' }).getByRole('row', { name: new RegExp(later.code) })).toContainText('giấy tờ bổ sung');
  await picture(specialist, '68-papers-to-count');
  await scans(specialist, itemNumber);
  await scans(specialist, later.code);
  await expect(counter(specialist)).toHaveText('2/2');
  await specialist.keyboard.press('F9');
  const signs = dialog(specialist, /^Ký nhận túi/);
  await signs.getByRole('radio', { name: 'Ký trên màn hình' }).check();
  const glass = signs.getByRole('img', { name: 'Ô ký của người nhận' });
  await glass.scrollIntoViewIfNeeded();
  const pad = await glass.boundingBox();
  if (!pad) throw new Error('no pad');
  await specialist.mouse.move(pad.x + 40, pad.y + 40);
  await specialist.mouse.down();
  await specialist.mouse.move(pad.x + 200, pad.y + 90, { steps: 8 });
  await specialist.mouse.move(pad.x + 300, pad.y + 30, { steps: 8 });
  await specialist.mouse.up();
  await signs.getByRole('button', { name: 'Dùng chữ ký này' }).click();
  await expect(signs.getByText('Đã ghi chữ ký.')).toBeVisible();
  await picture(specialist, '69-drawn');
  // another way after all
  await signs.getByRole('radio', { name: 'Mã PIN cá nhân' }).check();
  await signs.getByLabel('Mã PIN của ông/bà').fill('111111');
  await specialist.keyboard.press('Enter');
  await expect(signs.getByText(/Mã PIN của ông\/bà không đúng/)).toBeVisible();
  await picture(specialist, '69-signed-by-pin');
  await signs.getByLabel('Mã PIN của ông/bà').fill(PIN);
  await specialist.keyboard.press('Enter');
  await expect(specialist.getByText(/đã ký nhận bằng mã PIN cá nhân/)).toBeVisible();
  await specialist.goto(`${KYBAC.base}/lam-viec/co-quan/ho-so/${dossierId}`);
  await expect(specialist.getByText(code).first()).toBeVisible();
  await specialist.context().close();
});

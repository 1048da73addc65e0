// npm run gallery: every screen in its main states at two sizes, and every paper, on one page: gallery/index.html.
// npm run gallery -- --check [--json]: only the papers, read by pdftotext, qpdf, zbarimg and pdfsig.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { renderGalleryPapers } from '#server/papers/gallery.ts';
import { importPortalRows } from '#testing/portal-rows.ts';
import { findChromium, INSTALL_LINE } from './chromium.ts';
import { checkLines, checkPapers, missingTools } from './gallery/check-papers.ts';
import { galleryPage, type ShownPaper } from './gallery/page.ts';
import { ADMIN_SCREENS } from './gallery/screens-admin.ts';
import { DESK_SCREENS } from './gallery/screens-desk.ts';
import { OFFICE_SCREENS } from './gallery/screens-office.ts';
import { OFFLINE_SCREENS } from './gallery/screens-offline.ts';
import { PUBLIC_SCREENS } from './gallery/screens-public.ts';
import type { Group, Shot } from './gallery/shot.ts';
import { prepareStage, type Stage } from './gallery/stage.ts';
import { makeTaker, type Taken } from './gallery/take.ts';
import { startProduct } from './running-server.ts';

const FOLDER = 'gallery';
const GROUPS: readonly Group[] = [PUBLIC_SCREENS, ...DESK_SCREENS, ...OFFICE_SCREENS, ADMIN_SCREENS, OFFLINE_SCREENS];
const say = (line: string): void => console.log(line);

/** PNG of each page where the machine has pdftoppm; else the PDF stands alone. */
const picturesOf = (file: string): readonly string[] => {
  const folder = join(FOLDER, 'papers');
  const name = file.replace(/\.pdf$/, '');
  const { status } = spawnSync('pdftoppm', ['-r', '90', '-png', join(folder, file), join(folder, name)]);
  return status === 0 ? readdirSync(folder).filter((one) => one.startsWith(`${name}-`) && /^\d+\.png$/.test(one.slice(name.length + 1))).sort() : [];
};

const renderPapers = async (): Promise<readonly ShownPaper[]> => {
  const papers = await renderGalleryPapers(join(FOLDER, 'papers'));
  return papers.map((paper) => ({ ...paper, pictures: picturesOf(paper.file) }));
};

const check = async (): Promise<never> => {
  const json = process.argv.includes('--json');
  const missing = missingTools();
  if (missing.length > 0) {
    if (json) say(JSON.stringify({ missing }));
    else for (const { tool, install } of missing) console.error(`Chưa có ${tool} (${tool} is missing). Cài đặt: ${install}`);
    process.exit(1);
  }
  const folder = join(FOLDER, 'papers-checked');
  rmSync(folder, { recursive: true, force: true });
  const found = await checkPapers(folder);
  if (json) say(JSON.stringify(found));
  else for (const line of checkLines(found)) say(line);
  process.exit(found.faults.length === 0 ? 0 : 1);
};
if (process.argv.includes('--check')) await check();

const executablePath = findChromium();
if (!executablePath) {
  console.error(`Chưa có Chromium để chụp màn hình (Chromium is missing). Cài đặt: ${INSTALL_LINE}`);
  process.exit(1);
}
/** `npm run gallery -- desk-today admin` takes only the pictures whose name begins so. */
const wanted = process.argv.slice(2);
const isWanted = (shot: Shot): boolean => wanted.length === 0 || wanted.some((start) => shot.id.startsWith(start));

if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const papers = await renderPapers();
say(`${papers.length} giấy tờ`);
const product = await startProduct();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
try {
  const take = makeTaker(browser, { 'kybac-2019': product.kybac, 'hatinh-2026': product.hatinh }, join(FOLDER, 'screens'));
  const shots = GROUPS.flatMap((group) => group.shots).filter(isWanted);
  // what shows an empty desk has no work to name
  const fresh = await take(shots.filter((shot) => shot.when === 'fresh'), {} as Stage, say);
  importPortalRows(product.dataFolder, 'hatinh-2026');
  const stage = await prepareStage(product.kybac, product.hatinh);
  const worked = await take(shots.filter((shot) => shot.when !== 'fresh'), stage, say);
  const taken = new Map<Shot, Taken>([...fresh, ...worked].map((one) => [one.shot, one]));
  const groups = GROUPS.map(({ title, shots: own }) => ({ title, taken: own.flatMap((shot) => taken.get(shot) ?? []) })).filter((group) => group.taken.length > 0);
  writeFileSync(join(FOLDER, 'index.html'), galleryPage(groups, papers));
  const faulty = [...taken.values()].filter(({ faults }) => faults.length > 0).length;
  say(`${taken.size} màn hình, ${faulty} chưa chụp được như ý: ${FOLDER}/index.html`);
  process.exitCode = faulty === 0 ? 0 : 1;
} finally {
  await browser.close();
  await product.stop();
}

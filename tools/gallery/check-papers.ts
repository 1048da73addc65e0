// npm run gallery -- --check: every paper of the gallery through the machine's own tools, and the counts.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperPayload } from '#documents/papers.ts';
import { type GalleryPaper, renderGalleryPapers } from '#server/papers/gallery.ts';
import { signSamples } from './sign-samples.ts';

/** The program and the package of Debian that brings it. */
const TOOLS = { pdftotext: 'poppler-utils', pdftoppm: 'poppler-utils', pdffonts: 'poppler-utils', pdfsig: 'poppler-utils', qpdf: 'qpdf', zbarimg: 'zbar-tools' } as const;

export const missingTools = (): readonly { readonly tool: string; readonly install: string }[] =>
  Object.entries(TOOLS).filter(([tool]) => spawnSync(tool, ['--version']).error !== undefined)
    .map(([tool, brings]) => ({ tool, install: `sudo apt-get install -y ${brings}` }));

const run = (tool: keyof typeof TOOLS, ...args: readonly string[]) => spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });

/** What steers a paper and is not said on it, or is said in other words (a moment, a kind). */
const UNSAID = new Set([
  'kind', 'version', 'url', 'trackingUrl', 'verify', 'proofUrl', 'mode', 'act', 'direction', 'purpose', 'paidBy', 'outcomeBy', 'returnBy', 'clock', 'result', 'email', 'receiverTitle', 'guideTitle', 'assistantTitle',
  'applicant.identity', 'owner.identity', 'invited.identity', 'sender.identity',
]);
const MOMENT = /^\d{4}-\d\d-\d\d(T|$)/u;
/** What a form does not ask for, although the payload holds it. */
const UNSAID_BY: Readonly<Partial<Record<PaperPayload['kind'], readonly string[]>>> = {
  'supplement-request': ['head.deskName'],
  'refusal-notice': ['head.deskName'],
  'hand-over-record': ['head.deskName'],
  'control-slip': ['head.deskName'],
  'certification-book': ['of'],
  'return-note': ['owner.address', 'owner.phone'],
  'apology-notice': ['head.deskName', 'applicant.phone', 'owner.phone'],
  'stop-notice': ['applicant.phone', 'owner.phone'],
  'withdrawal-note': ['applicant.phone', 'owner.phone'],
  'posting-slip': ['receiver.identity'],
  'bag-label': ['content'],
  'stock-count-record': ['head.deskName'],
  'complaint-notice': ['head.deskName'],
  'liability-minute': ['head.deskName'],
  'remittance-slip': ['head.deskName'],
};

/** Words of the payload that the paper has to say. Where owner and applicant differ, forms name the applicant only. */
const wordsOf = (payload: PaperPayload): readonly string[] => {
  const unsaid = new Set([...UNSAID, ...(UNSAID_BY[payload.kind] ?? [])]);
  const named = payload.kind !== 'intake-receipt' && 'owner' in payload && payload.owner !== undefined;
  const wordsIn = (value: unknown, key: string, parent: string): readonly string[] => {
    if (unsaid.has(key) || unsaid.has(`${parent}.${key}`)) return [];
    if (parent === 'applicant' && ((named && key !== 'name') || (payload.kind === 'intake-receipt' && payload.owner !== undefined && key === 'address'))) return [];
    if (typeof value === 'string') return MOMENT.test(value) ? [] : value.normalize('NFC').split(/\s+/u).filter((word) => word !== '');
    if (Array.isArray(value)) return value.flatMap((item: unknown) => wordsIn(item, key, parent));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([inner, item]) => wordsIn(item, inner, key));
  };
  return wordsIn(payload, '', '');
};

/** Blanks, case and the hyphens of telephone groups aside: titles are in capitals and long words go over lines. */
const folded = (text: string): string => text.replaceAll(/\s+/gu, '').toLocaleLowerCase('vi');

const textFaults = ({ payload, size }: GalleryPaper, text: string): readonly string[] => {
  if (text !== text.normalize('NFC')) return ['the text is not NFC'];
  if (/\uFFFD|\u200B/u.test(text)) return ['the text holds characters that cannot be read'];
  // a strip says only code, moment, place and papers
  if (size === '80mm') return 'tracking' in payload && payload.tracking !== undefined && !folded(text).includes(folded(payload.tracking.code)) ? ['the strip lacks its code'] : [];
  const all = folded(text);
  const lost = [...new Set(wordsOf(payload))].filter((word) => !all.includes(folded(word)));
  return lost.length === 0 ? [] : [`not in the text: ${lost.slice(0, 8).join(' ')}`];
};

const expectedCodes = ({ document: { data }, size }: GalleryPaper): readonly string[] => {
  const marks: string[] = [];
  for (const key of ['tracking', 'page']) {
    const mark = data[key];
    if (typeof mark !== 'object' || mark === null || Array.isArray(mark)) continue;
    const { url, code } = mark as { readonly url?: string; readonly code?: string };
    if (url) marks.push(`QR-Code:${url}`);
    if (code && size !== '80mm') marks.push(`CODE-128:${code}`);
  }
  return marks;
};

const readCodes = (folder: string, file: string): ReadonlySet<string> => {
  const name = file.replace(/\.pdf$/u, '-150');
  run('pdftoppm', '-r', '150', '-gray', '-png', '-f', '1', '-l', '6', join(folder, file), join(folder, name));
  const pages = readdirSync(folder).filter((one) => one.startsWith(`${name}-`) && one.endsWith('.png')).map((one) => join(folder, one));
  return new Set(run('zbarimg', '-q', ...pages).stdout.split('\n').filter((line) => line !== ''));
};

type Fault = { readonly file: string; readonly check: string; readonly what: string };
export type PaperCheck = Readonly<Record<'papers' | 'pages' | 'texts' | 'words' | 'qpdf' | 'fonts' | 'codesExpected' | 'codesRead' | 'signed' | 'signaturesValid', number>> & { readonly faults: readonly Fault[] };

export const checkPapers = async (folder: string): Promise<PaperCheck> => {
  const printed = await renderGalleryPapers(folder);
  const papers = [...printed, ...await signSamples(folder, printed)];
  const faults: Fault[] = [];
  const count = { papers: papers.length, pages: 0, texts: 0, words: 0, qpdf: 0, fonts: 0, codesExpected: 0, codesRead: 0, signed: 0, signaturesValid: 0 };
  const see = (file: string, check: string, found: readonly string[]): boolean => {
    for (const what of found) faults.push({ file, check, what });
    return found.length === 0;
  };
  for (const paper of papers) {
    const { file } = paper;
    const path = join(folder, file);
    count.pages += paper.pages;
    count.words += wordsOf(paper.payload).length;
    see(file, 'typesetting', paper.warnings);
    if (see(file, 'pdftotext', textFaults(paper, run('pdftotext', '-raw', '-enc', 'UTF-8', path, '-').stdout))) count.texts += 1;
    const checked = run('qpdf', '--check', path);
    if (see(file, 'qpdf --check', checked.status === 0 ? [] : [checked.stderr.split('\n')[0] ?? 'refused'])) count.qpdf += 1;
    const fonts = run('pdffonts', path).stdout.split('\n').slice(2).filter((line) => line !== '');
    if (see(file, 'pdffonts', fonts.filter((line) => !/Tinos/u.test(line) || !/\byes\s+yes\s+yes\b/u.test(line)).map((line) => `not embedded, not Tinos or without Unicode: ${line.slice(0, 40)}`))) count.fonts += 1;
    const expected = expectedCodes(paper);
    const read = expected.length === 0 ? new Set<string>() : readCodes(folder, file);
    const unread = expected.filter((code) => !read.has(code));
    count.codesExpected += expected.length;
    count.codesRead += expected.length - unread.length;
    see(file, 'zbarimg at 150 dpi', unread.map((code) => `not read: ${code.slice(0, 60)}`));
    const signature = run('pdfsig', '-nocert', path).stdout;
    if (file.startsWith('signed-')) {
      count.signed += 1;
      const validity = [...signature.matchAll(/Signature Validation: (.*)/gu)].map((match) => match[1] ?? '');
      if (see(file, 'pdfsig', validity.length === 2 && validity.every((one) => one === 'Signature is Valid.') ? [] : [`two valid signatures are wanted: ${validity.join(' ')}`])) count.signaturesValid += 1;
    }
  }
  return { ...count, faults };
};

const LINES: Readonly<Record<string, (check: PaperCheck) => string>> = {
  'papers and pages': ({ papers, pages }) => `${papers} papers, ${pages} pages`,
  'pdftotext, NFC, every word': ({ texts, papers, words }) => `${texts}/${papers} (${words} words)`,
  'qpdf --check': ({ qpdf, papers }) => `${qpdf}/${papers}`,
  'fonts embedded': ({ fonts, papers }) => `${fonts}/${papers}`,
  'QR and Code 128 at 150 dpi': ({ codesRead, codesExpected }) => `${codesRead}/${codesExpected}`,
  'pdfsig, of those signed': ({ signaturesValid, signed }) => `${signaturesValid}/${signed}`,
};

export const checkLines = (check: PaperCheck): readonly string[] => [
  ...Object.entries(LINES).map(([label, say]) => `${label.padEnd(30)} ${say(check)}`),
  ...check.faults.map(({ file, check: by, what }) => `${file}: ${by}: ${what}`),
];

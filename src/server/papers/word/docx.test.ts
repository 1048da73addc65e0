import { describe, expect, it } from 'vitest';
import { documentFor } from '#documents/papers.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { refusalAtDesk } from '#documents/samples/notices.ts';
import { pdfText } from '#testing/pdf-text.ts';
import { zipEntries } from '#testing/zip-entries.ts';
import { setPaper } from '../render.ts';
import { docxFor, type EditablePayload, isEditable } from './docx.ts';

const editable = PAPER_SAMPLES.flatMap(({ name, payload }) => (isEditable(payload) ? [{ name, payload }] : []));
const open = async (payload: EditablePayload): Promise<ReadonlyMap<string, string>> =>
  new Map([...zipEntries(await docxFor(payload))].map(([name, content]) => [name, content.toString('utf8')]));

const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
/** A paragraph a line; what stands in one paragraph stands together. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => unescaped(text ?? '')).join('')).join('\n');
/** Sorted letters of each word: columns may be read in another order, and long words are broken on the sheet. */
const letters = (text: string): string => text.replaceAll(/\s+/gu, '').split('').toSorted().join('');
const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '').toSorted();

/** The tags of XML close in the order in which they were opened. */
const isWellFormed = (xml: string): boolean => {
  const openTags: string[] = [];
  for (const [, closing, name, selfClosed] of xml.replace(/^<\?[^?]*\?>/u, '').matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/gu)) {
    if (closing === '/') { if (openTags.pop() !== name) return false; } else if (selfClosed !== '/') openTags.push(name ?? '');
  }
  return openTags.length === 0;
};

describe('the Word file of a text that a leader edits', () => {
  it('is there for apology, stop notice, supplement request and refusal, in every version', () => {
    expect(new Set(editable.map(({ payload }) => `${payload.kind} ${payload.version}`))).toEqual(new Set([
      'apology-notice v2018', 'apology-notice v2025', 'stop-notice v2018', 'stop-notice v2025',
      'supplement-request v2018', 'supplement-request v2025', 'refusal-notice v2018', 'refusal-notice v2025',
    ]));
  });

  it.each(editable)('$name says the words of the printed paper, no fewer and no more', async ({ payload }) => {
    const files = await open(payload);
    const printed = setPaper(documentFor(payload));
    const foot = [...files].filter(([name]) => /^word\/footer\d+\.xml$/u.test(name)).map(([, xml]) => textOf(xml)).join('');
    const said = `${textOf(files.get('word/document.xml') ?? '')}\n${Array.from({ length: printed.pages }, () => foot).join('\n')}`;
    const code = documentFor(payload).data['footCode'];
    const head = 'STT Tên giấy tờ, tài liệu Bản chính Bản sao có chứng thực Bản chụp';
    // pages are numbered by the printer of either file, and each page repeats the head of a table that goes on
    const onSheet = pdfText(printed.pdf).replaceAll(new RegExp(` ${String(code)} · Trang \\d+/\\d+`, 'gu'), '');
    const repeated = onSheet.split(head).length - said.replaceAll('\n', ' ').split(head).length;
    expect(letters(`${said}${head.repeat(repeated)}`)).toBe(letters(onSheet));
    if (!onSheet.includes('@')) expect(words(`${said}${` ${head}`.repeat(repeated)}`)).toEqual(words(onSheet));
  });

  it.each(editable)('$name opens: its parts are there and well-formed, in Vietnamese and Times New Roman', async ({ payload }) => {
    const files = await open(payload);
    for (const part of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml', 'word/_rels/document.xml.rels']) expect(files.has(part)).toBe(true);
    for (const [name, content] of files) expect([name, isWellFormed(content)]).toEqual([name, true]);
    expect(files.get('word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(files.get('word/styles.xml')).toContain('w:val="vi-VN"');
  });

  it('an agency’s document has the margins of Decree 30: 20 mm above and below, 30 at the left', async () => {
    const official = editable.find(({ name }) => name === 'stop-2025');
    const xml = (await open(official?.payload as EditablePayload)).get('word/document.xml') ?? '';
    expect(xml).toMatch(/<w:pgSz w:w="11907" w:h="16840"/u);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="907" w:bottom="1134" w:left="1701"/u);
  });

  it('what was typed is words, never markup', async () => {
    const hostile = '<w:p>&amp; "x" \u0007 ]]> Nguyễn'.normalize('NFD');
    const files = await open({ ...refusalAtDesk, reason: hostile });
    const xml = files.get('word/document.xml') ?? '';
    expect(isWellFormed(xml)).toBe(true);
    expect(textOf(xml)).toContain('<w:p>&amp; "x" ]]> Nguyễn'.replace('"x" ', '"x"  '));
  });
});

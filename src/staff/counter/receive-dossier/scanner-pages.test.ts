import { expect, it } from 'vitest';
import { beginWatch, type FolderEntry, isWhole, look, pageTypeOf } from './scanner-pages.ts';

const BEGAN = 1_000_000;
const page = (name: string, change: Partial<FolderEntry> = {}): FolderEntry => ({ name, size: 500, lastModified: BEGAN + 5_000, ...change });
const after = (...listings: readonly (readonly FolderEntry[])[]): readonly string[] => {
  let watch = beginWatch(BEGAN);
  let names: readonly string[] = [];
  for (const listing of listings) {
    const seen = look(watch, listing);
    watch = seen.watch;
    names = seen.still.map((e) => e.name);
  }
  return names;
};

it('a page is shown when it stood still from one look to the next', () => {
  expect(after([page('a.pdf')])).toEqual([]);
  expect(after([page('a.pdf')], [page('a.pdf')])).toEqual(['a.pdf']);
});

it('a file that still grows is waited for', () => {
  expect(after([page('a.pdf')], [page('a.pdf', { size: 900 })])).toEqual([]);
  expect(after([page('a.pdf')], [page('a.pdf', { size: 900 })], [page('a.pdf', { size: 900 })])).toEqual(['a.pdf']);
  expect(after([page('a.pdf', { size: 0 })], [page('a.pdf', { size: 0 })])).toEqual([]);
});

it('what was there before the client came is not shown', () => {
  const old = page('truoc.jpg', { lastModified: BEGAN - 60_000 });
  expect(after([old], [old], [old, page('moi.jpg')], [old, page('moi.jpg')])).toEqual(['moi.jpg']);
});

it('a scanner whose clock is behind still brings its new pages', () => {
  const behind = page('moi.jpg', { lastModified: BEGAN - 3_600_000 });
  expect(after([], [behind], [behind])).toEqual(['moi.jpg']);
});

it('pages come in the order in which they were scanned', () => {
  const listing = [page('b.png', { lastModified: BEGAN + 9 }), page('c.png', { lastModified: BEGAN + 1 }), page('a.png', { lastModified: BEGAN + 9 })];
  expect(after(listing, listing)).toEqual(['c.png', 'a.png', 'b.png']);
});

it.each([
  ['a.PDF', 'application/pdf'], ['a.b.jpeg', 'image/jpeg'], ['a.png', 'image/png'],
  ['a.tmp', undefined], ['a.pdf.part', undefined], ['.a.pdf', undefined], ['~a.pdf', undefined], ['pdf.', undefined],
])('%s is of type %s', (name, type) => expect(pageTypeOf(name)).toBe(type));

it('a file is whole when it ends as its kind ends', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(isWhole('application/pdf', bytes('startxref\n12\n%%EOF\r\n'))).toBe(true);
  expect(isWhole('application/pdf', bytes('%PDF-1.7 1 0 obj'))).toBe(false);
  expect(isWhole('image/jpeg', Uint8Array.of(1, 2, 0xff, 0xd9, 0))).toBe(true);
  expect(isWhole('image/jpeg', Uint8Array.of(0xff, 0xd8, 1, 2))).toBe(false);
  expect(isWhole('image/png', bytes('....IEND1234'))).toBe(true);
});

import { expect, test } from 'vitest';
import { sheetOf } from './bands.ts';
import { type Named, readDrawing, type Source, withoutPictures } from './drawing.ts';
import { inverse, type Matrix, times, turnedWith } from './matrix.ts';

const named = (forms: Readonly<Record<string, string>> = {}): Named => ({
  picture: (name) => ['A', 'B', 'Im0'].includes(name),
  form: (name): Source | undefined => { const drawing = forms[name]; return drawing === undefined ? undefined : { drawing, named: named(forms) }; },
  isFont: (name) => name === 'F',
  isPlainState: (name) => name === 'plain',
});
const read = (drawing: string, forms?: Readonly<Record<string, string>>) => readDrawing({ drawing, named: named(forms) });
const UNSEEN = 'BT 3 Tr /F 9 Tf (a) Tj ET';

test('pictures are found where they lie, moved and clipped as may be', () => {
  expect(read('q 595 0 0 842 0 0 cm/Im0 Do Q')).toMatchObject({ pictures: [{ name: 'Im0', at: [595, 0, 0, 842, 0, 0] }], hasText: false, isMovable: true });
  expect(read('q\n.24 0 0 .24 0 0 cm\nq 0 0 2480 3508 re W n 2480 0 0 3508 0 0 cm /A Do Q Q')).toMatchObject({ pictures: [{ at: [expect.closeTo(595.2), 0, 0, expect.closeTo(841.92), 0, 0] }], isMovable: true });
  expect(read('q 5 0 0 5 0 5 cm /A Do Q q 5 0 0 5 0 0 cm /B Do Q')?.pictures.map(({ name }) => name)).toEqual(['A', 'B']);
});

test('text that nobody sees is told, within a drawing of its own too, with whatever stands in its strings', () => {
  const strange = String.raw`BT 3 Tr /F 9 Tf [(\) /A Do (b) \\) -20 <4142> (% no comment)] TJ (c) ' ET % /B Do`;
  for (const text of [UNSEEN, strange, '/Span <</ActualText (x)>> BDC BT 3 Tr /F 9 Tf (a) Tj ET EMC', 'q 3 Tr BT /F 1 Tf (a) Tj ET Q'])
    expect(read(`/A Do ${text}`), text).toMatchObject({ pictures: [{ name: 'A' }], hasText: true });
  expect(read('/A Do q 1 0 0 1 0 0 cm /Text Do Q', { Text: UNSEEN })).toMatchObject({ hasText: true });
  expect(read('3 Tr /A Do /Text Do', { Text: 'BT /F 9 Tf (a) Tj ET' })).toMatchObject({ hasText: true });
});

test('text that shows makes no scan: by its mode, by the state before it, by letters that are drawings', () => {
  for (const text of ['BT /F 9 Tf (a) Tj ET', 'BT 0 Tr /F 9 Tf (a) Tj ET', 'BT 7 Tr /F 9 Tf (a) Tj ET', 'q 3 Tr Q BT /F 9 Tf (a) Tj ET', 'BT 3 Tr /T3 9 Tf (a) Tj ET', 'BT 3 Tr (a) Tj ET', 'BT 3 Tr /F 9 Tf /odd gs (a) Tj ET', 'BT (3) Tr /F 9 Tf (a) Tj ET'])
    expect(read(`/A Do ${text}`), text).toBeUndefined();
  expect(read('/A Do /Text Do', { Text: 'BT /F 9 Tf (a) Tj ET' })).toBeUndefined();
});

test('what else is drawn or not understood makes no scan', () => {
  for (const more of ['0 0 9 9 re f', '0 0 m 9 9 l S', '1 0 0 cm', 'x cm', '/Sh sh', 'BI /W 1 /H 1 ID x EI', '/OC /L BDC EMC', '(open', '<41', ')', '/Nothing Do', '1 re'])
    expect(read(`/A Do ${more}`), more).toBeUndefined();
});

test('a drawing within a drawing that leads to itself, or further in, is not followed', () => {
  expect(read('/A Do /Loop Do', { Loop: '/Loop Do' })).toBeUndefined();
  expect(read('/A Do /One Do', { One: '/Two Do', Two: UNSEEN })).toBeUndefined();
  expect(read('/A Do /Pictured Do', { Pictured: '/B Do' })).toBeUndefined();
});

test('a picture that is clipped, half seen or left hanging is not moved', () => {
  for (const drawing of ['q 0 0 .5 1 re W n /A Do Q', 'q 0 0 1 1 re 0 0 2 2 re W n 9 0 0 9 0 0 cm /A Do Q', 'q 0 0 m 9 0 l 9 9 l h W n 99 0 0 99 0 0 cm /A Do Q', '/odd gs /A Do', 'Q /A Do']) {
    const found = read(drawing.replace('q 0 0 .5', 'q 10 0 0 10 0 0 cm 0 0 .5'));
    expect(found, drawing).toMatchObject({ pictures: [{ name: 'A' }], isMovable: false });
  }
  expect(read('q /plain gs 0 0 9 9 re W n 9 0 0 9 0 0 cm /A Do Q')).toMatchObject({ isMovable: true });
});

test('a drawing without its pictures is the same but for them', () => {
  const drawing = `q 5 0 0 5 0 0 cm /A Do Q ${UNSEEN} q /B  Do Q`;
  expect(withoutPictures(drawing, read(drawing)?.pictures ?? [])).toBe(`q 5 0 0 5 0 0 cm  Q ${UNSEEN} q  Q`);
});

test('a long drawing is read in one go', () => {
  expect(read(`/A Do ${'BT 3 Tr /F 9 Tf (a) Tj ET '.repeat(2_000)}`)).toMatchObject({ hasText: true });
  expect(read('('.repeat(10_000))).toBeUndefined();
  expect(read('<'.repeat(10_001))).toBeUndefined();
});

test('bands that follow each other are one sheet, in whatever order they are drawn', () => {
  const band = (f: number, d: number, height: number, width = 1000, a = 500) => ({ at: [a, 0, 0, d, 10, f] as Matrix, width, height });
  const [top, middle, last] = [band(500, 200, 400), band(300, 200, 400), band(290, 10, 20)];
  expect(sheetOf([middle, last, top])).toEqual({ at: [500, 0, 0, 410, 10, 290], bands: [top, middle, last] });
  // lapping over each other by a dot, as some scanners do
  expect(sheetOf([top, band(299.6, 200, 400)])).toMatchObject({ bands: [top, expect.anything()] });
  expect(sheetOf([top])).toEqual({ at: top.at, bands: [top] });
  for (const wrong of [band(250, 200, 400), band(300, 200, 400, 900), band(300, 200, 400, 1000, 400), band(300, 200, 900), { ...middle, at: [500, 1, 0, 200, 10, 300] as Matrix }, { ...middle, at: [0, 0, 0, 0, 0, 0] as Matrix }])
    expect(sheetOf([top, wrong, last]), JSON.stringify(wrong)).toBeUndefined();
  expect(sheetOf([])).toBeUndefined();
  expect(sheetOf(Array.from({ length: 1_001 }, (_, i) => band(-i, 1, 2)))).toBeUndefined();
});

test('what lies on a picture is turned with it, about its middle, whatever its dots are', () => {
  const at: Matrix = [200, 0, 0, 400, 10, 20];
  const [, , , , x, y] = times([1, 0, 0, 1, 110, 220], turnedWith(at, 1000, 1000, 5));
  expect([x, y]).toEqual([expect.closeTo(110), expect.closeTo(220)]);
  // to the right of the middle: turned with the clock it sinks; half as many dots a point across as up
  const [, , , , right, sunk] = times([1, 0, 0, 1, 210, 220], turnedWith(at, 1000, 1000, 90));
  expect([right, sunk]).toEqual([expect.closeTo(110), expect.closeTo(20)]);
  expect(times(at, inverse(at)).map((value) => value + 0)).toEqual([1, 0, 0, 1, 0, 0].map((value) => expect.closeTo(value)));
});

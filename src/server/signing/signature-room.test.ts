import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFStream, StandardFonts, degrees } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { type Placed, placeSignature, roomsOf } from './signature-room.ts';

const SIZE = { width: 170, height: 48 };
const A4 = [595, 842] as const;

type Draw = (pdf: PDFDocument) => Promise<unknown> | undefined;

const placed = async (draw: Draw, isFirst = true): Promise<Placed> => {
  const made = await PDFDocument.create();
  made.addPage([...A4]);
  made.addPage([...A4]);
  await draw(made);
  // read back, as an uploaded file is
  const pdf = await PDFDocument.load(await made.save());
  return placeSignature(pdf, SIZE, {}, isFirst) ?? expect.fail('not placed');
};
const last = (pdf: PDFDocument) => pdf.getPages()[1] ?? expect.fail('no page');
const textAt = (x: number, y: number): Draw => async (pdf) => {
  last(pdf).drawText('Nơi nhận'.normalize('NFD').replaceAll(/[^ -~]/g, ''), { x, y, size: 12, font: await pdf.embedFont(StandardFonts.TimesRoman) });
};

describe('a file without a room of its own', () => {
  it('is signed at the lower right of its last page', async () => {
    const { page, box } = await placed(async () => undefined);
    expect(page.doc.getPages().indexOf(page)).toBe(1);
    expect(box).toEqual({ left: 399, right: 569, bottom: 26, top: 74 });
  });

  it.each<[string, (pdf: PDFDocument) => Uint8Array | string]>([
    ['draws itself a thousand times, and so on', () => '/X Do '.repeat(1_000)],
    ['grows a thousandfold when it is unpacked', () => deflateSync(Buffer.alloc(50_000_000, 'q '), { level: 9 })],
  ])('that %s, in its corner', async (_what, drawing) => {
    const { box } = await placed(async (pdf) => {
      const page = last(pdf);
      const content = drawing(pdf);
      const form = pdf.context.register(pdf.context.stream(content, {
        Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10], ...(typeof content === 'string' ? {} : { Filter: 'FlateDecode' }),
      }));
      const drawn = pdf.context.obj({ XObject: { X: form } });
      pdf.context.lookup(form, PDFStream).dict.set(PDFName.of('Resources'), drawn);
      page.node.set(PDFName.of('Resources'), drawn);
      page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream('/X Do '.repeat(1_000))));
    });
    expect(box).toEqual({ left: 399, right: 569, bottom: 26, top: 74 });
  });

  it('that is a kilometre wide, at its lower right', async () => {
    const { box } = await placed(async (pdf) => last(pdf).setSize(3_000_000, 3_000_000));
    expect([box.right, box.bottom]).toEqual([2_999_974, 26]);
  });

  it('with a number of a million digits that is none, above what stands there', async () => {
    const { box } = await placed(async (pdf) => {
      const content = `${'1'.repeat(1_000_000)}x BT /F 12 Tf 480 60 Td (Noi nhan) Tj ET`;
      last(pdf).node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(content)));
    });
    expect(box.bottom).toBeGreaterThan(60);
  });

  it.each<[string, Draw]>([
    ['plainly', textAt(480, 60)],
    ['packed twice, as some printers do', async (pdf) => {
      const packed = `${deflateSync(Buffer.from('BT /F 12 Tf 480 60 Td (Noi nhan) Tj ET')).toString('hex')}>`;
      last(pdf).node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(packed, { Filter: ['ASCIIHexDecode', 'FlateDecode'] })));
    }],
  ])('above what stands there, %s', async (_how, draw) => {
    const { box } = await placed(draw);
    expect(box.right).toBe(569);
    expect(box.bottom).toBeGreaterThan(60);
    expect(box.bottom).toBeLessThan(100);
  });

  it('beside the first, when it is the second', async () => {
    const first = { x: 399, y: 26, width: 170, height: 48 };
    const { box } = await placed(async (pdf) => {
      const rect = pdf.context.obj({ Type: 'Annot', Subtype: 'Widget', Rect: [first.x, first.y, first.x + first.width, first.y + first.height] });
      last(pdf).node.addAnnot(pdf.context.register(rect));
    }, false);
    expect(box.right).toBeLessThan(first.x);
    expect(box.bottom).toBe(26);
  });

  it('over a scan, which is the page itself', async () => {
    const { box } = await placed(async (pdf) => {
      const pixel = await pdf.embedPng('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==');
      last(pdf).drawImage(pixel, { x: 0, y: 0, width: A4[0], height: A4[1] });
    });
    expect(box).toEqual({ left: 399, right: 569, bottom: 26, top: 74 });
  });

  it('in the corner, when the whole page is written on', async () => {
    const { box } = await placed(async (pdf) => {
      const font = await pdf.embedFont(StandardFonts.TimesRoman);
      for (let y = 4; y < A4[1]; y += 12) last(pdf).drawText('x'.repeat(120), { x: 0, y, size: 12, font });
    });
    expect(box).toEqual({ left: 399, right: 569, bottom: 26, top: 74 });
  });

  it.each([[90, { left: 521, right: 569, bottom: 646, top: 816 }], [180, { left: 26, right: 196, bottom: 768, top: 816 }], [270, { left: 26, right: 74, bottom: 26, top: 196 }]])(
    'at the lower right as it is seen, when it is shown turned by %i°', async (angle, box) => {
      const found = await placed(async (pdf) => last(pdf).setRotation(degrees(angle)));
      expect(found.box).toEqual(box);
      expect(found.quarterTurns).toBe(angle / 90);
    });
});

describe('a form with room for signatures', () => {
  const signer = { page: 1, middle: 300, top: 400, width: 167, height: 84 };
  it('gives the signer his room, and the agency the empty column beside it', () => {
    const seal = { ...signer, middle: 120 };
    expect(roomsOf({ pdf: new Uint8Array(), signer, seal }, 'agency-seal').room?.middle).toBe(120);
    expect(roomsOf({ pdf: new Uint8Array(), signer, seal }, 'leader').room?.height).toBe(78);
  });
  it('or lets the two share it, one below the other', () => {
    const [leader, agency] = (['leader', 'agency-seal'] as const).map((role) => roomsOf({ pdf: new Uint8Array(), signer }, role).room ?? expect.fail('no room'));
    expect((leader?.top ?? 0) + (leader?.height ?? 0)).toBeCloseTo(agency?.top ?? 0);
    expect((agency?.top ?? 0) + (agency?.height ?? 0)).toBeLessThan(signer.top + signer.height);
  });
  it('or sends the agency elsewhere when there is room for one only, and keeps the rooms of others free', () => {
    const others = [{ ...signer, middle: 120 }];
    expect(roomsOf({ pdf: new Uint8Array(), signer: { ...signer, height: 42 }, others }, 'agency-seal')).toEqual({ kept: others });
  });
});

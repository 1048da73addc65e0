// A picture becomes an upright JPEG of about 250 KB; the browser turns it as the camera noted it, and a page of text
// that lies a little askew is laid straight. Needs no page around it, so that it runs apart from the screen too.
import { attemptsFor, fitWithin, TARGET_BYTES, turned } from './image-size.ts';
import type { JpegHead } from './jpeg-head.ts';
import type { ShrinkSheet } from './sheet-picture.ts';
import { skewOf } from './skew.ts';

type Image = ImageBitmap | OffscreenCanvas;

const blank = (width: number, height: number): { readonly canvas: OffscreenCanvas; readonly pen: OffscreenCanvasRenderingContext2D } => {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('Trình duyệt không xử lý được ảnh này.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  return { canvas, pen };
};

const draw = (image: Image, width: number, height: number, quarters: number, skew = 0): OffscreenCanvas => {
  const size = turned({ width, height }, quarters);
  const { canvas, pen } = blank(size.width, size.height);
  pen.translate(size.width / 2, size.height / 2);
  pen.rotate((quarters * Math.PI) / 2 - (skew * Math.PI) / 180);
  pen.drawImage(image, -width / 2, -height / 2, width, height);
  return canvas;
};

/** Enough to see lines of text, little enough to look at in a blink. */
const LOOKED_AT = 600;

const askewBy = (image: Image): number => {
  const { width, height } = fitWithin(image, LOOKED_AT);
  const seen = draw(image, width, height, 0).getContext('2d')?.getImageData(0, 0, width, height).data;
  if (!seen) return 0;
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => ((seen[4 * i] ?? 0) * 3 + (seen[4 * i + 1] ?? 0) * 6 + (seen[4 * i + 2] ?? 0)) / 10);
  return skewOf({ width, height, pixels });
};

const decoded = (file: Blob): Promise<ImageBitmap> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error('Tệp ảnh bị hỏng hoặc không phải ảnh.');
  });

const smallestOf = async (image: Image, quarters: number, skew: number): Promise<Blob> => {
  let smallest: Blob | undefined;
  for (const { size, quality } of attemptsFor(image)) {
    smallest = await draw(image, size.width, size.height, quarters, skew).convertToBlob({ type: 'image/jpeg', quality });
    if (smallest.size <= TARGET_BYTES) break;
  }
  if (!smallest) throw new Error('Không ghi được ảnh.');
  return smallest;
};

export const shrinkImage = async (file: Blob, quarters = 0): Promise<Blob> => {
  const image = await decoded(file);
  // turned by hand, it was looked at before
  const smallest = await smallestOf(image, quarters, quarters === 0 ? askewBy(image) : 0);
  image.close();
  return smallest;
};

/** One dot for each of a band's: laid together at another size, seams would show. One band after the other is looked at. */
const together = async (bands: readonly JpegHead[]): Promise<Image> => {
  const [only, ...more] = bands;
  if (only && more.length === 0) return decoded(only.bare);
  const { canvas, pen } = blank(Math.max(...bands.map(({ width }) => width)), bands.reduce((sum, { height }) => sum + height, 0));
  let top = 0;
  for (const { bare, height } of bands) {
    const image = await decoded(bare);
    pen.drawImage(image, 0, top);
    image.close();
    top += height;
  }
  return canvas;
};

export const shrinkSheet: ShrinkSheet = async (bands, straighten) => {
  const image = await together(bands);
  const skew = straighten ? askewBy(image) : 0;
  const jpeg = await smallestOf(image, 0, skew);
  if (image instanceof ImageBitmap) image.close();
  return { jpeg, skew };
};

export const sha256Of = async (blob: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('');
};

// A picture taken at a door: shrunk as scans at the desk are, named by its content. A signature on paper becomes black on
// white, which is what is left of it anyway, and small.
import { fitWithin } from '../../counter/scans/image-size.ts';
import { sha256Of, shrinkImage } from '../../counter/scans/shrink-image.ts';
import { fromBase64Url, toBase64Url } from '../../offline/bytes.ts';
import type { PhoneFile } from '../phone/phone-store.ts';

/** As JSON holds it, so that it can be kept with what is typed. */
export type Picture = { readonly sha256: string; readonly mediaType: string; readonly content: string };

export const pictureOf = async (blob: Blob): Promise<Picture> =>
  ({ sha256: await sha256Of(blob), mediaType: blob.type, content: toBase64Url(new Uint8Array(await blob.arrayBuffer())) });
export const fileOf = ({ content, ...head }: Picture): PhoneFile => ({ ...head, content: fromBase64Url(content) });
export const blobOf = ({ mediaType, content }: Picture): Blob => new Blob([fromBase64Url(content)], { type: mediaType });

export const photoOf = async (taken: Blob): Promise<Picture> => pictureOf(await shrinkImage(taken));

const LONGEST_SIDE = 900;
/** Ink is darker than its paper by this much. */
const DARKER = 0.72;
/** Paper is lit unevenly: it is looked at in squares of this side. */
const SQUARE = 60;

/** Marks ink by how dark it is beside the paper around it. */
export const inkOf = (grey: Uint8Array, width: number, height: number): Uint8Array => {
  const across = Math.ceil(width / SQUARE);
  const sums = new Float64Array(across * Math.ceil(height / SQUARE));
  const counts = new Uint32Array(sums.length);
  const squareOf = (i: number): number => Math.floor(Math.floor(i / width) / SQUARE) * across + Math.floor((i % width) / SQUARE);
  grey.forEach((value, i) => {
    const square = squareOf(i);
    sums[square] = (sums[square] ?? 0) + value;
    counts[square] = (counts[square] ?? 0) + 1;
  });
  return grey.map((value, i) => {
    const square = squareOf(i);
    return value < ((sums[square] ?? 0) / (counts[square] ?? 1)) * DARKER ? 0 : 255;
  });
};

/** Signed on paper and photographed. */
export const paperSignatureOf = async (taken: Blob): Promise<Picture> => {
  const image = await createImageBitmap(taken, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error('Tệp ảnh bị hỏng hoặc không phải ảnh.');
  });
  const { width, height } = fitWithin(image, LONGEST_SIDE);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('Trình duyệt không xử lý được ảnh này.');
  pen.drawImage(image, 0, 0, width, height);
  image.close();
  const pixels = pen.getImageData(0, 0, width, height);
  const grey = Uint8Array.from({ length: width * height }, (_, i) => ((pixels.data[4 * i] ?? 0) * 3 + (pixels.data[4 * i + 1] ?? 0) * 6 + (pixels.data[4 * i + 2] ?? 0)) / 10);
  inkOf(grey, width, height).forEach((value, i) => pixels.data.set([value, value, value, 255], 4 * i));
  pen.putImageData(pixels, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  if (!blob) throw new Error('Không ghi được ảnh.');
  return pictureOf(blob);
};

// A picture becomes an upright JPEG of about 250 KB; the browser turns it as the camera noted it, and a page of text
// that lies a little askew is laid straight.
import { attemptsFor, fitWithin, TARGET_BYTES, turned } from './image-size.ts';
import { skewOf } from './skew.ts';

const draw = (image: ImageBitmap, width: number, height: number, quarters: number, skew = 0): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  const size = turned({ width, height }, quarters);
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('Trình duyệt không xử lý được ảnh này.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size.width, size.height);
  pen.translate(size.width / 2, size.height / 2);
  pen.rotate((quarters * Math.PI) / 2 - (skew * Math.PI) / 180);
  pen.drawImage(image, -width / 2, -height / 2, width, height);
  return canvas;
};

/** Enough to see lines of text, little enough to look at in a blink. */
const LOOKED_AT = 600;

const askewBy = (image: ImageBitmap): number => {
  const { width, height } = fitWithin(image, LOOKED_AT);
  const seen = draw(image, width, height, 0).getContext('2d')?.getImageData(0, 0, width, height).data;
  if (!seen) return 0;
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => ((seen[4 * i] ?? 0) * 3 + (seen[4 * i + 1] ?? 0) * 6 + (seen[4 * i + 2] ?? 0)) / 10);
  return skewOf({ width, height, pixels });
};

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Không ghi được ảnh.'))), 'image/jpeg', quality),
  );

export const shrinkImage = async (file: Blob, quarters = 0): Promise<Blob> => {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error('Tệp ảnh bị hỏng hoặc không phải ảnh.');
  });
  // turned by hand, it was looked at before
  const skew = quarters === 0 ? askewBy(image) : 0;
  let smallest: Blob | undefined;
  for (const { size, quality } of attemptsFor(image)) {
    smallest = await jpegOf(draw(image, size.width, size.height, quarters, skew), quality);
    if (smallest.size <= TARGET_BYTES) break;
  }
  image.close();
  return smallest ?? file;
};

export const sha256Of = async (blob: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('');
};

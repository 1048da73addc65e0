// A picture becomes an upright JPEG of about 250 KB; the browser turns it as the camera noted it.
import { attemptsFor, TARGET_BYTES, turned } from './image-size.ts';

const draw = (image: ImageBitmap, width: number, height: number, quarters: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  const size = turned({ width, height }, quarters);
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('Trình duyệt không xử lý được ảnh này.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size.width, size.height);
  pen.translate(size.width / 2, size.height / 2);
  pen.rotate((quarters * Math.PI) / 2);
  pen.drawImage(image, -width / 2, -height / 2, width, height);
  return canvas;
};

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Không ghi được ảnh.'))), 'image/jpeg', quality),
  );

export const shrinkImage = async (file: Blob, quarters = 0): Promise<Blob> => {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error('Tệp ảnh bị hỏng hoặc không phải ảnh.');
  });
  let smallest: Blob | undefined;
  for (const { size, quality } of attemptsFor(image)) {
    smallest = await jpegOf(draw(image, size.width, size.height, quarters), quality);
    if (smallest.size <= TARGET_BYTES) break;
  }
  image.close();
  return smallest ?? file;
};

export const sha256Of = async (blob: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('');
};

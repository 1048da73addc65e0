// What stands before the picture in a JPEG: its size and colours, and the notes that a viewer of the bare file obeys.
export type JpegHead = {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly precision: number;
  /** Without Exif and colour profile: a PDF shows its pictures without turning or colouring them by these. */
  readonly bare: Blob;
};

const START = 0xd8;
const SCAN = 0xda;
const NOTES: ReadonlySet<number> = new Set([0xe1, 0xe2]);
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

export const readJpegHead = (bytes: Uint8Array<ArrayBuffer>): JpegHead | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const kept: Uint8Array<ArrayBuffer>[] = [bytes.subarray(0, 2)];
  let frame: Omit<JpegHead, 'bare'> | undefined;
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    // any number of these may stand before a marker
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SCAN) return frame && { ...frame, bare: new Blob([...kept, bytes.subarray(at)], { type: 'image/jpeg' }) };
    if (isFrame(marker)) frame = { precision: view.getUint8(at + 4), height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: view.getUint8(at + 9) };
    const end = at + 2 + view.getUint16(at + 2);
    if (!NOTES.has(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
};

// Which characters the fonts of our papers can print. A missing glyph would print as a gap on a legal
// paper, so it is an error that names itself, on the server and at the counter.

/** Offset of a table in an sfnt file. */
const tableOffset = (font: DataView, tag: string): number => {
  for (let i = 0; i < font.getUint16(4); i += 1) {
    const record = 12 + i * 16;
    const name = String.fromCharCode(font.getUint8(record), font.getUint8(record + 1), font.getUint8(record + 2), font.getUint8(record + 3));
    if (name === tag) return font.getUint32(record + 8);
  }
  throw new Error(`font without table ${tag}`);
};

/** Unicode code points of a cmap subtable of format 4 (the one every BMP font carries). */
const readFormat4 = (font: DataView, at: number): ReadonlySet<number> => {
  const points = new Set<number>();
  const segments = font.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let s = 0; s < segments; s += 1) {
    const start = font.getUint16(starts + s * 2);
    const end = font.getUint16(ends + s * 2);
    const range = font.getUint16(ranges + s * 2);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const glyph = range === 0
        ? (point + font.getUint16(deltas + s * 2)) & 0xffff
        : font.getUint16(ranges + s * 2 + range + (point - start) * 2);
      if (glyph !== 0) points.add(point);
    }
  }
  return points;
};

export const readCodePoints = (file: Uint8Array): ReadonlySet<number> => {
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const cmap = tableOffset(font, 'cmap');
  for (let i = 0; i < font.getUint16(cmap + 2); i += 1) {
    const record = cmap + 4 + i * 8;
    const at = cmap + font.getUint32(record + 4);
    const isUnicode = font.getUint16(record) === 3 && font.getUint16(record + 2) === 1;
    if (isUnicode && font.getUint16(at) === 4) return readFormat4(font, at);
  }
  throw new Error('font without a Unicode cmap of format 4');
};

/** What all faces can print. */
export const printableCodePoints = (files: readonly Uint8Array[]): ReadonlySet<number> => {
  const [first, ...rest] = files.map(readCodePoints);
  return new Set([...(first ?? [])].filter((point) => rest.every((face) => face.has(point))));
};

// What a file is, by its first bytes; its name and the sender's word count for nothing.
import type { MediaType } from '#wire/file.wire.ts';

const SIGNATURES: readonly { readonly mediaType: MediaType; readonly bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] }, // %PDF-
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

export const sniffMediaType = (content: Uint8Array): MediaType | undefined =>
  SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte))?.mediaType;

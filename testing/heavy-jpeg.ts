// Small pictures that weigh as much as a page at 300 dpi: comments stand between the head and the picture.
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(base64, 'base64'));

/** 24 × 34 and 12 × 17 dots of the same page. */
export const PAGE = bytesOf('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAiABgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAQCBf/EAB0QAAEEAgMAAAAAAAAAAAAAAAABAgQRAxITFCH/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8A7IAAAACSXO62VGce1pd7UIk7s5VZx60l3tZibDySMyPY5qIja9UQoeSPmV73NVFbXigXAAAAAAAA/9k=');
export const SMALL = bytesOf('/9j/4AAQSkZJRgABAQEAJAAkAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAARAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAHRAAAQQCAwAAAAAAAAAAAAAAAAECAyEEERITQv/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDZBDLJlJnI1iO6eTfFardlwAAAf//Z');

export const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.concat(parts));
export const segment = (marker: number, bytes: number): Uint8Array<ArrayBuffer> => Uint8Array.from([0xff, marker, bytes >> 8, bytes & 0xff, ...new Uint8Array(bytes - 2)]);
export const heavy = (jpeg: Uint8Array, marker = 0xfe): Uint8Array<ArrayBuffer> => joined(jpeg.subarray(0, 20), ...Array.from({ length: 5 }, () => segment(marker, 0xfff0)), jpeg.subarray(20));
export const HEAVY = heavy(PAGE);

/** One component as scanners write it, and any size: only what stands before the picture is read. */
export const headOnly = (width: number, height: number): Uint8Array<ArrayBuffer> => joined(
  PAGE.subarray(0, 20), Uint8Array.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
  Uint8Array.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9]),
);
export const GREY = heavy(headOnly(24, 34));

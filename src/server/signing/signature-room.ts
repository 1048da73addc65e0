// Where a signature shows itself: in the room its form leaves, or at the lower right of the last page where nothing
// stands. A page that is shown turned has its signature turned along.
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import type { SignatureRole } from '#core/dossier/sign-paper.ts';
import type { PaperToSign, SheetRoom } from '../papers/render.ts';
import { type Box, coveredOn } from './covered.ts';

export type Size = { readonly width: number; readonly height: number };
export type Placed = { readonly page: PDFPage; readonly box: Box; readonly quarterTurns: number };

const MARGIN = 26;
const STEP = 3;
const GAP = 4;
const SCALES = [1, 0.85, 0.7] as const;
/** All of a page up to A3; of a larger one its lower right corner, for a page may say that it is a kilometre wide. */
const MOST_COLUMNS = 10;
const MOST_ROWS = 400;

/** A box as it is seen: from the top left of the page as shown. */
type Seen = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const turnsOf = (page: PDFPage): number => (((page.getRotation().angle / 90) % 4) + 4) % 4;

const shownSize = (page: PDFPage): Size => {
  const { width, height } = page.getCropBox();
  return turnsOf(page) % 2 === 0 ? { width, height } : { width: height, height: width };
};

/** From the page's own points to what is seen, a corner at a time. */
const seenPoint = (page: PDFPage, x: number, y: number): readonly [number, number] => {
  const crop = page.getCropBox();
  const [a, b] = [x - crop.x, y - crop.y];
  return ([[a, crop.height - b], [b, a], [crop.width - a, b], [crop.height - b, crop.width - a]] as const)[turnsOf(page)] ?? [a, b];
};
const ownPoint = (page: PDFPage, x: number, y: number): readonly [number, number] => {
  const crop = page.getCropBox();
  const [a, b] = ([[x, crop.height - y], [y, x], [crop.width - x, y], [crop.width - y, crop.height - x]] as const)[turnsOf(page)] ?? [x, y];
  return [a + crop.x, b + crop.y];
};

const seenBox = (page: PDFPage, box: Box): Seen => {
  const [[x1, y1], [x2, y2]] = [seenPoint(page, box.left, box.bottom), seenPoint(page, box.right, box.top)];
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
};
const ownBox = (page: PDFPage, seen: Seen): Box => {
  const [[x1, y1], [x2, y2]] = [ownPoint(page, seen.left, seen.top), ownPoint(page, seen.right, seen.bottom)];
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), bottom: Math.min(y1, y2), top: Math.max(y1, y2) };
};

const at = (left: number, top: number, { width, height }: Size): Seen => ({ left, top, right: left + width, bottom: top + height });

const isFree = (place: Seen, covered: readonly Seen[]): boolean => covered.every((one) =>
  one.left > place.right + GAP || one.right < place.left - GAP || one.top > place.bottom + GAP || one.bottom < place.top - GAP);

const upwards = (from: number, to: number, step: number, most: number): readonly number[] =>
  Array.from({ length: Math.min(most, Math.max(1, Math.floor((from - to) / step) + 1)) }, (_, i) => from - i * step);

/** Every place of this size, the best first: the first to sign as low at the right as can be, the next beside it. */
const placesOf = (shown: Size, size: Size, isFirst: boolean): readonly Seen[] => {
  const right = Math.max(0, shown.width - MARGIN - size.width);
  const lowest = Math.max(0, shown.height - MARGIN - size.height);
  const columns = upwards(right, Math.min(right, MARGIN), size.width + 2 * GAP, MOST_COLUMNS);
  const rows = upwards(lowest, Math.min(lowest, MARGIN), STEP, MOST_ROWS);
  return isFirst
    ? columns.flatMap((left) => rows.map((top) => at(left, top, size)))
    : rows.flatMap((top) => columns.map((left) => at(left, top, size)));
};

const coveredSeen = (page: PDFPage): readonly Seen[] => {
  try {
    return coveredOn(page).map((box) => seenBox(page, box));
  } catch {
    // drawn in a way we cannot read: the corner it is
    return [];
  }
};

/** Somewhat smaller where the sheet is nearly full; over what stands there only where nothing is free at all. */
const freePlace = (page: PDFPage, size: Size, isFirst: boolean, kept: readonly SheetRoom[]): Seen => {
  const shown = shownSize(page);
  const covered = [...coveredSeen(page), ...kept.map(({ middle, top, width, height }) => at(middle - width / 2, top, { width, height }))];
  for (const scale of SCALES) {
    const free = placesOf(shown, { width: size.width * scale, height: size.height * scale }, isFirst).find((place) => isFree(place, covered));
    if (free) return free;
  }
  return at(Math.max(0, shown.width - MARGIN - size.width), Math.max(0, shown.height - MARGIN - size.height), size);
};

const fitted = ({ width, height }: Size, room: Size): Size => {
  const scale = Math.min(1, room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
};

const inRoom = (room: SheetRoom, size: Size): Seen => {
  const shown = fitted(size, room);
  return at(room.middle - shown.width / 2, room.top + (room.height - shown.height) / 2, shown);
};

/** What a sheet has room for: the room of this signature, or where others sign, which is kept free. */
export type Rooms = { readonly room?: SheetRoom; readonly kept?: readonly SheetRoom[] };

export const placeSignature = (pdf: PDFDocument, size: Size, { room, kept = [] }: Rooms, isFirst: boolean): Placed | undefined => {
  const pages = pdf.getPages();
  const no = room?.page ?? pages.length;
  const page = pages[no - 1];
  if (!page) return undefined;
  const shown = shownSize(page);
  const most = fitted(size, { width: shown.width - 2 * MARGIN, height: shown.height - 2 * MARGIN });
  const seen = room ? inRoom(room, size) : freePlace(page, most, isFirst, kept.filter((one) => one.page === no));
  return { page, box: ownBox(page, seen), quarterTurns: turnsOf(page) };
};

const SIGNERS_SHARE = 0.62;
/** Less than this does not hold two, one under the other: the agency's then stands where the sheet is free. */
const LEAST_FOR_TWO = 60;
const AIR = 3;

/** Beside the signer where the form leaves that column empty, else the lower part of the signer's own room. */
const within = (room: SheetRoom, from: number, to: number): SheetRoom =>
  ({ ...room, top: room.top + AIR + from * (room.height - 2 * AIR), height: (to - from) * (room.height - 2 * AIR) });

const roomOf = ({ signer, seal }: PaperToSign, role: SignatureRole): SheetRoom | undefined => {
  if (!signer) return undefined;
  const shared = !seal && signer.height >= LEAST_FOR_TWO;
  if (role === 'leader') return within(signer, 0, shared ? SIGNERS_SHARE : 1);
  if (seal) return within(seal, 0, 1);
  return shared ? within(signer, SIGNERS_SHARE, 1) : undefined;
};

export const roomsOf = (paper: PaperToSign, role: SignatureRole): Rooms => {
  const room = roomOf(paper, role);
  return { ...(room && { room }), kept: paper.others ?? [] };
};

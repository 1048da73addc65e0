// Places on a sheet: one province is small enough for degrees to be drawn as they are, the east-west ones shortened by the
// cosine of the middle latitude. A projection library would bring more than these lines and change no pixel here.
export type Position = { readonly latitude: number; readonly longitude: number };
export type Point = { readonly x: number; readonly y: number };
export type Sheet = { readonly width: number; readonly height: number; readonly at: (position: Position) => Point; readonly unitsPerKm: number };

const KM_PER_DEGREE = 110.7;
/** A lone place still has some land around it. */
const LEAST_DEGREES = 0.2;

export const sheetFor = (positions: readonly Position[], width: number, margin: number): Sheet => {
  const [lats, lons] = [positions.map(({ latitude }) => latitude), positions.map(({ longitude }) => longitude)];
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, down] = [Math.max((east - west) * shrink, LEAST_DEGREES), Math.max(north - south, LEAST_DEGREES / 2)];
  const scale = (width - 2 * margin) / across;
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
  const height = down * scale + 2 * margin;
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  return {
    width, height: rounded(height), unitsPerKm: scale / KM_PER_DEGREE,
    at: ({ latitude, longitude }) => ({ x: rounded(width / 2 + (longitude - middleLon) * shrink * scale), y: rounded(height / 2 - (latitude - middleLat) * scale) }),
  };
};

export type Placed = Point & { readonly id: string };
const DIRECTIONS: Readonly<Record<string, Point>> = { ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 }, ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 } };

/** Where an arrow key leads: the nearest place that lies more that way than sideways. */
export const towards = (places: readonly Placed[], from: Placed, key: string): Placed | undefined => {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const ahead = places.flatMap((place) => {
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const along = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    return place.id !== from.id && along > 0 && aside <= along ? [{ place, far: along + 2 * aside }] : [];
  });
  return ahead.toSorted((a, b) => a.far - b.far)[0]?.place;
};

type Named = Placed & { readonly name: string; readonly radius: number };
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const meets = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Letters of a name stand above its dot; their size in the sheet's units. */
type Lettering = { readonly letter: number; readonly line: number };
const boxOf = ({ x, y, radius, name }: Named, { letter, line }: Lettering): Box => ({ left: x - (name.length * letter) / 2, right: x + (name.length * letter) / 2, top: y - radius - line, bottom: y - radius });
const USUAL: Lettering = { letter: 6.6, line: 15 };
const CHOSEN: Lettering = { letter: 8.3, line: 19 };

/** Names above their dots that lie neither over each other nor over another dot; who comes first keeps its place. */
export const namesThatFit = <T extends Named>(places: readonly T[]): readonly T[] => {
  const kept: { readonly place: T; readonly box: Box }[] = [];
  for (const place of places) {
    const box = boxOf(place, USUAL);
    const onDot = places.some(({ id, x, y, radius: r }) => id !== place.id && meets(box, { left: x - r, right: x + r, top: y - r, bottom: y + r }));
    if (!onDot && kept.every((one) => !meets(one.box, box))) kept.push({ place, box });
  }
  return kept.map(({ place }) => place);
};

/** The names around a chosen one, which is written larger and always stands. */
export const namesBeside = <T extends Named>(names: readonly T[], chosen: T): readonly T[] =>
  names.filter((one) => one.id !== chosen.id && !meets(boxOf(one, USUAL), boxOf(chosen, CHOSEN)));

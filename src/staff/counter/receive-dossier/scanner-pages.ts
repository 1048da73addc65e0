// Which files of the scanner's folder are pages of this client: new since the work began, whole, not taken yet.
export const PAGE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type PageType = (typeof PAGE_TYPES)[number];

export type FolderEntry = { readonly name: string; readonly size: number; readonly lastModified: number };
type Looked = FolderEntry & { readonly unchangedLooks: number };
/** What is remembered from look to look. */
export type FolderWatch = {
  readonly since: number;
  /** There at the first look: of a clock that goes wrong only these could be another client's. */
  readonly first: ReadonlySet<string> | undefined;
  readonly looked: ReadonlyMap<string, Looked>;
};

const EXTENSIONS: Readonly<Record<string, PageType>> = {
  pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png',
};
export const pageTypeOf = (name: string): PageType | undefined =>
  name.startsWith('.') || name.startsWith('~') ? undefined : EXTENSIONS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];

export const keyOf = (entry: FolderEntry): string => `${entry.name}|${entry.size}|${entry.lastModified}`;
export const beginWatch = (since: number): FolderWatch => ({ since, first: undefined, looked: new Map() });

/** A shared disk notes times in steps of two seconds. */
const CLOCK_STEP = 2_000;
const isNew = (entry: FolderEntry, { since, first }: FolderWatch): boolean =>
  entry.lastModified >= since - CLOCK_STEP || (first !== undefined && !first.has(entry.name));

/** The next look at the folder, and the pages in it that stood still since the one before, oldest first. */
export const look = (
  watch: FolderWatch,
  listing: readonly FolderEntry[],
): { readonly watch: FolderWatch; readonly still: readonly Looked[] } => {
  const looked = new Map(
    listing.map((entry): [string, Looked] => {
      const before = watch.looked.get(entry.name);
      const same = before !== undefined && keyOf(before) === keyOf(entry);
      return [entry.name, { ...entry, unchangedLooks: same ? before.unchangedLooks + 1 : 0 }];
    }),
  );
  const still = [...looked.values()]
    .filter((e) => e.size > 0 && e.unchangedLooks > 0 && pageTypeOf(e.name) !== undefined && isNew(e, watch))
    .sort((a, b) => a.lastModified - b.lastModified || a.name.localeCompare(b.name));
  return { watch: { ...watch, first: watch.first ?? new Set(listing.map((e) => e.name)), looked }, still };
};

const endsWith = (tail: Uint8Array, mark: readonly number[]): boolean => {
  for (let at = tail.length - mark.length; at >= 0; at -= 1) if (mark.every((byte, i) => tail[at + i] === byte)) return true;
  return false;
};
const ENDS: Readonly<Record<PageType, readonly number[]>> = {
  'application/pdf': [0x25, 0x25, 0x45, 0x4f, 0x46],
  'image/jpeg': [0xff, 0xd9],
  'image/png': [0x49, 0x45, 0x4e, 0x44],
};
export const TAIL_BYTES = 1_024;
/** A slow scanner pauses between the sheets of one file: its last bytes say whether it is whole. */
export const isWhole = (type: PageType, tail: Uint8Array): boolean => endsWith(tail, ENDS[type]);

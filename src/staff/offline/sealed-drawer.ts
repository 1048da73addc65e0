// Drafts, lists and their scans of an enrolled counter: under the same key as all else that rests there.
import type { Drawer, LooseDrawer, TypedKind, TypedRow } from '../kept/drawer.ts';
import type { SealedTypedRow } from './counter-db.ts';
import { openBytes, openJson, sealBytes, sealJson } from './seal.ts';
import type { Stored } from './store.ts';

const placeOf = (kind: TypedKind, id: string): string => `typed ${kind} ${id}`;

const seal = async ({ key }: Stored, { kind, id, group, savedAt, content }: TypedRow): Promise<SealedTypedRow> => {
  const head = { kind, id, group, savedAt };
  if (!(content instanceof Blob)) return { ...head, sealed: await sealJson(key, placeOf(kind, id), content) };
  return { ...head, mediaType: content.type, sealed: await sealBytes(key, placeOf(kind, id), new Uint8Array(await content.arrayBuffer())) };
};
const open = async ({ key }: Stored, { kind, id, group, savedAt, mediaType, sealed }: SealedTypedRow): Promise<TypedRow> => {
  const place = placeOf(kind, id);
  const content = mediaType === undefined ? await openJson(key, place, sealed) : new Blob([await openBytes(key, place, sealed)], { type: mediaType });
  return { kind, id, group, savedAt, content };
};

export const sealedDrawer = (stored: Stored): Drawer => {
  const { typed } = stored.db;
  /** The newest of each that is being written, or could not be; of a scan that could not she was told at once, and it is in no draft. */
  const underway = new Map<string, Promise<boolean>>();
  const put = (row: TypedRow): Promise<unknown> => {
    const place = placeOf(row.kind, row.id);
    const done = seal(stored, row).then((sealed) => typed.put(sealed));
    const kept = done.then(() => true, () => false);
    underway.set(place, kept);
    void kept.then((isThere) => { if ((isThere || row.kind === 'scan') && underway.get(place) === kept) underway.delete(place); });
    return done;
  };
  return {
    put,
    isKept: async () => (await Promise.all(underway.values())).every(Boolean),
    find: async (kind, id) => {
      const row = await typed.get([kind, id]);
      return row && open(stored, row);
    },
    listOf: async (kind, group) => Promise.all((await typed.where('[kind+group]').equals([kind, group]).toArray()).map((row) => open(stored, row))),
    remove: (kind, id) => stored.db.transaction('rw', typed, async () => {
      underway.delete(placeOf(kind, id));
      await typed.delete([kind, id]);
      await typed.where('[kind+group]').equals(['scan', id]).delete();
    }),
  };
};

/** What lay loose goes in first and is wiped afterwards: killed in between, it is only sealed once more. What is newer here stays. */
export const takeIn = async (stored: Stored, loose: readonly LooseDrawer[]): Promise<void> => {
  for (const drawer of loose) {
    const found = await drawer.all();
    if (found.length === 0) continue;
    const rows = await Promise.all(found.map((row) => seal(stored, row)));
    await stored.db.transaction('rw', stored.db.typed, async () => {
      for (const row of rows) {
        const known = await stored.db.typed.get([row.kind, row.id]);
        if (!known || known.savedAt < row.savedAt) await stored.db.typed.put(row);
      }
    });
    await drawer.forget(found);
  }
};

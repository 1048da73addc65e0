// A browser's database as text and back: its version, its tables as they were declared, and every row. What a browser
// keeps beside JSON (bytes, files) is marked; a key that cannot be read out is left out.
import { fromBase64Url, toBase64Url } from '#staff/offline/bytes.ts';

type Index = { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean; readonly multiEntry: boolean };
type TableFile = { readonly name: string; readonly keyPath: string | string[] | null; readonly autoIncrement: boolean; readonly indexes: readonly Index[]; readonly rows: readonly unknown[] };
export type DatabaseFile = { readonly version: number; readonly tables: readonly TableFile[] };

const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error ?? new Error('not done'));
});

const toText = async (value: unknown): Promise<unknown> => {
  if (value instanceof Uint8Array) return { $bytes: toBase64Url(value) };
  if (value instanceof Blob) return { $file: toBase64Url(new Uint8Array(await value.arrayBuffer())), type: value.type };
  if (value instanceof CryptoKey) return undefined;
  if (Array.isArray(value)) return Promise.all(value.map(toText));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([name, one]) => [name, await toText(one)] as const)));
};
const fromText = (_key: string, value: unknown): unknown => {
  const marked = value as { readonly $bytes?: string; readonly $file?: string; readonly type?: string } | null;
  if (typeof marked?.$bytes === 'string') return fromBase64Url(marked.$bytes);
  if (typeof marked?.$file === 'string') return new Blob([fromBase64Url(marked.$file)], { type: marked.type ?? '' });
  return value;
};

export const readDatabase = async (name: string): Promise<DatabaseFile> => {
  const db = await done(indexedDB.open(name));
  const tables: TableFile[] = [];
  for (const table of [...db.objectStoreNames].toSorted()) {
    const store = db.transaction(table).objectStore(table);
    const indexes = [...store.indexNames].toSorted().map((one): Index => {
      const { keyPath, unique, multiEntry } = store.index(one);
      return { name: one, keyPath, unique, multiEntry };
    });
    const { keyPath, autoIncrement } = store;
    const rows = await done(store.getAll());
    tables.push({ name: table, keyPath, autoIncrement, indexes, rows: await toText(rows) as unknown[] });
  }
  const { version } = db;
  db.close();
  return { version, tables };
};

/** As the browser of that release has it on its disk. */
export const putDatabase = async (name: string, file: DatabaseFile): Promise<void> => {
  const opening = indexedDB.open(name, file.version);
  opening.onupgradeneeded = () => {
    for (const { name: table, keyPath, autoIncrement, indexes } of file.tables) {
      const store = opening.result.createObjectStore(table, { keyPath, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
    }
  };
  const db = await done(opening);
  for (const { name: table, rows } of file.tables) {
    const store = db.transaction(table, 'readwrite').objectStore(table);
    for (const row of JSON.parse(JSON.stringify(rows), fromText) as unknown[]) await done(store.put(row));
  }
  db.close();
};

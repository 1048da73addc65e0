// The folder into which the scanner writes, as the browser gives it: only to read, only after it was allowed.
import { isWhole, keyOf, pageTypeOf, TAIL_BYTES, type FolderEntry, type FolderWatch, look } from './scanner-pages.ts';

// not yet among the browser's standard types
type Permission = { readonly mode: 'read' };
export type FolderHandle = FileSystemDirectoryHandle & {
  readonly queryPermission?: (asked: Permission) => Promise<PermissionState>;
  readonly requestPermission?: (asked: Permission) => Promise<PermissionState>;
};
type Picker = (options: { readonly id: string; readonly mode: 'read' }) => Promise<FolderHandle>;
type WithPicker = { readonly showDirectoryPicker?: Picker };

export const canReadFolders = (): boolean => typeof (window as WithPicker).showDirectoryPicker === 'function';
export const pickFolder = (): Promise<FolderHandle> => {
  const { showDirectoryPicker } = window as WithPicker;
  return showDirectoryPicker ? showDirectoryPicker({ id: 'motcua-may-quet', mode: 'read' }) : Promise.reject(new Error('no picker'));
};
export const isAllowed = async (handle: FolderHandle): Promise<boolean> =>
  (await (handle.queryPermission?.({ mode: 'read' }) ?? 'granted')) === 'granted';
/** Only within a press of a key or button does the browser ask. */
export const askAgain = async (handle: FolderHandle): Promise<boolean> =>
  (await (handle.requestPermission?.({ mode: 'read' }) ?? 'granted')) === 'granted';

export type ScannerPage = FolderEntry & { readonly key: string; readonly file: File };

/** Unchanged for half a minute it is taken as it is, whatever its last bytes. */
const LOOKS_ENOUGH = 15;

const filesIn = async (handle: FolderHandle): Promise<readonly File[]> => {
  const files: File[] = [];
  for await (const entry of handle.values()) {
    if (entry.kind !== 'file' || !pageTypeOf(entry.name)) continue;
    // gone or locked by the scanner between the two lines: the next look sees it
    const file = await (entry as FileSystemFileHandle).getFile().catch(() => undefined);
    if (file) files.push(file);
  }
  return files;
};

const entryOf = (file: File): FolderEntry => ({ name: file.name, size: file.size, lastModified: file.lastModified });

export const readPages = async (
  handle: FolderHandle,
  watch: FolderWatch,
): Promise<{ readonly watch: FolderWatch; readonly pages: readonly ScannerPage[] }> => {
  const files = new Map((await filesIn(handle)).map((file) => [file.name, file]));
  const seen = look(watch, [...files.values()].map(entryOf));
  const pages: ScannerPage[] = [];
  for (const entry of seen.still) {
    const file = files.get(entry.name);
    const type = pageTypeOf(entry.name);
    if (!file || !type) continue;
    const tail = new Uint8Array(await file.slice(-TAIL_BYTES).arrayBuffer().catch(() => new ArrayBuffer(0)));
    if (isWhole(type, tail) || entry.unchangedLooks >= LOOKS_ENOUGH) pages.push({ ...entryOf(file), key: keyOf(entry), file });
  }
  return { watch: seen.watch, pages };
};

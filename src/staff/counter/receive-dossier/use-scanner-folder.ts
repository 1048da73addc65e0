import { useCallback, useEffect, useRef, useState } from 'react';
import { toast } from '../../design/toast.tsx';
import { findFolder, isTaken, keepFolder, keepTaken } from './draft-db.ts';
import { askAgain, canReadFolders, type FolderHandle, isAllowed, pickFolder, readPages, type ScannerPage } from './scanner-folder.ts';
import { beginWatch } from './scanner-pages.ts';

const LOOK_EVERY = 2_000;

export type ScannerFolder = {
  readonly state: 'unsupported' | 'none' | 'ask' | 'open' | 'lost';
  readonly name: string;
  readonly pages: readonly ScannerPage[];
  readonly choose: () => void;
  readonly reopen: () => void;
  readonly taken: (pages: readonly ScannerPage[]) => void;
};

/** Looks into the folder only while the papers are on the screen. */
export const useScannerFolder = (world: string, since: number): ScannerFolder => {
  const [state, setState] = useState<ScannerFolder['state']>(canReadFolders() ? 'none' : 'unsupported');
  const [handle, setHandle] = useState<FolderHandle>();
  const [pages, setPages] = useState<readonly ScannerPage[]>([]);
  const gone = useRef(new Set<string>());

  useEffect(() => {
    if (!canReadFolders()) return undefined;
    let left = false;
    void findFolder(world)
      .then(async (known) => {
        if (!known || left) return;
        const allowed = await isAllowed(known);
        if (left) return;
        setHandle(known);
        setState(allowed ? 'open' : 'ask');
      })
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [world]);

  useEffect(() => {
    if (state !== 'open' || !handle) return undefined;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let watch = beginWatch(since);
    const again = async () => {
      try {
        const read = await readPages(handle, watch);
        const known = await Promise.all(read.pages.map((page) => isTaken(world, page.key)));
        if (left) return;
        ({ watch } = read);
        setPages(read.pages.filter((page, i) => !known[i] && !gone.current.has(page.key)));
      } catch {
        if (!left) setState('lost');
        return;
      }
      timer = setTimeout(() => void again(), LOOK_EVERY);
    };
    void again();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [handle, since, state, world]);

  const openFrom = useCallback(
    async (ask: () => Promise<FolderHandle | undefined>) => {
      try {
        const chosen = await ask();
        if (!chosen) return;
        setPages([]);
        setHandle(chosen);
        setState('open');
        // where the browser keeps no folders it is chosen again tomorrow
        await keepFolder(world, chosen).catch(() => undefined);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return;
        toast('Chưa mở được thư mục máy quét. Chọn lại thư mục mà máy quét lưu tệp.', 'red');
      }
    },
    [world],
  );

  return {
    state,
    name: handle?.name ?? '',
    pages,
    choose: () => void openFrom(pickFolder),
    reopen: () => void openFrom(async () => (handle && (await askAgain(handle)) ? handle : undefined)),
    taken: (list) => {
      for (const page of list) {
        gone.current.add(page.key);
        void keepTaken(world, page.key);
      }
      setPages((now) => now.filter((page) => !gone.current.has(page.key)));
    },
  };
};

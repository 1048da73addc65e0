// A scan is kept here first and sent at once; a cut line or a crash loses nothing, sending goes on later.
import { useCallback, useEffect, useRef, useState } from 'react';
import { MAX_FILE_BYTES, storedFileAnswer } from '#wire/file.wire.ts';
import { newId } from '../../api/new-id.ts';
import { sendFile } from '../../api/request.ts';
import { toast } from '../../design/toast.tsx';
import { whileInHand } from '../../kept/in-hand.ts';
import { findScan, keepScan } from './draft-db.ts';
import { fullPaper, scansWaiting } from './draft-command.ts';
import { NO_PAPER, type PaperDraft, type ScanDraft } from './draft.ts';
import { readyScan } from '../scans/ready-scan.ts';
import { sha256Of } from '../scans/shrink-image.ts';
import type { ChecklistItem } from '#core/procedure/procedure.ts';

/** A file that is being made ready; what has many pages says at which it is. */
export type Shrinking = { readonly key: string; readonly itemId: string; readonly name: string; readonly page?: number; readonly of?: number };

/** A file that was not taken, and what to do instead; it stands with its paper until another is added or it is put away. */
export type RefusedScan = { readonly key: string; readonly itemId: string; readonly name: string; readonly said: string };

export type Scans = {
  readonly add: (item: ChecklistItem, files: Iterable<File | Blob>) => void;
  readonly remove: (itemId: string, sha256: string) => void;
  readonly turn: (item: ChecklistItem, scan: ScanDraft) => void;
  readonly progress: Readonly<Record<string, number | 'failed'>>;
  readonly retry: () => void;
  readonly shrinking: readonly Shrinking[];
  readonly refused: readonly RefusedScan[];
  readonly putAway: (refused: RefusedScan) => void;
  /** How many are not with the server, or in this counter's store, yet: nothing is confirmed before them. */
  readonly waiting: number;
};

/** Whatever on the screen has papers: a reception, a supplement, a receipt put right. */
export type ScannedWork = { readonly draftId: string; readonly papers: Readonly<Record<string, PaperDraft>> };
export type PatchPapers = (change: (work: ScannedWork) => Pick<ScannedWork, 'papers'>) => void;

export const useScans = (world: string, draft: ScannedWork, patch: PatchPapers): Scans => {
  const [progress, setProgress] = useState<Record<string, number | 'failed'>>({});
  const [shrinking, setShrinking] = useState<readonly Shrinking[]>([]);
  const [refused, setRefused] = useState<readonly RefusedScan[]>([]);
  const running = useRef(new Set<string>());
  const { draftId } = draft;

  const change = useCallback(
    (itemId: string, edit: (scans: readonly ScanDraft[]) => readonly ScanDraft[], given?: ChecklistItem) =>
      patch((d) => {
        const paper = d.papers[itemId] ?? NO_PAPER;
        const counted = given && paper.original + paper.certifiedCopy + paper.plainCopy === 0 ? fullPaper(given) : paper;
        return { papers: { ...d.papers, [itemId]: { ...counted, scans: edit(paper.scans) } } };
      }),
    [patch],
  );

  const send = useCallback(
    async (itemId: string, scan: ScanDraft) => {
      if (running.current.has(scan.sha256)) return;
      running.current.add(scan.sha256);
      try {
        const blob = await findScan(world, scan.sha256);
        if (!blob) throw new Error('Không còn tệp quét trên máy này; quét lại.');
        await sendFile(blob, scan.name, storedFileAnswer, (percent) => setProgress((p) => ({ ...p, [scan.sha256]: percent })));
        change(itemId, (scans) => scans.map((s) => (s.sha256 === scan.sha256 ? { ...s, uploaded: true } : s)));
      } catch (error) {
        setProgress((p) => ({ ...p, [scan.sha256]: 'failed' }));
        toast(error instanceof Error ? error.message : 'Chưa gửi được tệp quét.', 'red');
      } finally {
        running.current.delete(scan.sha256);
      }
    },
    [change, world],
  );

  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => { isLeft.current = true; };
  }, []);

  const keep = useCallback(
    async (item: ChecklistItem, file: File | Blob, name: string, quarters: number, instead?: string): Promise<ScanDraft | undefined> => {
      const key = newId();
      const tell = (page?: number, of?: number) =>
        setShrinking((list) => [...list.filter((one) => one.key !== key), { key, itemId: item.itemId, name, ...(page && of && { page, of }) }]);
      tell();
      try {
        const blob = await readyScan({ file, name, quarters, mostBytes: MAX_FILE_BYTES }, tell).catch((error: unknown) => {
          if (isLeft.current || !(error instanceof Error)) throw error;
          setRefused((list) => [...list, { key, itemId: item.itemId, name, said: error.message }]);
        });
        if (!blob) return undefined;
        const sha256 = await sha256Of(blob);
        // a file of many pages takes its time, and its dossier may have been laid aside meanwhile
        if (isLeft.current) throw new Error(`Chưa kịp thêm bản quét ${name}; mở lại hồ sơ rồi thêm lại.`);
        await keepScan(world, { sha256, draftId, blob });
        const scan: ScanDraft = { sha256, name, mediaType: blob.type, bytes: blob.size, uploaded: false };
        change(
          item.itemId,
          (scans) =>
            instead
              ? scans.map((s) => (s.sha256 === instead ? scan : s))
              : scans.some((s) => s.sha256 === sha256)
                ? scans
                : [...scans, scan],
          item,
        );
        return scan;
      } finally {
        setShrinking((list) => list.filter((one) => one.key !== key));
      }
    },
    [change, draftId, world],
  );

  const addOne = useCallback(
    async (item: ChecklistItem, file: File | Blob, quarters = 0, instead?: string) => {
      try {
        const scan = await whileInHand(() => keep(item, file, file instanceof File ? file.name : 'anh-chup.jpg', quarters, instead));
        if (scan) await send(item.itemId, scan);
      } catch (error) {
        toast(error instanceof Error ? error.message : 'Không nhận được tệp này.', 'red');
      }
    },
    [keep, send],
  );

  const retry = useCallback(() => {
    for (const [itemId, paper] of Object.entries(draft.papers))
      for (const scan of paper.scans) if (!scan.uploaded) void send(itemId, scan);
  }, [draft.papers, send]);
  const first = useRef(retry);
  useEffect(() => first.current(), []);

  return {
    add: (item, files) => {
      setRefused((list) => list.filter((one) => one.itemId !== item.itemId));
      for (const file of files) void addOne(item, file);
    },
    remove: (itemId, sha256) => change(itemId, (scans) => scans.filter((s) => s.sha256 !== sha256)),
    turn: (item, scan) =>
      void findScan(world, scan.sha256).then((blob) =>
        blob ? addOne(item, blob, 1, scan.sha256) : toast('Không còn tệp quét trên máy này; quét lại.', 'red'),
      ),
    progress,
    retry,
    shrinking,
    refused,
    putAway: (one) => setRefused((list) => list.filter((other) => other !== one)),
    waiting: shrinking.length + scansWaiting(draft),
  };
};

// The counter's own answers in the shape in which the screens ask: registered as the one who stands in for the server.
import { liveQuery } from 'dexie';
import type { PaperSize } from '#documents/kit/document.ts';
import { isLineUp } from '../api/line.ts';
import { apiError } from '../api/problem.ts';
import type { StandIn, StandInAct } from '../api/stand-in.ts';
import { findScan } from '../counter/receive-dossier/draft-db.ts';
import { sha256Of } from '../counter/scans/shrink-image.ts';
import { keepAtHand, showOwn, tellPrints } from '../press/own-paper.ts';
import type { Counter } from '../offline/counter/counter.ts';
import { type DeviceKey, keepScan, openScan, type Stored } from '../offline/store.ts';
import { unknownScans } from '../offline/unknown-scans.ts';
import { askHere } from './ask-here.ts';
import { waitingNames } from './waiting-names.ts';

const NEEDS_LINE = 'not-without-a-line';
/** A refusal is final here: only the server may leave open whether something was done. */
const FINAL = 409;
const SCAN = /^\/api\/files\/([0-9a-f]{64})/;
const PRESENCE = '/api/desk/officer-presence';
/** Of a bag handed over here: its label lies with the papers, under its own id. */
const BAG_LABEL = /^\/api\/desk\/bags\/([0-9a-f-]{36})\/label\.pdf$/;
const PAPER = /^\/api\/papers\/([0-9a-f-]{36})\.pdf(?:\?size=(a4|a5|80mm))?$/;

const keepFile = async (stored: Stored, file: Blob): Promise<unknown> => {
  const sha256 = await sha256Of(file);
  await keepScan(stored, { sha256, mediaType: file.type, storedAt: new Date().toISOString() }, new Uint8Array(await file.arrayBuffer()));
  return { sha256, mediaType: file.type, bytes: file.size };
};

/** What was sent to the server before the line was cut lies still with the draft. */
const holdScansOf = async (stored: Stored, world: string, body: unknown): Promise<void> => {
  const named = new Set(JSON.stringify(body).match(/(?<=")[0-9a-f]{64}(?=")/g));
  for (const sha256 of await unknownScans(stored.db, [...named])) {
    const blob = await findScan(world, sha256);
    if (blob) await keepFile(stored, blob);
  }
};

/** To be looked at: what is printed is counted, and goes another way. */
const setPaper = async (paperId: string, size: string | undefined): Promise<Blob | undefined> =>
  (await keepAtHand(paperId).catch(() => false)) ? showOwn(paperId, size as PaperSize | undefined) : undefined;

const findBlob = async (stored: Stored, path: string): Promise<Blob | undefined> => {
  const [, paperId, size] = PAPER.exec(path) ?? [];
  if (paperId !== undefined) return setPaper(paperId, size);
  const [, bagId] = BAG_LABEL.exec(path) ?? [];
  if (bagId !== undefined) return setPaper(bagId, undefined);
  const row = await stored.db.scans.get(SCAN.exec(path)?.[1] ?? '');
  return row && row.sealed.length > 0 ? new Blob([await openScan(stored, row)], { type: row.mediaType }) : undefined;
};

const presenceHere = async (counter: Counter, method: StandInAct['method'], body: unknown): Promise<unknown> => {
  if (method === 'DELETE') {
    counter.endPresence();
    return null;
  }
  const opened = await counter.openPresence(body as { readonly accountId: string; readonly pin: string });
  if (opened && !opened.ok) throw apiError(opened.refusal);
  return opened?.value;
};

export type Engine = { readonly standIn: Omit<StandIn, 'shut'>; readonly stop: () => void };

export const standInOf = (counter: Counter, stored: Stored, { deviceId, token }: DeviceKey): Engine => {
  let waiting: readonly string[] = [];
  const names = waitingNames(stored);
  const note = (now: readonly string[]): void => {
    const some = now.length < waiting.length;
    waiting = now;
    // the server knows these papers now
    if (some) void tellPrints();
  };
  const watched = liveQuery(names).subscribe(note);
  return {
    stop: () => watched.unsubscribe(),
    standIn: {
      device: `${deviceId}.${token}`,
      ask: (path) => askHere(counter, path),
      askBlob: (path) => findBlob(stored, path),
      notePrint: async (paperId) => void (await stored.db.papers.where('paperId').equals(paperId).modify((row: { printCount: number }) => { row.printCount += 1; })),
      keepFile: (file) => keepFile(stored, file),
      mustWait: (named) => waiting.some((id) => named.includes(id)),
      act: async ({ path, method, body, key, afterUnsettled, corrects }) => {
        if (path === PRESENCE) return presenceHere(counter, method, body);
        if (method !== 'POST') return undefined;
        await holdScansOf(stored, counter.parts.world, body);
        const done = await counter.act({ path, body, key, afterUnsettled, corrects });
        if (done.ok) {
          // while a line is there, what was issued just now is asked for here by its name; it is done, whether that is read or not
          if (isLineUp()) await names().then(note, () => undefined);
          return done.value.answer;
        }
        if (done.refusal.code === NEEDS_LINE) return undefined;
        throw apiError({ ...done.refusal, status: Math.min(done.refusal.status, FINAL) });
      },
    },
  };
};

// A paper just issued stays at hand, so that the counter can print it itself when the line is cut or slow.
// What was printed here is told to the server when it answers again: the original is one, each further print is journalled.
import type { PaperSize } from '#documents/kit/document.ts';
import { momentInWords } from '#documents/kit/words.ts';
import type { PaperPayload } from '#documents/papers.ts';
import { paperPayloadView, reprintedAnswer } from '#wire/papers.wire.ts';
import { isUnsettled, statusOf } from '../api/problem.ts';
import { act, ask, askBlob } from '../api/request.ts';
import { businessNow } from '../api/session.ts';
import { findStandIn } from '../api/stand-in.ts';
import { openPress, setOwnPaper } from './press.ts';

const KEPT = 20;
const OWED = 'motcua.prints-to-tell';
const WHY = 'In từ máy ở quầy khi chưa có trả lời của máy chủ';

type AtHand = { readonly payload: PaperPayload; prints: number };
type Told = { readonly paperId: string; readonly again: boolean };
const atHand = new Map<string, AtHand>();

const owed = (): readonly Told[] => JSON.parse(localStorage.getItem(OWED) ?? '[]') as readonly Told[];
const owe = (prints: readonly Told[]): void => localStorage.setItem(OWED, JSON.stringify(prints));

const tell = async ({ paperId, again }: Told): Promise<void> => {
  if (again) await act({ path: `/api/papers/${paperId}/reprint`, body: { reason: WHY }, answer: reprintedAnswer });
  await askBlob(`/api/papers/${paperId}.pdf?print=yes`);
};

let telling: Promise<void> | undefined;
/** One after the other; what the server already counted, or knows nothing of, is told no more. */
const tellAll = async (): Promise<void> => {
  for (let [print] = owed(); print !== undefined; [print] = owed()) {
    // a paper issued here goes to the server first
    if (findStandIn()?.mustWait(print.paperId)) return;
    try {
      await tell(print);
    } catch (error) {
      if (isUnsettled(error) || statusOf(error) === 401) return;
    }
    owe(owed().slice(1));
  }
};
export const tellPrints = (): Promise<void> => (telling ??= tellAll().finally(() => { telling = undefined; }));
addEventListener('online', () => void tellPrints());

/** Printed here, and the server does not know: it would take its own next print for the original. */
export const isUntold = (paperId: string): boolean => owed().some((print) => print.paperId === paperId);

const SETTLED = 3_000;
/** While the client is being asked, when nothing else is to do: the press is there before its first paper. */
export const warmPress = (): (() => void) => {
  const timer = setTimeout(() => requestIdleCallback(() => void openPress(), { timeout: SETTLED }), SETTLED);
  return () => clearTimeout(timer);
};

/** Asked for as soon as the paper is issued; the press is opened beside it. */
export const keepAtHand = async (paperId: string): Promise<true> => {
  openPress();
  void tellPrints();
  if (atHand.has(paperId)) return true;
  const view = await ask(`/api/papers/${paperId}/payload`, paperPayloadView);
  atHand.set(paperId, { payload: view.payload as unknown as PaperPayload, prints: view.printCount });
  const [oldest] = atHand.keys();
  if (atHand.size > KEPT && oldest !== undefined) atHand.delete(oldest);
  return true;
};

export const isAtHand = (paperId: string): boolean => atHand.has(paperId);
export const notePrint = (paperId: string): void => {
  const kept = atHand.get(paperId);
  if (kept) kept.prints += 1;
};

export const showOwn = (paperId: string, size?: PaperSize): Promise<Blob> => {
  const kept = atHand.get(paperId);
  return kept ? setOwnPaper(kept.payload, size) : Promise.reject(new Error('the paper is not at hand'));
};

/** The original when none was printed yet; else a re-print that says so on itself. */
export const printOwn = async (paperId: string, size?: PaperSize): Promise<Blob> => {
  const kept = atHand.get(paperId);
  if (!kept) throw new Error('the paper is not at hand');
  const again = kept.prints > 0;
  const paper = await setOwnPaper(kept.payload, size, again ? { count: kept.prints, at: momentInWords(businessNow()) } : undefined);
  kept.prints += 1;
  await findStandIn()?.notePrint(paperId);
  owe([...owed(), { paperId, again }]);
  return paper;
};

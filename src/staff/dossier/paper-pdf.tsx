// A paper as the server prints it. Fetched as a whole and shown from memory: no page of ours may be framed.
import { reprintedAnswer } from '#wire/papers.wire.ts';
import { useQuery } from '@tanstack/react-query';
import { isUnsettled, noAnswer, problemOf } from '../api/problem.ts';
import { act, askBlob } from '../api/request.ts';
import { findStandIn } from '../api/stand-in.ts';
import { useBlobUrl, useObjectUrl } from '../api/use-object-url.ts';
import { ErrorState, Loading } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { useSlow } from '../design/use-slow.ts';
import { isAtHand, isUntold, keepAtHand, notePrint, printOwn, showOwn, tellPrints } from '../press/own-paper.ts';

export type PaperSize = 'a5' | 'a4' | '80mm';
/** Slips and records of the desks below, at the post's supervisor. */
export const postPaperUrl = (paperId: string) => `/api/post/papers/${paperId}.pdf`;
export const paperUrl = (paperId: string, size?: PaperSize) => `/api/papers/${paperId}.pdf${size ? `?size=${size}` : ''}`;

/** The same paper, counted as printed. */
const printUrl = (paperId: string, size?: PaperSize) => `/api/papers/${paperId}.pdf?print=yes${size ? `&size=${size}` : ''}`;

/** A counter does not wait longer for the server when it can set the paper itself. */
const PATIENCE = 4_000;

const useOwnPaper = (paperId: string, size: PaperSize | undefined, wanted: boolean): string | undefined => {
  const own = useQuery({
    queryKey: ['own-paper', paperId, size], queryFn: () => showOwn(paperId, size),
    enabled: wanted && isAtHand(paperId), networkMode: 'always', retry: false, staleTime: Infinity, gcTime: 60_000,
  });
  return useBlobUrl(own.data);
};

export const PaperPdf = ({
  paperId,
  title,
  size,
}: {
  readonly paperId: string;
  readonly title: string;
  readonly size?: PaperSize;
}) => {
  const { url: served, error, retry } = useObjectUrl(paperUrl(paperId, size));
  const late = useSlow(PATIENCE);
  const own = useOwnPaper(paperId, size, served === undefined && (late || isUnsettled(error)));
  const url = served ?? own;
  if (error && !url) return <ErrorState error={error} onRetry={retry} />;
  return url ? (
    <iframe className="preview paper-preview" src={`${url}#toolbar=0&navpanes=0&view=FitH`} title={title} />
  ) : (
    <div className="paper-preview"><Loading label={`Đang mở ${title}`} /></div>
  );
};

const askPrint = async (paperId: string, size: PaperSize | undefined): Promise<Blob> => {
  const paper = await askBlob(printUrl(paperId, size), isAtHand(paperId) ? AbortSignal.timeout(PATIENCE) : undefined);
  notePrint(paperId);
  return paper;
};

/** The first print is free; a further one is put into the journal first, and says so on itself. */
const served = async (paperId: string, size?: PaperSize): Promise<Blob> => {
  try {
    return await askPrint(paperId, size);
  } catch (error) {
    if (problemOf(error)?.code !== 'reprint-needed') throw error;
    await act({ path: `/api/papers/${paperId}/reprint`, body: {}, answer: reprintedAnswer });
    toast('Bản in lại, đã ghi nhật ký.');
    return askPrint(paperId, size);
  }
};

const patience = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, PATIENCE); });

const canSet = async (paperId: string): Promise<boolean> => isAtHand(paperId) || (findStandIn() !== undefined && keepAtHand(paperId).catch(() => false));

/** Without the server's answer the counter sets the same paper itself, and tells the print when the line is back. */
const printed = async (paperId: string, size?: PaperSize): Promise<Blob> => {
  try {
    // issued here, and the server does not have it yet
    if (findStandIn()?.mustWait(paperId)) throw noAnswer();
    if (isUntold(paperId)) await Promise.race([tellPrints(), patience()]);
    if (isUntold(paperId)) throw noAnswer();
    return await served(paperId, size);
  } catch (error) {
    if (!isUnsettled(error) || !(await canSet(paperId))) throw error;
    const paper = await printOwn(paperId, size);
    toast('Máy chủ chưa trả lời: in từ máy này.');
    return paper;
  }
};

/** Sends it to the printer through a hidden frame; if the browser will not, opens it in a tab. */
const toPrinter = (paper: Blob): void => {
  const url = URL.createObjectURL(paper);
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = 'Bản in';
  frame.src = url;
  frame.onload = () => {
    const before = document.activeElement;
    try {
      frame.contentWindow?.print();
    } catch {
      window.open(url, '_blank');
    }
    // printing takes the focus with it, and with it every key of the screen
    window.focus();
    if (before instanceof HTMLElement) before.focus();
    setTimeout(() => {
      frame.remove();
      URL.revokeObjectURL(url);
    }, 120_000);
  };
  document.body.append(frame);
};

const sendOff = async (set: Promise<Blob>): Promise<void> => {
  try {
    toPrinter(await set);
  } catch (error) {
    toast(error instanceof Error ? error.message : 'Chưa in được.', 'red');
  }
};

export const printPaper = (paperId: string, size?: PaperSize): Promise<void> => sendOff(printed(paperId, size));
/** What is no issued paper, and counts no prints: a label. */
export const printFrom = (path: string): Promise<void> => sendOff(askBlob(path));

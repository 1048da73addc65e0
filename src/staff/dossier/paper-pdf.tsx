// A paper as the server prints it. Fetched as a whole and shown from memory: no page of ours may be framed.
import { reprintedAnswer } from '#wire/papers.wire.ts';
import { problemOf } from '../api/problem.ts';
import { act, askBlob } from '../api/request.ts';
import { useObjectUrl } from '../api/use-object-url.ts';
import { ErrorState, Loading } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';

export type PaperSize = 'a5' | 'a4' | '80mm';
export const paperUrl = (paperId: string, size?: PaperSize) => `/api/papers/${paperId}.pdf${size ? `?size=${size}` : ''}`;

/** The same paper, counted as printed. */
const printUrl = (paperId: string, size?: PaperSize) => `/api/papers/${paperId}.pdf?print=yes${size ? `&size=${size}` : ''}`;

export const PaperPdf = ({
  paperId,
  title,
  size,
}: {
  readonly paperId: string;
  readonly title: string;
  readonly size?: PaperSize;
}) => {
  const { url, error, retry } = useObjectUrl(paperUrl(paperId, size));
  if (error) return <ErrorState error={error} onRetry={retry} />;
  return url ? (
    <iframe className="preview paper-preview" src={`${url}#toolbar=0&navpanes=0&view=FitH`} title={title} />
  ) : (
    <Loading label={`Đang mở ${title}`} />
  );
};

/** The first print is free; a further one is put into the journal first, and says so on itself. */
const printed = async (paperId: string, size?: PaperSize): Promise<Blob> => {
  try {
    return await askBlob(printUrl(paperId, size));
  } catch (error) {
    if (problemOf(error)?.code !== 'reprint-needed') throw error;
    await act({ path: `/api/papers/${paperId}/reprint`, body: {}, answer: reprintedAnswer });
    toast('Bản in lại, đã ghi nhật ký.');
    return askBlob(printUrl(paperId, size));
  }
};

/** Sends the paper to the printer through a hidden frame; if the browser will not, opens it in a tab. */
export const printPaper = async (paperId: string, size?: PaperSize): Promise<void> => {
  try {
    const url = URL.createObjectURL(await printed(paperId, size));
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
  } catch (error) {
    toast(error instanceof Error ? error.message : 'Chưa in được.', 'red');
  }
};

// Papers sent back as they are counted at the desk: nothing is counted before the clerk says how it came.
import type { PaperCounted } from '#core/dossier/accept-papers.ts';
import { keptLines } from './way-back-draft.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';

export type CountDraft = {
  readonly lineNo: number; readonly name: string; readonly form: string; readonly count: number;
  readonly result: PaperCounted['result'] | ''; readonly arrived: string; readonly note: string;
};

export const countLines = (view: Pick<DossierView, 'papers'>): readonly CountDraft[] =>
  keptLines(view).map(({ lineNo, name, form, count }) => ({ lineNo, name, form, count, result: '', arrived: '', note: '' }));

/** As it was counted before. */
export const linesAsCounted = (lines: readonly CountDraft[], counted: readonly PaperCounted[]): readonly CountDraft[] => lines.map((line) => {
  const before = counted.find(({ lineNo }) => lineNo === line.lineNo);
  return before ? { ...line, result: before.result, arrived: String(before.arrived ?? ''), note: before.note ?? '' } : line;
});

/** Of one that is missing none has come. */
export const asksHowMany = ({ result, count }: Pick<CountDraft, 'result' | 'count'>): boolean => result === 'short' && count > 1;

const arrivedOf = ({ arrived, count }: CountDraft): number | undefined => {
  if (count === 1) return 0;
  return /^\d{1,3}$/u.test(arrived.trim()) && Number(arrived) < count ? Number(arrived) : undefined;
};

export const countErrors = (lines: readonly CountDraft[]): Readonly<Record<string, string>> => Object.fromEntries(lines.flatMap((line, index) => [
  ...(line.result === '' ? [[`papers.${index}.result`, 'Chọn đủ, thiếu hoặc hư hỏng.']] : []),
  ...(line.result === 'short' && arrivedOf(line) === undefined ? [[`papers.${index}.arrived`, `Nhập số bản đã về, từ 0 đến ${line.count - 1}.`]] : []),
  ...(line.result !== '' && line.result !== 'received' && line.note.trim() === '' ? [[`papers.${index}.note`, 'Ghi rõ thiếu hoặc hư hỏng thế nào.']] : []),
]));

/** Then there is nothing to give, and the agency sends again what it finds. */
export const nothingCame = (lines: readonly CountDraft[]): boolean => lines.length > 0 && lines.every((line) => line.result === 'short' && arrivedOf(line) === 0);

export const toCounted = (lines: readonly CountDraft[]): readonly PaperCounted[] => lines.flatMap((line): readonly PaperCounted[] => {
  if (line.result === '') return [];
  if (line.result === 'received') return [{ lineNo: line.lineNo, result: line.result }];
  return [{ lineNo: line.lineNo, result: line.result, note: line.note.trim(), ...(line.result === 'short' ? { arrived: arrivedOf(line) ?? 0 } : {}) }];
});

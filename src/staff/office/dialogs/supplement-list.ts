// The one list of what is missing, as it is put together: from the procedure's own papers, or in free words.
import type { ChecklistItem } from '#core/procedure/procedure.ts';

export type SupplementLine = {
  readonly key: number;
  readonly name: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly plainCopy: number;
  readonly reason: string;
};

export const emptyLine = (key: number): SupplementLine => ({ key, name: '', original: 0, certifiedCopy: 0, plainCopy: 0, reason: '' });

/** As the checklist asks for it; a paper that is only shown is asked as one certified copy or looked at again. */
export const lineOfItem = (key: number, item: ChecklistItem): SupplementLine => ({
  ...emptyLine(key), name: item.name, original: item.original, certifiedCopy: item.certifiedCopy, plainCopy: item.plainCopy,
});

export const asksNothing = (line: SupplementLine): boolean =>
  line.original + line.certifiedCopy + line.plainCopy === 0 && line.reason.trim() === '';

/** Why the list cannot be sent yet, by line; empty = it can. */
export const faultsOf = (lines: readonly SupplementLine[]): ReadonlyMap<number, string> => {
  const faults = new Map<number, string>();
  for (const line of lines) {
    if (line.name.trim() === '') faults.set(line.key, 'Ghi tên giấy tờ.');
    else if (asksNothing(line)) faults.set(line.key, 'Ghi số bản cần nộp, hoặc nội dung cần sửa.');
  }
  return faults;
};

export const itemsOf = (lines: readonly SupplementLine[]) => lines.map((line) => ({
  name: line.name.trim(), original: line.original, certifiedCopy: line.certifiedCopy, plainCopy: line.plainCopy,
  ...(line.reason.trim() && { reason: line.reason.trim() }),
}));

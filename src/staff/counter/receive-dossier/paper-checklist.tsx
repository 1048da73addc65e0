// The papers one under another, ticked, counted and scanned: at intake, on a corrected receipt, with a supplement.
import type { ChecklistItem } from '#core/procedure/procedure.ts';
import { NO_PAPER, type PaperDraft } from './draft.ts';
import { fullPaper, isGiven } from './draft-command.ts';
import { PaperRow } from './paper-row.tsx';
import type { Scans } from './use-scans.ts';

export type SetPaper = (itemId: string, edit: (paper: PaperDraft) => PaperDraft) => void;

/** One key ticks a paper as the list asks for it, and takes the tick away again; its scans stay. */
export const togglePaper = (item: ChecklistItem, set: SetPaper): void =>
  set(item.itemId, (paper) => (isGiven(paper) ? { ...NO_PAPER, scans: paper.scans } : fullPaper(item, paper.scans)));

/** Over the boxes of the rows, for the eye; each box says its own name. */
const PaperHeads = ({ what }: { readonly what: string }) => (
  <li className="paper-row paper-heads" aria-hidden="true">
    <span>{what}</span>
    <span className="paper-counts">
      <span>Bản chính</span>
      <span>Bản sao (chứng thực)</span>
      <span>Bản chụp</span>
    </span>
    <span className="paper-scans">Quét</span>
  </li>
);

export type PaperChecklistProps = {
  readonly what: string;
  readonly items: readonly ChecklistItem[];
  readonly papers: Readonly<Record<string, PaperDraft>>;
  readonly world: string;
  readonly scans: Scans;
  readonly set: SetPaper;
  /** Digits tick the rows. */
  readonly numbered?: boolean;
};

export const PaperChecklist = ({ what, items, papers, world, scans, set, numbered = false }: PaperChecklistProps) => (
  <ol className="paper-list">
    {items.length > 0 && <PaperHeads what={what} />}
    {items.map((item, i) => (
      <PaperRow
        key={item.itemId}
        {...(numbered ? { no: i + 1 } : {})}
        item={item}
        paper={papers[item.itemId] ?? NO_PAPER}
        world={world}
        scans={scans}
        onToggle={() => togglePaper(item, set)}
        onCount={(change) => set(item.itemId, (paper) => ({ ...paper, ...change }))}
      />
    ))}
  </ol>
);

// Paper by paper: a digit ticks its row, F7 ticks all. What is missing makes one complete list, once.
import { useEffect, useState } from 'react';
import type { MissingPaper } from '#core/procedure/missing-papers.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { Button } from '../../design/button.tsx';
import { Banner } from '../../design/frames.tsx';
import { KeyHints } from '../../design/key-hints.tsx';
import { NO_PAPER, type ReceiveDraft } from './draft.ts';
import { fullPaper } from './draft-command.ts';
import { GuidanceDialog } from './guidance-dialog.tsx';
import { PaperChecklist, type SetPaper, togglePaper } from './paper-checklist.tsx';
import { ScannerTray } from './scanner-tray.tsx';
import type { Patch } from './use-draft.ts';
import type { Scans } from './use-scans.ts';

export type PapersSectionProps = {
  readonly draft: ReceiveDraft;
  readonly patch: Patch;
  readonly procedure: ProcedureVersion;
  readonly missing: readonly MissingPaper[];
  readonly scans: Scans;
  readonly world: string;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox');

export const PapersSection = ({ draft, patch, procedure, missing, scans, world }: PapersSectionProps) => {
  const [guiding, setGuiding] = useState(false);
  const checklist = procedure.cases.find((c) => c.caseId === draft.caseId)?.checklist ?? [];
  const set: SetPaper = (itemId, edit) =>
    patch((d) => ({ papers: { ...d.papers, [itemId]: edit(d.papers[itemId] ?? NO_PAPER) } }));
  const toggle = (at: number) => {
    const item = checklist[at];
    if (item) togglePaper(item, set);
  };
  const all = () =>
    patch((d) => ({
      papers: {
        ...d.papers,
        ...Object.fromEntries(
          checklist.filter((i) => i.required).map((i) => [i.itemId, fullPaper(i, d.papers[i.itemId]?.scans)]),
        ),
      },
    }));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        !/^[1-9]$/.test(event.key) ||
        event.ctrlKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('dialog[open]')
      )
        return;
      event.preventDefault();
      toggle(Number(event.key) - 1);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
  return (
    <>
      <div className="row-between" data-enter="skip">
        <KeyHints
          hints={[
            ['1–9', 'đánh dấu từng giấy tờ'],
            ['F7', 'đủ hồ sơ'],
            ['Enter', 'bước tiếp'],
          ]}
        />
        <div className="row">
          <Button
            hotkey="F7"
            look={missing.length > 0 ? 'main' : 'normal'}
            icon="check"
            onClick={() => {
              all();
              // at once: the next Enter may come before the next picture of the screen
              document.querySelector<HTMLElement>('[data-paper]')?.focus();
            }}
          >
            Đủ hồ sơ
          </Button>
        </div>
      </div>
      <ScannerTray
        world={world}
        since={draft.startedAt}
        checklist={checklist}
        papers={draft.papers}
        onTake={(item, files) => scans.add(item, files)}
      />
      <PaperChecklist numbered what="Thành phần hồ sơ" items={checklist} papers={draft.papers} world={world} scans={scans} set={set} />
      {checklist.length === 0 && (
        <Banner tone="amber">
          Danh mục chưa có thành phần hồ sơ của trường hợp này. Hỏi cơ quan giải quyết trước khi tiếp nhận.
        </Banner>
      )}
      <div className="row-between">
        <span aria-live="polite" className={missing.length > 0 ? 'field-warning' : 'soft'}>
          {missing.length > 0 ? `Còn thiếu ${missing.length} loại giấy tờ bắt buộc.` : 'Đủ thành phần hồ sơ bắt buộc.'}
        </span>
        {missing.length > 0 && (
          <Button icon="paper" data-guidance="" onClick={() => setGuiding(true)}>
            Lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ
          </Button>
        )}
      </div>
      {guiding && <GuidanceDialog draft={draft} missing={missing} procedure={procedure} onClose={() => setGuiding(false)} />}
    </>
  );
};

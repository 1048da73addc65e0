// What is in a bag that is being filled, and what still waits for it, side by side; the scanner above both.
import type { BagDossier } from '#wire/bags.wire.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { LineCode } from './bag-lines.tsx';
import { ScanField, type ScanSaid } from './scan-field.tsx';

type Act = { readonly word: string; readonly busy: boolean; readonly run: (line: BagDossier) => void };

const Lines = ({ caption, rows, act }: { readonly caption: string; readonly rows: readonly BagDossier[]; readonly act: Act }) => (
  <Table
    caption={caption} rows={rows} rowKey={(line) => line.dossierId}
    columns={[
      { head: 'Mã hồ sơ', cell: (line) => <LineCode line={line} /> },
      { head: 'Chủ hồ sơ', cell: (line) => line.ownerName },
      { head: 'Bản giấy', number: true, cell: (line) => line.pieces },
      { head: 'Việc', cell: (line) => <Button busy={act.busy} onClick={() => act.run(line)}>{act.word}<span className="hidden-label"> {line.code}</span></Button> },
    ]}
  />
);

export type FillingProps = {
  readonly lines: readonly BagDossier[];
  readonly waiting: readonly BagDossier[];
  /** 'hồ sơ' or 'kết quả', and for whom. */
  readonly what: string;
  readonly toName: string;
  readonly said: ScanSaid | undefined;
  readonly busy?: { readonly packing: boolean; readonly takingOut: boolean };
  readonly onScanned: (text: string) => void;
  readonly onTakeOut: (line: BagDossier) => void;
  readonly next: { readonly word: string; readonly disabled?: boolean; readonly go: () => void };
};

export const Filling = ({ lines, waiting, what, toName, said, busy, onScanned, onTakeOut, next }: FillingProps) => (
  <>
    <div className="bag-head">
      <p className="bag-counter" aria-live="polite"><strong>{lines.length}</strong><span>trong túi · {waiting.length} còn chờ</span></p>
      <ScanField label="Quét giấy tiếp nhận, phiếu gửi hoặc gõ mã hồ sơ" said={said} onScanned={onScanned} />
      <Button look="main" icon="check" hotkey="F9" disabled={lines.length === 0 || next.disabled} onClick={next.go}>{next.word}</Button>
    </div>
    <div className="bag-halves">
      <Panel title="Trong túi" count={lines.length} flush>
        {lines.length === 0
          ? <EmptyState icon="bag" title="Túi chưa có gì">Quét từng {what} gửi {toName}.</EmptyState>
          : <Lines caption="Trong túi" rows={lines} act={{ word: 'Lấy ra', busy: busy?.takingOut ?? false, run: onTakeOut }} />}
      </Panel>
      <Panel title="Còn chờ" count={waiting.length} flush>
        {waiting.length === 0
          ? <EmptyState title="Không còn gì chờ gửi đến đây" />
          : <Lines caption="Còn chờ cho vào túi" rows={waiting} act={{ word: 'Cho vào túi', busy: busy?.packing ?? false, run: ({ code }) => onScanned(code) }} />}
      </Panel>
    </div>
  </>
);

// The papers, one at a time and as large as there is room; the list above says what is there and what is not.
import { useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { EmptyState } from '../../design/frames.tsx';
import { PaperPdf } from '../../dossier/paper-pdf.tsx';
import { ScanView } from '../../dossier/scan-view.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { waitingAnswerOf } from '../../dossier/waiting-answer.ts';
import { FORM_LABELS } from '../../words/person-words.ts';

type Leaf = { readonly id: string; readonly label: string; readonly note: string; readonly show?: { readonly kind: 'scan' | 'paper'; readonly id: string } };

/** What waits to be looked at stands first. */
const sentLeaves = (view: DossierView): readonly Leaf[] => {
  const answer = waitingAnswerOf(view)?.answer;
  return (answer?.papers ?? []).flatMap((paper) => paper.files.map((sha256, i): Leaf => ({
    id: `sent-${paper.name}-${i}`, label: paper.files.length > 1 ? `${paper.name} (${i + 1}/${paper.files.length})` : paper.name,
    note: `chờ xem, gửi ${answer ? shortMoment(answer.sentAt) : ''}`, show: { kind: 'scan', id: sha256 },
  })));
};

export const leavesOf = (view: DossierView, draftFile: string | undefined): readonly Leaf[] => [
  ...(draftFile ? [{ id: 'draft', label: 'Dự thảo kết quả', note: 'chuyên viên trình', show: { kind: 'scan', id: draftFile } } as const] : []),
  ...sentLeaves(view),
  ...view.outcomes.map((o): Leaf => ({ id: `outcome-${o.outcomeNo}`, label: `${o.name} số ${o.number}`, note: o.hasPaper ? 'kết quả, có bản giấy' : 'kết quả điện tử', ...(o.file ? { show: { kind: 'scan', id: o.file } } : {}) })),
  ...view.papers.flatMap((p): readonly Leaf[] => {
    const note = `${p.shownOnly ? 'đã xuất trình' : `${p.count} ${FORM_LABELS[p.form]}`}${p.roundNo > 0 ? ` · bổ sung lần ${p.roundNo}` : ''}`;
    if (p.scans.length === 0) return [{ id: `paper-${p.lineNo}`, label: p.name, note: `${note} · chưa quét` }];
    return p.scans.map((sha256, i) => ({ id: `paper-${p.lineNo}-${i}`, label: p.scans.length > 1 ? `${p.name} (${i + 1}/${p.scans.length})` : p.name, note, show: { kind: 'scan', id: sha256 } }));
  }),
  ...view.issuedPapers.filter((p) => !p.supersededAt).map((p): Leaf => ({ id: `issued-${p.paperId}`, label: p.number ? `${p.title} ${p.number}` : p.title, note: 'giấy đã lập', show: { kind: 'paper', id: p.paperId } })),
];

export const PaperDesk = ({ view, draftFile }: { readonly view: DossierView; readonly draftFile: string | undefined }) => {
  const all = leavesOf(view, draftFile);
  // what can be looked at stands first
  const leaves = [...all.filter((one) => one.show), ...all.filter((one) => !one.show)];
  const [chosen, setChosen] = useState<string>();
  const leaf = leaves.find((one) => one.id === chosen) ?? leaves.find((one) => one.show);
  return (
    <section className="paper-desk" aria-label="Giấy tờ trong hồ sơ">
      <ul className="paper-leaves">
        {leaves.map((one) => (
          <li key={one.id}>
            <button type="button" disabled={!one.show} aria-pressed={one.id === leaf?.id} onClick={() => setChosen(one.id)} title={`${one.label} – ${one.note}`}>
              <span className="leaf-label">{one.label}</span><small>{one.note}</small>
            </button>
          </li>
        ))}
      </ul>
      <div className="paper-stage">
        {leaf?.show?.kind === 'scan' && <ScanView sha256={leaf.show.id} title={leaf.label} key={leaf.show.id} />}
        {leaf?.show?.kind === 'paper' && <PaperPdf paperId={leaf.show.id} title={leaf.label} key={leaf.show.id} />}
        {!leaf?.show && <EmptyState icon="paper" title="Chưa có bản quét để xem">Giấy tờ đang ở dạng bản giấy; đối chiếu với danh sách bên trên.</EmptyState>}
      </div>
    </section>
  );
};

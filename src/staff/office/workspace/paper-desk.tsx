// The papers, one at a time and as large as there is room; the list above says what is there and what is not.
import { useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { EmptyState } from '../../design/frames.tsx';
import { PaperPdf } from '../../dossier/paper-pdf.tsx';
import { ScanView } from '../../dossier/scan-view.tsx';
import { leavesOf } from './leaves.ts';

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

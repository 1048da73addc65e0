// The papers of a dossier as they lie on the agency's desk, in the order in which they are looked at.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { waitingAnswerOf } from '../../dossier/waiting-answer.ts';
import { shortMoment } from '../../words/moment-words.ts';
import { FORM_LABELS } from '../../words/person-words.ts';

export type Leaf = { readonly id: string; readonly label: string; readonly note: string; readonly show?: { readonly kind: 'scan' | 'paper'; readonly id: string } };

/** What waits to be looked at stands first. */
const sentLeaves = (view: DossierView): readonly Leaf[] => {
  const answer = waitingAnswerOf(view)?.answer;
  return (answer?.papers ?? []).flatMap((paper) => paper.files.map((sha256, i): Leaf => ({
    id: `sent-${paper.name}-${i}`, label: paper.files.length > 1 ? `${paper.name} (${i + 1}/${paper.files.length})` : paper.name,
    note: `chờ xem, gửi ${answer ? shortMoment(answer.sentAt) : ''}`, show: { kind: 'scan', id: sha256 },
  })));
};

/** Before the signer lies the draft; once issued, what was issued, the last first. */
const decisionLeaves = (view: DossierView, draftFile: string | undefined): readonly Leaf[] => {
  const draft: readonly Leaf[] = draftFile ? [{ id: 'draft', label: 'Dự thảo kết quả', note: 'chuyên viên trình', show: { kind: 'scan', id: draftFile } }] : [];
  const issued = view.outcomes.map((o): Leaf => ({ id: `outcome-${o.outcomeNo}`, label: `${o.name} số ${o.number}`, note: o.hasPaper ? 'kết quả, có bản giấy' : 'kết quả điện tử', ...(o.file ? { show: { kind: 'scan', id: o.file } } : {}) })).reverse();
  return view.state === 'in-process' ? [...draft, ...issued] : [...issued, ...draft];
};

export const leavesOf = (view: DossierView, draftFile: string | undefined): readonly Leaf[] => [
  ...sentLeaves(view),
  ...decisionLeaves(view, draftFile),
  ...view.papers.flatMap((p): readonly Leaf[] => {
    const note = `${p.shownOnly ? 'đã xuất trình' : `${p.count} ${FORM_LABELS[p.form]}`}${p.roundNo > 0 ? ` · bổ sung lần ${p.roundNo}` : ''}`;
    if (p.scans.length === 0) return [{ id: `paper-${p.lineNo}`, label: p.name, note: `${note} · chưa quét` }];
    return p.scans.map((sha256, i) => ({ id: `paper-${p.lineNo}-${i}`, label: p.scans.length > 1 ? `${p.name} (${i + 1}/${p.scans.length})` : p.name, note, show: { kind: 'scan', id: sha256 } }));
  }),
  ...view.issuedPapers.filter((p) => !p.supersededAt).map((p): Leaf => ({ id: `issued-${p.paperId}`, label: p.number ? `${p.title} ${p.number}` : p.title, note: 'giấy đã lập', show: { kind: 'paper', id: p.paperId } })),
];

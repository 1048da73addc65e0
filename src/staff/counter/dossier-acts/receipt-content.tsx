// What the corrected receipt stands on: case, declaration, papers and money, in the parts of the reception itself.
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { Banner } from '../../design/frames.tsx';
import { CaseSection } from '../receive-dossier/case-section.tsx';
import type { DraftChecks } from '../receive-dossier/draft-checks.ts';
import { NO_PAPER, type ReceiveDraft } from '../receive-dossier/draft.ts';
import { FeesTable } from '../receive-dossier/fees-section.tsx';
import { PaperChecklist, type SetPaper } from '../receive-dossier/paper-checklist.tsx';
import type { Patch } from '../receive-dossier/use-draft.ts';
import type { Scans } from '../receive-dossier/use-scans.ts';

export type ReceiptContentProps = {
  readonly draft: ReceiveDraft;
  readonly patch: Patch;
  readonly procedure: ProcedureVersion;
  readonly checks: DraftChecks;
  readonly sentErrors: Readonly<Record<string, string>>;
  readonly scans: Scans;
  readonly world: string;
  readonly returned: readonly string[];
};

export const ReceiptContent = ({ draft, patch, procedure, checks, sentErrors, scans, world, returned }: ReceiptContentProps) => {
  const checklist = procedure.cases.find((c) => c.caseId === draft.caseId)?.checklist ?? [];
  const set: SetPaper = (itemId, edit) =>
    patch((d) => ({ papers: { ...d.papers, [itemId]: edit(d.papers[itemId] ?? NO_PAPER) } }));
  // a form just opened is not full of errors: what is still empty is counted, what is written wrong is marked
  const written = ([path]: readonly [string, string]) => {
    const answer = draft.answers[path.replace(/^answers\./, '')];
    return answer !== undefined && answer !== '';
  };
  const wrong = Object.entries(checks.errors.case).filter(written);
  const empty = Object.keys(checks.errors.case).length - wrong.length;
  return (
    <section className="stack" data-receipt-content="">
      <h3>Trường hợp và tờ khai</h3>
      {/* the way it was received stays as it was */}
      <CaseSection
        draft={draft}
        patch={patch}
        procedure={procedure}
        errors={{ ...Object.fromEntries(wrong), ...sentErrors }}
        onlyByPost
      />
      {empty > 0 && (
        <p className="field-warning" role="status">
          Còn {empty} mục bắt buộc của tờ khai chưa ghi.
        </p>
      )}
      <h3>Thành phần hồ sơ</h3>
      <PaperChecklist what="Thành phần hồ sơ" items={checklist} papers={draft.papers} world={world} scans={scans} set={set} />
      {checks.missing.length > 0 && (
        <p className="field-warning" role="status">
          Còn thiếu: {checks.missing.map((m) => m.name).join('; ')}.
        </p>
      )}
      {returned.length > 0 && (
        <Banner tone="amber">
          Thủ tục mới không cần, trả lại người nộp: <strong>{returned.join('; ')}</strong>.
        </Banner>
      )}
      <h3>Phí, lệ phí</h3>
      <FeesTable draft={draft} patch={patch} procedure={procedure} />
    </section>
  );
};

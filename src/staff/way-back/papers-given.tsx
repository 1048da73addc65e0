// Each paper is ticked into the receiver's hands; what stays says why.
import { Check } from '../design/choices.tsx';
import { Field } from '../design/field.tsx';
import type { PaperLineDraft } from './way-back-draft.ts';

export const PAPER_FORM_WORDS: Readonly<Record<string, string>> = { original: 'bản chính', 'certified-copy': 'bản sao có chứng thực', 'plain-copy': 'bản chụp' };

export const PapersGiven = ({ lines, onLines, fingerprint, onFingerprint, errors }: {
  readonly lines: readonly PaperLineDraft[]; readonly onLines: (lines: readonly PaperLineDraft[]) => void;
  readonly fingerprint: boolean; readonly onFingerprint: (fingerprint: boolean) => void; readonly errors: Readonly<Record<string, string>>;
}) => {
  const set = (lineNo: number, change: Partial<PaperLineDraft>) => onLines(lines.map((line) => (line.lineNo === lineNo ? { ...line, ...change } : line)));
  return (
    <fieldset className="choices" data-path="papersBack.papers">
      <legend>Giấy tờ trả lại</legend>
      <div className="stack-tight grow">
      {lines.map((line, index) => (
        <div key={line.lineNo} className="stack-tight">
          <Check checked={line.given} onChecked={(given) => set(line.lineNo, { given })}>{line.name} <span className="faint">({line.count} {PAPER_FORM_WORDS[line.form] ?? line.form})</span></Check>
          {!line.given && <Field label={`Lý do chưa trả: ${line.name}`} name={`papersBack.papers.${index}.note`} value={line.note} onValue={(note) => set(line.lineNo, { note })} maxLength={300} error={errors[`papersBack.papers.${index}.note`]} />}
        </div>
      ))}
      <Check checked={fingerprint} onChecked={onFingerprint}>Người nhận điểm chỉ (đã đọc lại nội dung cho nghe)</Check>
      </div>
    </fieldset>
  );
};

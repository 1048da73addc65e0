// Papers the agency sent back are counted out of the bag, line by line, against its record.
import { useState } from 'react';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { useKept } from '../../api/use-kept.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { ActDialogProps } from '../../dossier/act-dialog.ts';
import { type CountDraft, asksHowMany, countErrors, countLines, linesAsCounted, nothingCame, toCounted } from '../../way-back/count-draft.ts';
import { PAPER_FORM_WORDS } from '../../way-back/papers-given.tsx';
import { ConfirmationFields } from '../confirmation.tsx';
import { useBefore } from '../put-right/putting-right.ts';
import { useDeskAct } from '../dossier-acts/use-desk-act.ts';

const RESULTS = [{ value: 'received', label: 'Đủ' }, { value: 'short', label: 'Thiếu' }, { value: 'damaged', label: 'Hư hỏng' }];

export const AcceptPapersDialog = ({ view, onClose }: ActDialogProps) => {
  const before = useBefore('accept-papers-back');
  const { value: lines, keep: setLines, forget } = useKept(['count-papers', view.dossierId, view.revision, before?.commandId ?? ''], () => linesAsCounted(countLines(view), before?.body.papers ?? []));
  const [tried, setTried] = useState(false);
  const act = useDeskAct(view, 'accept-papers-back', 'accept-papers', dossierChanged, () => {
    forget();
    onClose();
    toast(nothing ? `Đã báo cơ quan giải quyết: chưa có giấy tờ nào của hồ sơ ${view.code} về quầy.` : `Đã nhận giấy tờ của hồ sơ ${view.code} về quầy.`);
  });
  const nothing = nothingCame(lines);
  const errors = countErrors(lines);
  const set = (lineNo: number, change: Partial<CountDraft>) => setLines(lines.map((line) => (line.lineNo === lineNo ? { ...line, ...change } : line)));
  const confirm = () => {
    setTried(true);
    if (Object.keys(errors).length === 0) void act.run({ papers: toCounted(lines) });
    else requestAnimationFrame(() => focusFirstError(errors));
  };
  const shown = { ...act.errors, ...(tried ? errors : {}) };
  const back = view.papersBack;
  return (
    <ConfirmDialog wide title={`Kiểm đếm giấy tờ chuyển trả – ${view.code}`} act={nothing ? 'Báo cơ quan chưa có giấy tờ' : 'Nhận giấy tờ về quầy'} busy={act.busy} onClose={onClose} onConfirm={confirm}>
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <div className="row-between">
        <p className="soft">{back?.recordNumber ? `Đối chiếu với biên bản chuyển trả số ${back.recordNumber}.` : 'Đối chiếu với biên bản chuyển trả.'} Thiếu hoặc hư hỏng được báo cho cơ quan giải quyết.</p>
        <Button onClick={() => setLines(lines.map((line) => (line.result === '' ? { ...line, result: 'received' } : line)))}>Đủ cả</Button>
      </div>
      {lines.map((line, index) => (
        <div key={line.lineNo} className="stack-tight">
          <RadioGroup legend={`${line.name} (${line.count} ${PAPER_FORM_WORDS[line.form] ?? line.form})`} name={`papers.${index}.result`} value={line.result} onValue={(result) => set(line.lineNo, { result: result as CountDraft['result'] })} choices={RESULTS} error={shown[`papers.${index}.result`]} />
          {line.result !== '' && line.result !== 'received' && (
            <div className="fields">
              {asksHowMany(line) && <Field width="w3" label="Số bản đã về" name={`papers.${index}.arrived`} inputMode="numeric" maxLength={3} value={line.arrived} onValue={(arrived) => set(line.lineNo, { arrived })} error={shown[`papers.${index}.arrived`]} />}
              <Field width="w9" label={line.result === 'short' ? 'Thiếu thế nào' : 'Hư hỏng thế nào'} name={`papers.${index}.note`} maxLength={300} value={line.note} onValue={(note) => set(line.lineNo, { note })} error={shown[`papers.${index}.note`]} />
            </div>
          )}
        </div>
      ))}
      {nothing && <Banner tone="amber">Không có giấy tờ nào về quầy. Hồ sơ trở lại danh sách chờ chuyển trả của cơ quan giải quyết để tìm và chuyển lại; người dân được báo là chưa cần đến.</Banner>}
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};

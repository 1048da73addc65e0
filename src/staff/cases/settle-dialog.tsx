// A person decides on what the machines could not: the paper in the citizen's hand is the act, so each way out says what becomes of it.
import { useState } from 'react';
import { type SettledHow, waysToSettle } from '#core/offline/settle-case.ts';
import { settleCaseAnswer } from '#wire/offline.wire.ts';
import { focusFirstError, useAct } from '../api/use-act.ts';
import { RadioGroup } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { fullMoment } from '../words/moment-words.ts';
import { settledMeans, WHO_SETTLES } from '../words/offline-settled.ts';
import { OFFLINE_LABELS, SETTLED_AS } from '../words/offline-words.ts';
import { CaseOf, doneWhere } from './case-of.tsx';
import { casesKey, type CaseSide, type CaseView, settlePath } from './use-cases.ts';

export const SettleDialog = ({ one, side, onClose }: { readonly one: CaseView; readonly side: CaseSide; readonly onClose: () => void }) => {
  const [how, setHow] = useState<SettledHow | ''>('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const settle = useAct((body: { readonly how: SettledHow; readonly note: string }) => ({ path: settlePath(side, one.caseId), body, answer: settleCaseAnswer }), {
    refresh: [casesKey(side), ['admin-devices']],
    onDone: () => { onClose(); toast('Đã ghi kết quả xem xét.'); },
  });
  const wrong = { ...(how === '' && { how: 'Chọn kết quả xem xét.' }), ...(note.trim() === '' && { note: 'Ghi căn cứ và việc đã làm.' }) };
  const confirm = () => {
    setTried(how === '' || note.trim() === '');
    if (how === '' || note.trim() === '') return void requestAnimationFrame(() => focusFirstError(wrong));
    void settle.run({ how, note: note.trim() });
  };
  const errors = { ...settle.errors, ...(tried ? wrong : {}) };
  return (
    <ConfirmDialog
      act="Ghi kết quả xem xét" title={`${OFFLINE_LABELS[one.act]}${one.code ? ` · ${one.code}` : ''}`} wide busy={settle.busy}
      onConfirm={confirm} onClose={onClose}
    >
      {settle.error && Object.keys(settle.errors).length === 0 && <Banner tone="red">{settle.error.message}</Banner>}
      <CaseOf one={one} />
      <p>{one.text}</p>
      <p className="faint">Làm lúc {fullMoment(one.madeAt)} · {doneWhere(one)}. {WHO_SETTLES[one.kind]}</p>
      <RadioGroup legend="Kết quả xem xét" name="how" value={how} onValue={(value) => setHow(value as SettledHow)} error={errors['how']} choices={waysToSettle(one.kind, one.reason).map((value) => ({ value, label: SETTLED_AS[value] }))} />
      {how !== '' && <p className="soft" role="status">{settledMeans(one.kind, one.act, how)}</p>}
      <TextAreaField label="Ghi rõ căn cứ và việc đã làm" name="note" maxLength={500} value={note} onValue={setNote} error={errors['note']} />
    </ConfirmDialog>
  );
};

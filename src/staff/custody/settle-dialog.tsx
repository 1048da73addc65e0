// A difference ends in one of four ways; each says what becomes of the paper, and who bears the cost where there is one.
import { useState } from 'react';
import { COST_BEARERS, type SettleCase } from '#core/custody/settle-case.ts';
import { BEARER_WORDS, CASE_WORDS, SETTLED_WORDS, thingInWords } from '#wire/custody-words.ts';
import { type CustodyCase, custodyCaseSettled } from '#wire/custody.wire.ts';
import { focusFirstError, useAct } from '../api/use-act.ts';
import { RadioGroup } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { type Side, custodyKey, settlePath } from './use-custody.ts';

const HELP = (side: Side): Readonly<Record<SettleCase['how'], string>> => ({
  found: side === 'desk' ? 'Giấy tờ đang ở quầy này; sổ giao nhận ghi lại từ bây giờ.' : 'Giấy tờ đang ở cơ quan; chuyển lại quầy bằng biên bản mới.',
  reissued: 'Bản này không còn; cơ quan cấp lại và chuyển lại bằng biên bản mới.',
  borne: 'Bản này không còn và không cấp lại; bên chịu trách nhiệm bồi thường.',
  agreed: 'Hai bên đã kiểm đếm lại và không còn chênh lệch.',
});

/** What nobody has can be found or given up; where nothing is missing both sides agree, or one makes it good. */
const waysFor = (one: CustodyCase): readonly SettleCase['how'][] => (one.isMissing ? ['found', 'reissued', 'borne'] : ['agreed', 'reissued', 'borne']);

export const SettleDialog = ({ one, side, onClose }: { readonly one: CustodyCase; readonly side: Side; readonly onClose: () => void }) => {
  const [how, setHow] = useState<SettleCase['how'] | ''>('');
  const [costBearer, setCostBearer] = useState<string>('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const settle = useAct((body: SettleCase) => ({ path: settlePath(side, one.caseId), body, answer: custodyCaseSettled }), {
    refresh: [custodyKey(side), ['dossier']],
    onDone: () => { onClose(); toast('Đã ghi kết quả xử lý.'); },
  });
  const bears = how === 'reissued' || how === 'borne';
  const bearer = COST_BEARERS.find((value) => value === costBearer);
  const confirm = () => {
    const wrong = {
      ...(how === '' && { how: 'Chọn kết quả xử lý.' }), ...(bears && !bearer && { costBearer: 'Chọn bên chịu chi phí.' }),
      ...(note.trim() === '' && { note: 'Ghi căn cứ và việc đã làm.' }),
    };
    setMissing(wrong);
    if (how === '' || Object.keys(wrong).length > 0) return void requestAnimationFrame(() => focusFirstError(wrong));
    void settle.run({ how, note: note.trim(), ...(bears && bearer && { costBearer: bearer }) });
  };
  const errors = { ...settle.errors, ...missing };
  return (
    <ConfirmDialog act="Ghi kết quả xử lý" title={`${thingInWords(one.thing)} · ${one.code}`} wide busy={settle.busy} onConfirm={confirm} onClose={onClose}>
      {settle.error && Object.keys(settle.errors).length === 0 && <Banner tone="red">{settle.error.message}</Banner>}
      <p><strong>{CASE_WORDS[one.kind]}</strong>: giao {one.sent}, nhận {one.arrived}. {one.note}</p>
      <RadioGroup legend="Kết quả xử lý" name="how" value={how} onValue={(value) => { setHow(value as SettleCase['how']); setMissing({}); }} error={errors['how']} choices={waysFor(one).map((value) => ({ value, label: SETTLED_WORDS[value] }))} />
      {how !== '' && <p className="soft" role="status">{HELP(side)[how]}</p>}
      {bears && <RadioGroup legend="Bên chịu chi phí" name="costBearer" value={costBearer} onValue={(value) => { setCostBearer(value); setMissing({}); }} error={errors['costBearer']} choices={COST_BEARERS.map((value) => ({ value, label: BEARER_WORDS[value] }))} />}
      <TextAreaField label="Ghi rõ căn cứ và việc đã làm" name="note" maxLength={500} value={note} onValue={(text) => { setNote(text); setMissing({}); }} error={errors['note']} />
    </ConfirmDialog>
  );
};

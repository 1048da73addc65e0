// A difference ends in one of five ways; each says what becomes of the paper, and who bears the cost where there is one.
import { useState } from 'react';
import { CASE_WORDS } from '#core/custody/case-words.ts';
import { COST_BEARERS, type SettleCase } from '#core/custody/settle-case.ts';
import { BEARER_WORDS, LIABILITY_WORDS, SETTLED_WORDS } from '#wire/custody-words.ts';
import { type CustodyCase, custodyCaseSettled } from '#wire/custody-cases.wire.ts';
import { focusFirstError, useAct } from '../api/use-act.ts';
import { RadioGroup } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';
import { caseThing, isMissing } from './case-parts.tsx';
import { CASE_CHANGES, type Side, casePath } from './use-custody.ts';

const helpOf = (how: SettleCase['how'], one: CustodyCase, side: Side): string => {
  switch (how) {
    case 'found': return side === 'desk' ? 'Giấy tờ đang ở quầy này; sổ giao nhận ghi lại từ bây giờ.' : 'Giấy tờ đang ở cơ quan; chuyển lại quầy bằng biên bản mới.';
    case 'reissued': return one.kind === 'bag-lost' ? 'Túi và mọi thứ trong túi không còn; hồ sơ trở về danh sách chờ chuyển, chuyển lại bằng giấy tờ đã cấp lại.' : 'Bản này không còn; giấy tờ cấp lại được chuyển bằng biên bản mới.';
    case 'borne': return one.kind === 'bag-lost' ? 'Túi và mọi thứ trong túi không còn và không cấp lại; hồ sơ trở về danh sách chờ chuyển.' : 'Bản này không còn và không cấp lại; bên chịu trách nhiệm bồi thường.';
    case 'agreed': return 'Hai bên đã kiểm đếm lại và không còn chênh lệch.';
    case 'taken-back': return `Giấy tờ nhận thừa đã trở lại ${side === 'desk' ? 'quầy này' : 'cơ quan'}; sổ giao nhận ghi lại từ bây giờ.`;
  }
};

/** What nobody has can be found or given up; where nothing is missing both sides agree, or one makes it good. */
const waysFor = (one: CustodyCase, side: Side): readonly SettleCase['how'][] => {
  if (one.kind === 'bag-lost') return ['reissued', 'borne'];
  if (one.kind === 'over') return one.holderKind === (side === 'desk' ? 'agency' : 'desk') ? ['taken-back', 'agreed'] : ['agreed'];
  if (isMissing(one)) return ['found', 'reissued', 'borne'];
  return one.kind === 'late' || one.kind === 'seal-broken' ? ['agreed', 'borne'] : ['agreed', 'reissued', 'borne'];
};

export const SettleDialog = ({ one, side, onClose }: { readonly one: CustodyCase; readonly side: Side; readonly onClose: () => void }) => {
  const ways = waysFor(one, side);
  const [how, setHow] = useState<SettleCase['how'] | ''>('');
  const [costBearer, setCostBearer] = useState<string>('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const settle = useAct((body: SettleCase) => ({ path: casePath(side, one.caseId, 'settle'), body, answer: custodyCaseSettled }), {
    refresh: CASE_CHANGES.map((key) => [...key]),
    onDone: () => { onClose(); toast('Đã ghi kết quả xử lý.'); },
  });
  const isKnown = one.liability !== 'unknown';
  const bears = (how === 'reissued' || how === 'borne') && !isKnown;
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
    <ConfirmDialog act="Ghi kết quả xử lý" title={[caseThing(one), one.dossier?.code].filter(Boolean).join(' · ')} wide busy={settle.busy} onConfirm={confirm} onClose={onClose}>
      {settle.error && Object.keys(settle.errors).length === 0 && <Banner tone="red">{settle.error.message}</Banner>}
      <p><strong>{CASE_WORDS[one.kind]}</strong>: {one.note}</p>
      {isKnown && <p className="soft">Trách nhiệm theo biên bản {one.minuteNumber}: {LIABILITY_WORDS[one.liability]}.</p>}
      <RadioGroup legend="Kết quả xử lý" name="how" value={how} onValue={(value) => { setHow(ways.find((way) => way === value) ?? ''); setMissing({}); }} error={errors['how']} choices={ways.map((value) => ({ value, label: SETTLED_WORDS[value] }))} />
      {how !== '' && <p className="soft" role="status">{helpOf(how, one, side)}</p>}
      {bears && <RadioGroup legend="Bên chịu chi phí" name="costBearer" value={costBearer} onValue={(value) => { setCostBearer(value); setMissing({}); }} error={errors['costBearer']} choices={COST_BEARERS.map((value) => ({ value, label: BEARER_WORDS[value] }))} />}
      <TextAreaField label="Ghi rõ căn cứ và việc đã làm" name="note" maxLength={500} value={note} onValue={(text) => { setNote(text); setMissing({}); }} error={errors['note']} />
    </ConfirmDialog>
  );
};

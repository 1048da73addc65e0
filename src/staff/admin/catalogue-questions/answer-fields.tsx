// The right fields for each kind of answer; the first one takes the focus.
import type { QuestionKind } from '#core/procedure/catalogue-question.ts';
import { formatMoney } from '#core/kernel/format.ts';
import type { FeeKind, TimeLimit } from '#core/procedure/procedure.ts';
import { RadioGroup } from '../../design/choices.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { type AnswerDraft, FEE_NAMES, moneyOf, withFeeKind } from './answer-draft.ts';

export const LIMIT_UNITS: readonly { readonly value: TimeLimit['kind']; readonly label: string }[] = [
  { value: 'working-days', label: 'Ngày làm việc' }, { value: 'calendar-days', label: 'Ngày, kể cả ngày nghỉ' },
  { value: 'working-hours', label: 'Giờ làm việc' }, { value: 'clock-hours', label: 'Giờ liên tục' }, { value: 'same-day', label: 'Trả trong ngày' },
];
/** A source that says hours leaves only one thing open. */
const unitsFor = (kind: QuestionKind) => (kind === 'limit-hours-kind' ? LIMIT_UNITS.filter(({ value }) => value.endsWith('hours')) : LIMIT_UNITS);

export type AnswerFieldsProps = {
  readonly questionKind: QuestionKind;
  readonly draft: AnswerDraft;
  readonly onDraft: (draft: AnswerDraft) => void;
  readonly errors: Readonly<Record<string, string>>;
};

const LimitFields = ({ questionKind, draft, onDraft, errors }: AnswerFieldsProps) => (
  <>
    {draft.unit !== 'same-day' && <div className="fields"><Field width="w4" label="Số" name="limit.time" inputMode="numeric" value={draft.time} onValue={(time) => onDraft({ ...draft, time })} error={errors['limit.time'] ?? errors['limit.days'] ?? errors['limit.hours']} /></div>}
    <RadioGroup legend="Tính theo" name="limit.kind" value={draft.unit} onValue={(unit) => onDraft({ ...draft, unit: unit as TimeLimit['kind'] })} choices={unitsFor(questionKind)} error={errors['limit.kind']} />
  </>
);

const FeeFields = ({ draft, onDraft, errors }: AnswerFieldsProps) => {
  const dong = moneyOf(draft.amount);
  return (
    <>
      <RadioGroup legend="Khoản thu này là" name="feeKind" value={draft.feeKind} onValue={(kind) => onDraft(withFeeKind(draft, kind as FeeKind))} choices={(['fee', 'charge'] as const).map((kind) => ({ value: kind, label: FEE_NAMES[kind] }))} error={errors['feeKind']} />
      <div className="fields">
        <Field width="w8" label="Tên khoản thu" name="name" maxLength={200} value={draft.feeName} onValue={(feeName) => onDraft({ ...draft, feeName })} error={errors['name']} />
        <Field width="w4" label="Mức thu (đồng)" name="amount" inputMode="numeric" value={draft.amount} onValue={(amount) => onDraft({ ...draft, amount })} error={errors['amount']} hint={dong === undefined ? 'Không thu thì nhập 0.' : dong === 0 ? 'Không thu phí, lệ phí.' : formatMoney(dong)} />
      </div>
      <Field label="Căn cứ" optional name="legalGround" maxLength={300} value={draft.legalGround} onValue={(legalGround) => onDraft({ ...draft, legalGround })} error={errors['legalGround']} hint="Số, ngày và cơ quan ban hành văn bản quy định mức thu." />
    </>
  );
};

const PaperFields = ({ draft, onDraft, errors }: AnswerFieldsProps) => (
  <>
    <RadioGroup legend="Người dân phải nộp giấy tờ này?" name="required" value={draft.required} onValue={(required) => onDraft({ ...draft, required: required as 'yes' })} choices={[{ value: 'yes', label: 'Bắt buộc' }, { value: 'no', label: 'Chỉ khi thuộc trường hợp đó' }]} error={errors['required']} />
    <div className="fields">
      {([['original', 'Bản chính'], ['certifiedCopy', 'Bản sao (chứng thực)'], ['plainCopy', 'Bản chụp']] as const).map(([name, label]) => (
        <Field key={name} width="w4" label={label} name={name} inputMode="numeric" maxLength={2} placeholder="0" value={draft[name]} onValue={(count) => onDraft({ ...draft, [name]: count })} error={errors[name]} />
      ))}
    </div>
  </>
);

const COPIES = [{ value: 'certified-copy', label: 'Bản sao có chứng thực' }, { value: 'plain-copy', label: 'Bản chụp' }];

export const AnswerFields = (props: AnswerFieldsProps) => {
  const { questionKind, draft, onDraft, errors } = props;
  switch (draft.kind) {
    case 'limit': return <LimitFields {...props} />;
    case 'fee': return <FeeFields {...props} />;
    case 'copies': return <RadioGroup legend="“Bản sao” trong thủ tục này là" name="as" value={draft.copies} onValue={(copies) => onDraft({ ...draft, copies: copies as 'plain-copy' })} choices={COPIES} error={errors['as']} />;
    case 'paper': return <PaperFields {...props} />;
    case 'not-a-paper': return <p className="soft">Dòng này vẫn hiện trong thành phần hồ sơ như một ghi chú, người dân không phải nộp gì theo dòng này.</p>;
    case 'text': return <Field label={questionKind === 'authority-missing' ? 'Cơ quan có thẩm quyền giải quyết' : 'Tên kết quả giải quyết'} name="text" maxLength={400} value={draft.text} onValue={(text) => onDraft({ ...draft, text })} error={errors['text']} />;
    case 'noted': return <TextAreaField label="Lý do giữ nguyên" name="note" rows={3} maxLength={1000} value={draft.note} onValue={(note) => onDraft({ ...draft, note })} error={errors['note']} hint="Được ghi vào nhật ký; nội dung thủ tục không thay đổi." />;
  }
};

import { formatMoney } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { RoundStop } from '#wire/courier.wire.ts';
import { businessNow } from '../../api/session.ts';
import { ReceiverFields } from '../../counter/return-outcome/receiver-fields.tsx';
import type { Relation, ReturnDraft } from '../../counter/return-outcome/return-draft.ts';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { isSameSum, type PaperDraft, receiverChosen } from './paper-draft.ts';

const digits = (text: string): string => text.replace(/\D/gu, '').slice(0, 9);

export const DeliveredPart = ({ draft, stop, errors, onDraft }: {
  readonly draft: PaperDraft; readonly stop: RoundStop; readonly errors: Readonly<Record<string, string>>; readonly onDraft: (draft: PaperDraft) => void;
}) => {
  const { who } = draft;
  const [first] = stop.giving;
  const change = (more: Partial<PaperDraft>): void => onDraft({ ...draft, ...more });
  const changeWho = (more: Partial<ReturnDraft>): void => change({ who: { ...who, ...more } });
  return (
    <>
      <RadioGroup
        legend="Người nhận ghi trên giấy" name="receiver" value={who.relation} error={errors['receiver']} onValue={(relation) => onDraft(receiverChosen(draft, stop, relation as Relation))}
        choices={[
          { value: 'applicant', label: `Người nộp hồ sơ: ${first?.applicant.fullName ?? ''}` },
          ...(first?.owner ? [{ value: 'owner', label: `Chủ hồ sơ: ${first.owner.fullName}` }] : []),
          { value: 'family', label: 'Người trong gia đình, cầm giấy hẹn' },
          { value: 'authorised', label: 'Người được ủy quyền' },
        ]}
      />
      <ReceiverFields draft={who} onChange={changeWho} errors={errors} date={dateOf(businessNow())} />
      <Check checked={who.checked} onChecked={(checked) => changeWho({ checked })}>Bưu tá đã đối chiếu giấy tờ tùy thân với người nhận</Check>
      <Check checked={who.receiptShown} onChecked={(receiptShown) => changeWho({ receiptShown })}>Người nhận xuất trình giấy hẹn</Check>
      {!who.receiptShown && (
        <TextAreaField label="Mất giấy hẹn: đã đối chiếu bằng gì" name="lostReceiptNote" value={who.lostReceiptNote} error={errors['lostReceiptNote']} onValue={(lostReceiptNote) => changeWho({ lostReceiptNote })} />
      )}
      <TextAreaField label="Giấy tờ cũ đã thu hồi tại nhà" optional name="recalled" value={draft.recalled} onValue={(recalled) => change({ recalled })} hint="Mỗi dòng một loại. Bưu tá nộp lại quầy cùng bưu gửi chưa phát." />
      <div className="fields">
        <Field
          width="w6" label={`Tiền bưu tá đã thu (phải thu ${formatMoney(stop.amountDue)})`} name="amountCollected" inputMode="numeric" value={draft.collected} error={errors['amountCollected']}
          onValue={(text) => change({ collected: digits(text) })} hint={draft.collected === '' ? undefined : formatMoney(Number(draft.collected))}
        />
        <Field
          width="w6" label="Tiền quầy đếm được" name="amountCounted" inputMode="numeric" value={draft.counted} error={errors['amountCounted']}
          onValue={(text) => change({ counted: digits(text) })} hint={draft.counted === '' ? undefined : formatMoney(Number(draft.counted))}
        />
      </div>
      {draft.collected !== '' && Number(draft.collected) !== stop.amountDue && (
        <Field label={`Lý do thu khác ${formatMoney(stop.amountDue)}`} name="amountNote" value={draft.amountNote} onValue={(amountNote) => change({ amountNote })} maxLength={300} error={errors['amountNote']} />
      )}
      {draft.counted !== '' && !isSameSum(draft.collected, draft.counted) && (
        <Field label="Lý do đếm khác số đã thu" name="countedNote" value={draft.countedNote} onValue={(countedNote) => change({ countedNote })} maxLength={300} error={errors['countedNote']} hint="Phần chưa nộp vẫn ghi bưu tá đang giữ." />
      )}
    </>
  );
};

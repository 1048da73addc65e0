import { dateOf } from '#core/kernel/moment.ts';
import type { RoundStop } from '#wire/courier.wire.ts';
import { businessNow } from '../../api/session.ts';
import { ReceiverFields } from '../../counter/return-outcome/receiver-fields.tsx';
import type { Relation, ReturnDraft } from '../../counter/return-outcome/return-draft.ts';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { chosen, type DeliverDraft } from './deliver-draft.ts';

export const ReceiverPart = ({ stop, draft, onDraft, errors }: {
  readonly stop: RoundStop;
  readonly draft: DeliverDraft;
  readonly onDraft: (draft: DeliverDraft) => void;
  readonly errors: Readonly<Record<string, string>>;
}) => {
  const { who } = draft;
  const [first] = stop.giving;
  const change = (next: Partial<ReturnDraft>): void => onDraft({ ...draft, who: { ...who, ...next } });
  return (
    <section className="courier-part">
      <h2>1. Ai nhận</h2>
      <RadioGroup
        legend="Người nhận là" value={who.relation} onValue={(relation) => onDraft(chosen(draft, stop, relation as Relation))}
        choices={[
          { value: 'applicant', label: `Người nộp hồ sơ: ${first?.applicant.fullName ?? ''}` },
          ...(first?.owner ? [{ value: 'owner', label: `Chủ hồ sơ: ${first.owner.fullName}` }] : []),
          { value: 'family', label: 'Người trong gia đình, cầm giấy hẹn' },
          { value: 'authorised', label: 'Người được ủy quyền' },
        ]}
      />
      <ReceiverFields draft={who} onChange={change} errors={errors} date={dateOf(businessNow())} />
      <Check checked={who.checked} onChecked={(checked) => change({ checked })}>Đã đối chiếu giấy tờ tùy thân với người nhận</Check>
      <Check checked={who.receiptShown} onChecked={(receiptShown) => change({ receiptShown })}>Người nhận xuất trình giấy hẹn</Check>
      {!who.receiptShown && (
        <TextAreaField
          label="Mất giấy hẹn: đã đối chiếu bằng gì" name="lostReceiptNote" value={who.lostReceiptNote} error={errors['lostReceiptNote']}
          onValue={(lostReceiptNote) => change({ lostReceiptNote })}
        />
      )}
    </section>
  );
};

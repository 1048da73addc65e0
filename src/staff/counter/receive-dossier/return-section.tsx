import { RadioGroup } from '../../design/choices.tsx';
import { Field } from '../../design/field.tsx';
import { addressWords } from '../../words/person-words.ts';
import type { ReceiveDraft, ReturnDraft } from './draft.ts';
import type { Messages } from './draft-checks.ts';
import { toPerson } from './draft-command.ts';
import type { Patch } from './use-draft.ts';

export const RETURN_LABELS: Readonly<Record<ReturnDraft['kind'], string>> = {
  'at-desk': 'Nhận tại quầy này',
  'home-delivery': 'Chuyển phát tận nhà',
  online: 'Nhận trực tuyến',
};

export const ReturnSection = ({
  draft,
  patch,
  errors,
  deskName,
}: {
  readonly draft: ReceiveDraft;
  readonly patch: Patch;
  readonly errors: Messages;
  readonly deskName: string;
}) => {
  const wish = draft.returnWish;
  const change = (next: Partial<ReturnDraft>) => patch((d) => ({ returnWish: { ...d.returnWish, ...next } }));
  const choose = (kind: string) =>
    change(
      kind === 'home-delivery' && wish.address === ''
        ? { kind, address: addressWords(toPerson(draft.applicant).address), phone: draft.applicant.phone }
        : { kind: kind as ReturnDraft['kind'] },
    );
  return (
    <>
      <RadioGroup
        legend="Kết quả được trả"
        value={wish.kind}
        onValue={choose}
        choices={Object.entries(RETURN_LABELS).map(([value, label]) => ({ value, label }))}
      />
      {wish.kind === 'at-desk' && <p className="soft">Tại {deskName}.</p>}
      {wish.kind === 'home-delivery' && (
        <div className="fields">
          <Field
            width="w8"
            label="Địa chỉ phát"
            name="returnWish.address"
            value={wish.address}
            onValue={(address) => change({ address })}
            error={errors['returnWish.address']}
          />
          <Field
            width="w4"
            label="Điện thoại người nhận"
            name="returnWish.phone"
            inputMode="tel"
            value={wish.phone}
            onValue={(phone) => change({ phone })}
            error={errors['returnWish.phone']}
          />
        </div>
      )}
      <div className="fields" data-enter="skip">
        <Field
          width="w3"
          label="Số lượng hồ sơ (bộ)"
          inputMode="numeric"
          value={String(draft.setCount)}
          onValue={(v) => patch({ setCount: Math.max(1, Math.min(99, Number(v.replace(/\D/g, '')) || 1)) })}
        />
      </div>
    </>
  );
};

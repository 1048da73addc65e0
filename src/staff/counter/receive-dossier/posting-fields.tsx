// The public postal service: the number from the label, the seal put on before the citizen, and the postage,
// which is the post's own and never counted with phí and lệ phí.
import { Field } from '../../design/field.tsx';
import type { Messages } from './draft-checks.ts';
import type { PostingDraft, ReceiveDraft } from './draft.ts';
import type { Patch } from './use-draft.ts';

export const PostingFields = ({
  draft,
  patch,
  errors,
}: {
  readonly draft: ReceiveDraft;
  readonly patch: Patch;
  readonly errors: Messages;
}) => {
  const set = (change: Partial<PostingDraft>) => patch((d) => ({ posting: { ...d.posting, ...change } }));
  const { itemNumber, postage, sealNumber } = draft.posting;
  return (
    <div className="form-group" role="group" aria-label="Bưu gửi">
      <h3>Bưu gửi</h3>
      <div className="fields">
        <Field
          width="w4"
          label="Số hiệu bưu gửi"
          name="posting.itemNumber"
          value={itemNumber}
          onValue={(value) => set({ itemNumber: value })}
          error={errors['posting.itemNumber']}
          maxLength={20}
          autoCapitalize="characters"
          hint="Quét mã vạch trên nhãn."
        />
        <Field
          width="w4"
          label="Số niêm phong"
          optional
          name="posting.sealNumber"
          value={sealNumber}
          onValue={(value) => set({ sealNumber: value })}
          error={errors['posting.sealNumber']}
          maxLength={40}
        />
        <Field
          width="w4"
          label="Cước thu của người gửi (đồng)"
          name="posting.postage"
          inputMode="numeric"
          value={postage}
          onValue={(value) => set({ postage: value.replace(/\D/g, '').slice(0, 9) })}
          error={errors['posting.postage']}
          hint="Thu cho Bưu điện, tách khỏi phí, lệ phí."
        />
      </div>
    </div>
  );
};

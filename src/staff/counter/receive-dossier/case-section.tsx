import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { newFees, type ReceiveDraft } from './draft.ts';
import type { Messages } from './draft-checks.ts';
import { EFormFields } from './eform-fields.tsx';
import type { Patch } from './use-draft.ts';

export type CaseSectionProps = {
  readonly draft: ReceiveDraft;
  readonly patch: Patch;
  readonly procedure: ProcedureVersion;
  readonly errors: Messages;
  readonly warnings?: Messages | undefined;
  readonly onlyByPost: boolean;
};

const hasLargeRule = (procedure: ProcedureVersion): boolean =>
  procedure.limits.some((l) => 'extraDaysIfLarge' in l.limit && l.limit.extraDaysIfLarge !== undefined);

export const CaseSection = ({ draft, patch, procedure, errors, warnings, onlyByPost }: CaseSectionProps) => (
  <>
    {procedure.cases.length > 1 && (
      <RadioGroup
        legend="Trường hợp"
        value={draft.caseId}
        onValue={(caseId) => patch({ caseId })}
        choices={procedure.cases.map((c) => ({ value: c.caseId, label: c.name }))}
      />
    )}
    {procedure.channels.includes('post') && !onlyByPost && (
      <div data-enter="skip">
        <RadioGroup
          legend="Cách tiếp nhận"
          value={draft.byPost ? 'post' : 'desk'}
          onValue={(v) => patch({ byPost: v === 'post', fees: newFees(procedure, v === 'post') })}
          choices={[
            { value: 'desk', label: 'Một cửa: cấp giấy hẹn ngay' },
            { value: 'post', label: 'Dịch vụ bưu chính công ích: lập phiếu gửi' },
          ]}
        />
      </div>
    )}
    {hasLargeRule(procedure) && (
      <div data-enter="skip">
        <Check checked={draft.isLarge} onChecked={(isLarge) => patch({ isLarge })}>
          Hồ sơ có số lượng lớn hoặc nội dung phức tạp (được kéo dài theo luật)
        </Check>
      </div>
    )}
    {procedure.eForm ? (
      <EFormFields
        form={procedure.eForm}
        answers={draft.answers}
        onAnswer={(name, value) => patch((d) => ({ answers: { ...d.answers, [name]: value } }))}
        errors={errors}
        warnings={warnings}
      />
    ) : (
      <p className="soft">Thủ tục này chưa có biểu mẫu điện tử; tờ khai giấy nằm trong thành phần hồ sơ.</p>
    )}
  </>
);

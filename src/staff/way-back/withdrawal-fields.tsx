// Who asks for the dossier back, how, why, and which papers go along.
import type { WithdrawalRequest } from '#core/dossier/withdrawal-request.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { Check, RadioGroup } from '../design/choices.tsx';
import { Field, TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { PapersGiven } from './papers-given.tsx';
import { PersonFields } from './person-fields.tsx';
import type { useWithdrawal } from './use-withdrawal.ts';

export const WithdrawalFields = ({ view, work, here, errors: refused }: {
  readonly view: DossierView; readonly work: ReturnType<typeof useWithdrawal>; readonly here: 'must' | 'may' | 'cannot';
  readonly errors: Readonly<Record<string, string>>;
}) => {
  const errors = { ...refused, ...work.shown };
  return (
    <>
      <TextAreaField label="Lý do rút" name="reason" value={work.reason} onValue={work.setReason} maxLength={1000} error={errors['reason']} autoFocus />
      <PersonFields legend="Người yêu cầu rút" path="request.asker" view={view} person={work.person} onPerson={work.setPerson} errors={errors} withNumber={work.givesBack} />
      <RadioGroup legend="Yêu cầu bằng" name="request.how" value={work.how} onValue={(how) => work.setHow(how as WithdrawalRequest['how'])} choices={[
        { value: 'in-person', label: 'Ký trực tiếp tại đây' }, { value: 'letter', label: 'Đơn có chữ ký gửi đến' }, { value: 'online', label: 'Yêu cầu trực tuyến' },
      ]} />
      {work.lines.length === 0 && <p className="soft">Hồ sơ không giữ giấy tờ nào phải trả lại.</p>}
      {here === 'cannot' && work.lines.length > 0 && <Banner>Giấy tờ đang ở cơ quan giải quyết; cơ quan chuyển trả về quầy kèm biên bản, khi đó mới trả lại cho người nộp.</Banner>}
      {here === 'may' && work.lines.length > 0 && <Check checked={work.gives} onChecked={work.setGives}>Trả lại giấy tờ cho người rút ngay tại đây</Check>}
      {work.givesBack && <PapersGiven lines={work.lines} onLines={work.setLines} fingerprint={work.fingerprint} onFingerprint={work.setFingerprint} errors={errors} />}
      {view.totalFee > 0 && <Field label="Về phí, lệ phí đã thu" optional name="feeNote" value={work.feeNote} onValue={work.setFeeNote} maxLength={500} hint="Ví dụ: Lệ phí đã thu 8.000 đồng được hoàn trả tại nơi nộp." />}
    </>
  );
};

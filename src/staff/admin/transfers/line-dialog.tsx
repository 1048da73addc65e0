// One line more in the register: which desk takes which procedure for which agency, how, from when and by which decision.
import { useDeferredValue, useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { ReceptionMode } from '#core/organisation/organisation.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { useTried } from '../documented-dialog.tsx';
import { type LineDraft, makeLine, startLine } from './line-draft.ts';
import { MODE_LABELS } from './register-filter.ts';
import { useAddLine, useLineChoices } from './use-register.ts';

export const LineDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [draft, setDraft] = useState<LineDraft>(() => startLine(dateOf(businessNow())));
  const set = (change: Partial<LineDraft>) => setDraft({ ...draft, ...change });
  const choices = useLineChoices(useDeferredValue(draft.code.trim()), draft.deskId).data;
  const add = useAddLine(() => {
    onClose();
    toast('Đã ghi một dòng vào Sổ chuyển giao.');
  });
  const { errors, submit } = useTried(makeLine(draft, choices?.procedureName), add);
  const held = choices?.held;
  return (
    <Dialog
      title="Ghi dòng mới vào Sổ chuyển giao" wide onClose={onClose} onSubmit={submit} locked={add.busy}
      foot={<><Button onClick={onClose} disabled={add.busy}>Quay lại</Button><Button type="submit" look="main" busy={add.busy}>Ghi dòng mới</Button></>}
    >
      {add.error && Object.keys(add.errors).length === 0 && <Banner tone="red">{add.error.message}</Banner>}
      <SelectField label="Điểm tiếp nhận" name="deskId" value={draft.deskId} onValue={(deskId) => set({ deskId })} placeholder="Chọn điểm" error={errors['deskId']} options={(choices?.desks ?? []).map(({ deskId, name }) => ({ value: deskId, label: name }))} />
      <Field label="Mã thủ tục" name="procedureCode" maxLength={80} value={draft.code} onValue={(code) => set({ code })} error={errors['procedureCode']} hint={choices?.procedureName ?? 'Như trong danh mục, ví dụ 1.001193'} />
      <SelectField label="Cơ quan giải quyết" name="agencyUnitId" value={draft.agencyUnitId} onValue={(agencyUnitId) => set({ agencyUnitId })} placeholder="Chọn cơ quan, kể cả của xã khác" error={errors['agencyUnitId']} options={(choices?.agencies ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))} />
      <RadioGroup legend="Cách tiếp nhận" name="mode" value={draft.mode} onValue={(mode) => set({ mode: mode as ReceptionMode })} choices={Object.entries(MODE_LABELS).map(([value, label]) => ({ value, label }))} />
      {draft.mode === 'delegated' && <Field label="Văn bản ủy quyền" name="delegation" maxLength={300} value={draft.delegation} onValue={(delegation) => set({ delegation })} error={errors['delegation']} hint="Số, ngày của văn bản" />}
      <div className="fields">
        <DateField width="w4" label="Áp dụng từ ngày" name="validFrom" value={draft.validFrom} onValue={(validFrom) => set({ validFrom })} error={errors['validFrom']} hint="Từ hôm nay trở đi; hồ sơ đã tiếp nhận không đổi." />
        <Field width="w8" label="Theo quyết định" name="decision" maxLength={300} value={draft.decision} onValue={(decision) => set({ decision })} error={errors['decision']} hint="Số, ký hiệu, ngày của quyết định" />
      </div>
      {held && <Banner tone="amber">Điểm đang tiếp nhận thủ tục này cho {held.agencyName} từ {formatDate(held.validFrom)}. Dòng đó hết hiệu lực khi dòng mới bắt đầu.</Banner>}
    </Dialog>
  );
};

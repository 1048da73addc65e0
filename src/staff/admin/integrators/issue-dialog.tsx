// A token for another house's program: told once, good until a day, for the province or for one unit.
import { useState } from 'react';
import type { z } from 'zod';
import { type IssueIntegrator, integratorIssued, type integratorsView } from '#wire/integrators.wire.ts';
import { focusFirstError, useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { ShownOnceDialog } from '../shown-once-dialog.tsx';
import { type IntegratorDraft, makeIntegrator, newIntegrator } from './integrator-draft.ts';
import { INTEGRATORS } from './use-integrators.ts';

export const IssueDialog = ({ units, onClose }: { readonly units: z.output<typeof integratorsView>['units']; readonly onClose: () => void }) => {
  const [draft, setDraft] = useState(newIntegrator);
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<z.output<typeof integratorIssued>>();
  const issue = useAct((body: IssueIntegrator) => ({ path: '/api/admin/integrators', body, answer: integratorIssued }), { refresh: [INTEGRATORS], onDone: setMade });
  const set = (change: Partial<IntegratorDraft>) => setDraft({ ...draft, ...change });
  if (made) {
    return (
      <ShownOnceDialog title={`Mã truy cập của “${draft.name.trim()}”`} secret={made.token} act="Đã gửi cho đơn vị vận hành" onClose={onClose}>
        <p>Hệ thống đó gửi mã trong tiêu đề <code>Authorization: Bearer</code> tới địa chỉ dưới đây, thêm mã hồ sơ ở cuối:</p>
        <p className="shown-once">{made.address}</p>
      </ShownOnceDialog>
    );
  }
  const typed = makeIntegrator(draft);
  const submit = () => {
    setTried(true);
    if ('errors' in typed) return void requestAnimationFrame(() => focusFirstError(typed.errors));
    void issue.run(typed.command);
  };
  const errors = { ...issue.errors, ...(tried && 'errors' in typed ? typed.errors : {}) };
  return (
    <Dialog
      title="Cấp mã truy cập" onClose={onClose} onSubmit={submit} locked={issue.busy}
      foot={<><Button onClick={onClose} disabled={issue.busy}>Quay lại</Button><Button type="submit" look="main" busy={issue.busy}>Cấp mã truy cập</Button></>}
    >
      {issue.error && Object.keys(issue.errors).length === 0 && <Banner tone="red">{issue.error.message}</Banner>}
      <p className="soft">Hệ thống có mã đọc được giấy tờ của hồ sơ đã qua những đâu, không có tên người. Mỗi lần đọc đều vào nhật ký.</p>
      <Field label="Hệ thống" name="name" maxLength={120} value={draft.name} onValue={(name) => set({ name })} error={errors['name']} hint="Tên và đơn vị vận hành, ví dụ “Kho dữ liệu logistics, Sở KH&CN”." />
      <Field label="Mục đích" name="purpose" maxLength={300} value={draft.purpose} onValue={(purpose) => set({ purpose })} error={errors['purpose']} hint="Kèm số, ký hiệu văn bản cho phép." />
      <SelectField label="Phạm vi" name="unitId" value={draft.unitId} onValue={(unitId) => set({ unitId })} placeholder="Hồ sơ của cả tỉnh" error={errors['unitId']} options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))} />
      <p className="field-hint">Chọn một đơn vị thì chỉ đọc được hồ sơ do đơn vị đó hoặc đơn vị trực thuộc tiếp nhận, giải quyết.</p>
      <Field width="w4" label="Dùng đến hết ngày" name="lastDay" inputMode="numeric" maxLength={10} placeholder="31/12/2026" value={draft.lastDay} onValue={(lastDay) => set({ lastDay })} error={errors['lastDay']} />
    </Dialog>
  );
};

// Which agencies work after the deciding one, in their order; a procedure carries none until a source gives its limit.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TimeLimit } from '#core/procedure/procedure.ts';
import type { SetLinkedAgencies } from '#core/procedure/linked-agencies.ts';
import { type LinkedAgenciesView, linkedAgenciesView, setLinkedAgenciesAnswer } from '#wire/linked-agencies.wire.ts';
import { ask } from '../../api/request.ts';
import { focusFirstError, useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { Banner, Loaded } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { LIMIT_UNITS } from './answer-fields.tsx';
import { type LinkedDraft, linkedDrafts, makeLinked, newLinked } from './linked-draft.ts';

const pathOf = (code: string): string => `/api/admin/procedures/${encodeURIComponent(code)}/linked-agencies`;

const Editor = ({ view, onClose }: { readonly view: LinkedAgenciesView; readonly onClose: () => void }) => {
  const [drafts, setDrafts] = useState(() => linkedDrafts(view.linked));
  const [tried, setTried] = useState(false);
  const save = useAct((body: SetLinkedAgencies) => ({ path: pathOf(view.procedureCode), body, answer: setLinkedAgenciesAnswer }), {
    refresh: [['admin', 'linked-agencies', view.procedureCode]],
    onDone: ({ version }) => { toast(`Đã lưu cơ quan phối hợp của thủ tục ${view.procedureCode}, phiên bản ${version}.`); onClose(); },
  });
  const set = (index: number, change: Partial<LinkedDraft>) => setDrafts(drafts.map((one, i) => (i === index ? { ...one, ...change } : one)));
  const made = makeLinked(drafts);
  const submit = () => {
    setTried(!made.ok);
    if (made.ok) void save.run({ baseVersion: view.version, linked: made.linked });
    else requestAnimationFrame(() => focusFirstError(made.errors));
  };
  const errors = { ...save.errors, ...(tried && !made.ok ? made.errors : {}) };
  return (
    <Dialog
      wide title={`Cơ quan phối hợp – ${view.procedureCode}`} onClose={onClose} onSubmit={submit} locked={save.busy}
      foot={<><Button onClick={onClose} disabled={save.busy}>Quay lại</Button><Button type="submit" look="main" busy={save.busy}>Lưu cơ quan phối hợp</Button></>}
    >
      {save.error && Object.keys(save.errors).length === 0 && <Banner tone="red">{save.error.message}</Banner>}
      <p>{view.name}. <span className="soft">Cơ quan giải quyết: {view.authority}. Sau khi cơ quan này xong, mỗi cơ quan dưới đây có thêm thời hạn của mình, theo thứ tự; ngày hẹn trả là ngày cơ quan cuối cùng phải xong.</span></p>
      {drafts.length === 0 && <p className="soft">Chưa có cơ quan phối hợp nào. Chỉ ghi khi có văn bản quy định thời hạn.</p>}
      {drafts.map((draft, i) => (
        <fieldset key={i} className="stack-tight">
          <legend>Cơ quan phối hợp {i + 1}</legend>
          <div className="fields">
            <Field width="w6" label="Tên cơ quan" name={`linked.${i}.agency`} maxLength={200} value={draft.agency} onValue={(agency) => set(i, { agency })} error={errors[`linked.${i}.agency`]} />
            {draft.unit !== 'same-day' && <Field width="w2" label="Thời hạn" name={`linked.${i}.limit.time`} inputMode="numeric" maxLength={4} value={draft.time} onValue={(time) => set(i, { time })} error={errors[`linked.${i}.limit.time`]} />}
            <SelectField width="w4" label="Tính theo" name={`linked.${i}.limit.kind`} placeholder="Chọn" value={draft.unit} onValue={(unit) => set(i, { unit: unit as TimeLimit['kind'] })} options={LIMIT_UNITS} error={errors[`linked.${i}.limit.kind`]} />
            <Field width="w10" label="Văn bản quy định" name={`linked.${i}.source`} maxLength={300} value={draft.source} onValue={(source) => set(i, { source })} error={errors[`linked.${i}.source`]} hint="Số, ký hiệu, điều khoản" />
          </div>
          <p><Button look="plain" onClick={() => setDrafts(drafts.filter((_one, at) => at !== i))}>Bỏ cơ quan {i + 1}</Button></p>
        </fieldset>
      ))}
      <p><Button onClick={() => setDrafts([...drafts, newLinked()])}>Thêm cơ quan phối hợp</Button></p>
      <p className="faint">Nếu đã có hồ sơ tiếp nhận theo phiên bản {view.version}, nội dung này thành phiên bản mới từ hôm nay; hồ sơ đã tiếp nhận giữ nguyên ngày hẹn.</p>
    </Dialog>
  );
};

export const LinkedDialog = ({ code, onClose }: { readonly code: string; readonly onClose: () => void }) => {
  const linked = useQuery({ queryKey: ['admin', 'linked-agencies', code], queryFn: ({ signal }) => ask(pathOf(code), linkedAgenciesView, signal), refetchOnWindowFocus: false, gcTime: 0 });
  return linked.data ? <Editor key={linked.data.version} view={linked.data} onClose={onClose} /> : (
    <Dialog title={`Cơ quan phối hợp – ${code}`} onClose={onClose} foot={<Button onClick={onClose}>Quay lại</Button>}>
      <Loaded from={linked} lines={3}>{() => null}</Loaded>
    </Dialog>
  );
};

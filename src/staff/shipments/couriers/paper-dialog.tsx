// A courier whose phone is lost or dead: she reads her paper out, the desk writes it down and counts her money.
import { useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { type RecordDeliveryBody, type RecordFailureBody, type RecordedOnPaper, recordedOnPaper } from '#wire/courier-paper.wire.ts';
import type { RoundStop } from '#wire/courier.wire.ts';
import { newId } from '../../api/new-id.ts';
import { businessNow, useDesk } from '../../api/session.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner, Loading } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { FileField } from '../../stored-file/file-field.tsx';
import { type DeskCourier, type DeskStop, useCourierAct, usePaperStop } from './use-couriers.ts';
import { DeliveredPart } from './delivered-part.tsx';
import { FailedPart } from './failed-part.tsx';
import { type PaperDraft, momentOf, newPaper, paperToDo, toDelivery, toFailure } from './paper-draft.ts';

const PaperForm = ({ courier, stop, onClose }: { readonly courier: DeskCourier; readonly stop: RoundStop; readonly onClose: () => void }) => {
  const { deskId } = useDesk();
  const [ids] = useState(() => ({ attemptId: newId(), moneyId: newId() }));
  const [draft, setDraft] = useState<PaperDraft>(() => newPaper(stop, businessNow()));
  const [tried, setTried] = useState(false);
  const done = ({ state, amountCounted }: RecordedOnPaper): void => {
    onClose();
    toast(state === 'delivered' ? `Đã ghi phát cho ${stop.receiver.name} từ giấy của bưu tá ${courier.name}.${amountCounted > 0 ? ` Quầy đã thu ${formatMoney(amountCounted)}.` : ''}`
      : `Đã ghi chưa phát được cho ${stop.receiver.name}. Bưu gửi vẫn do bưu tá ${courier.name} giữ cho đến khi nộp lại quầy.`);
  };
  const path = `courier-shipments/${stop.shipmentId}`;
  const [deliver, fail] = [useCourierAct<RecordDeliveryBody, RecordedOnPaper>(`${path}/record-delivery`, recordedOnPaper, done), useCourierAct<RecordFailureBody, RecordedOnPaper>(`${path}/record-failure`, recordedOnPaper, done)];
  const act = draft.end === 'failed' ? fail : deliver;
  // a scan arrives while the other boxes are typed
  const change = (more: Partial<PaperDraft>): void => setDraft((now) => ({ ...now, ...more }));
  const todo = paperToDo(draft, stop);
  const errors = { ...(tried && todo), ...act.errors };
  const confirm = (): void => {
    setTried(true);
    const at = momentOf(draft);
    if (Object.keys(todo).length > 0 || !at) return void requestAnimationFrame(() => focusFirstError(todo));
    const made = { ...ids, deskId, at };
    if (draft.end === 'delivered') void deliver.run(toDelivery(draft, stop, made));
    else if (draft.reason) void fail.run(toFailure(draft, draft.reason, made));
  };
  return (
    <ConfirmDialog title={`Ghi từ giấy của bưu tá ${courier.name}`} act="Ghi vào sổ" wide busy={act.busy} onConfirm={confirm} onClose={onClose}>
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <p>Bưu gửi <span className="code">{stop.itemNumber ?? stop.orderNumber}</span> cho <strong>{stop.receiver.name}</strong>. Bưu tá đọc giấy, ông/bà ghi; không tự ghi cho mình.</p>
      <Field label="Vì sao ghi từ giấy" name="ground" value={draft.ground} onValue={(ground) => change({ ground })} maxLength={300} error={errors['ground']} hint="Ví dụ: điện thoại rơi mất, điện thoại hỏng chưa gửi được." />
      <div className="fields">
        <DateField width="w4" label="Ngày trên giấy" name="day" value={draft.day} error={errors['day']} onValue={(day) => change({ day })} />
        <Field width="w4" label="Giờ trên giấy" name="time" value={draft.time} onValue={(time) => change({ time })} error={errors['time'] ?? errors['at']} />
      </div>
      {!draft.hasNone && <FileField label="Bản quét giấy có chữ ký người nhận" value={draft.paper} onValue={(paper) => change({ paper })} error={errors['paper']} />}
      <Check checked={draft.hasNone} onChecked={(hasNone) => change({ hasNone })}>Không có giấy</Check>
      {draft.hasNone && <Field label="Vì sao không có giấy" name="noPaper" value={draft.noPaper} onValue={(noPaper) => change({ noPaper })} maxLength={300} error={errors['noPaper']} />}
      <RadioGroup
        legend="Kết quả lần phát" name="end" value={draft.end} onValue={(end) => change({ end: end as PaperDraft['end'] })} error={errors['end']}
        choices={[{ value: 'delivered', label: 'Đã phát cho người nhận' }, { value: 'failed', label: 'Chưa phát được' }]}
      />
      {draft.end === 'delivered' && <DeliveredPart draft={draft} stop={stop} errors={errors} onDraft={setDraft} />}
      {draft.end === 'failed' && <FailedPart draft={draft} errors={errors} onDraft={setDraft} />}
    </ConfirmDialog>
  );
};

export const PaperDialog = ({ courier, stops, onClose }: { readonly courier: DeskCourier; readonly stops: readonly DeskStop[]; readonly onClose: () => void }) => {
  const [picked, setPicked] = useState(stops.length === 1 ? stops[0]?.shipmentId ?? '' : '');
  const [shipmentId, setShipmentId] = useState(picked);
  const [tried, setTried] = useState(false);
  const stop = usePaperStop(shipmentId);
  const open = (): void => {
    setTried(true);
    // asked before, and not answered
    if (picked !== '' && picked === shipmentId) void stop.refetch();
    else setShipmentId(picked);
  };
  if (stop.data) return <PaperForm courier={courier} stop={stop.data} onClose={onClose} />;
  return (
    <ConfirmDialog title={`Ghi từ giấy của bưu tá ${courier.name}`} act="Tiếp" busy={stop.isFetching} onConfirm={open} onClose={onClose}>
      {stop.error && <Banner tone="red">{stop.error.message}</Banner>}
      <p>Dùng khi điện thoại của bưu tá mất hoặc hỏng. Nếu sau này điện thoại gửi lại đúng việc đó thì không ghi hai lần; nếu khác, quầy được báo để xem.</p>
      {shipmentId !== '' && stop.isFetching ? <Loading /> : (
        <RadioGroup
          legend="Bưu gửi bưu tá đang giữ" name="shipmentId" value={picked} onValue={setPicked} error={tried && picked === '' ? 'Chọn bưu gửi ghi trên giấy.' : undefined}
          choices={stops.map((one) => ({ value: one.shipmentId, label: <><span className="code">{one.itemNumber ?? one.orderNumber}</span> {one.receiver.name} <span className="faint">{one.receiver.address}</span></> }))}
        />
      )}
    </ConfirmDialog>
  );
};

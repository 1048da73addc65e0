// Who brings what on which day: what was chosen is put into one courier's round, or moved from another's.
import { useState } from 'react';
import { isPlainDate } from '#core/kernel/parse-date.ts';
import { type AssignStopsBody, type PlannedStop, type PostRoundsView, stopsAssigned } from '#wire/courier-desk.wire.ts';
import { focusFirstError, useAct } from '../api/use-act.ts';
import { RadioGroup } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { DateField } from '../design/date-field.tsx';
import { Banner } from '../design/frames.tsx';
import { toast } from '../design/toast.tsx';

export const PlanDialog = ({ stops, view: { couriers, day: today }, onDone, onClose }: {
  readonly stops: readonly PlannedStop[]; readonly view: Pick<PostRoundsView, 'couriers' | 'day'>; readonly onDone: () => void; readonly onClose: () => void;
}) => {
  // of every desk that is asked about
  const able = couriers.filter(({ deskIds }) => stops.every(({ deskId }) => deskIds.includes(deskId)));
  const [courierId, setCourierId] = useState<string>(able.length === 1 ? able[0]?.courierId ?? '' : '');
  const [day, setDay] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const courier = able.find((one) => one.courierId === courierId);
  const assign = useAct((body: AssignStopsBody) => ({ path: '/api/post/rounds/assign', body, answer: stopsAssigned }), {
    refresh: [['post']], onDone: ({ shipmentIds }) => { onDone(); toast(`Đã xếp ${shipmentIds.length} bưu gửi vào chuyến của ${courier?.name ?? 'bưu tá'}.`); },
  });
  const wrong = { ...(!courier && { courierId: 'Chọn bưu tá.' }), ...(!isPlainDate(day) && { day: 'Nhập ngày dạng 18/11/2019.' }) };
  const confirm = (): void => {
    setTried(true);
    if (!courier || !isPlainDate(day)) return void requestAnimationFrame(() => focusFirstError(wrong));
    void assign.run({ courierId: courier.courierId, day, shipmentIds: stops.map(({ shipmentId }) => shipmentId) });
  };
  return (
    <ConfirmDialog title={`Xếp ${stops.length} bưu gửi vào chuyến phát`} act="Xếp vào chuyến" busy={assign.busy} onConfirm={confirm} onClose={onClose}>
      {assign.error && <Banner tone="red">{assign.error.message}</Banner>}
      {able.length === 0
        ? <Banner tone="amber">Không có bưu tá nào phục vụ tất cả các quầy đã chọn. Xếp riêng bưu gửi của từng quầy, hoặc nhờ quản trị hệ thống phân công bưu tá.</Banner>
        : <RadioGroup legend="Bưu tá" name="courierId" value={courierId} onValue={setCourierId} error={tried ? wrong.courierId : undefined} choices={able.map((one) => ({ value: one.courierId, label: `${one.name} – ${one.unitName}` }))} />}
      <DateField label="Ngày phát" name="day" value={day} onValue={setDay} error={tried ? wrong.day : undefined} hint="Bưu gửi còn ở quầy cho đến khi quầy giao và bưu tá ký nhận." />
    </ConfirmDialog>
  );
};

// What came to the agency itself, by post or online, ticked against the one list; in part the clock waits on.
import { useMemo, useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import { type PlainDate, type WallTime, dateOf, momentAt, wallTimeOf } from '#core/kernel/moment.ts';
import { recordSupplementAnswer } from '#wire/record-supplement.wire.ts';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { ActError } from '../act-error.tsx';
import { useOfficeAct } from '../use-office.ts';
import type { OfficeDialogProps } from './office-dialog.tsx';

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

export const RecordSupplementDialog = ({ view, onClose }: OfficeDialogProps) => {
  const request = view.supplementRequests.findLast((one) => !one.answeredAt);
  const items = useMemo(() => {
    const came = new Set(view.papers.filter((paper) => paper.roundNo === request?.requestNo).map((paper) => paper.name));
    return (request?.items ?? []).map((item) => ({ ...item, came: came.has(item.name) }));
  }, [view, request]);
  const [via, setVia] = useState<'post' | 'online'>('post');
  const [day, setDay] = useState<string>(dateOf(view.now));
  const [hour, setHour] = useState<string>(wallTimeOf(view.now));
  const [reference, setReference] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [without, setWithout] = useState('');
  const [closes, setCloses] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = items.filter((item) => !item.came && !ticked.has(item.name) && item.original + item.certifiedCopy + item.plainCopy > 0);
  const complete = missing.length === 0 || closes;
  const record = useOfficeAct(view, 'record-supplement', recordSupplementAnswer, (answer) => {
    onClose();
    toast(answer.complete ? `Đã nhận đủ bổ sung.${answer.dueAt ? ` Hẹn trả mới: ${formatMoment(answer.dueAt)}.` : ''}` : 'Đã ghi nhận một phần; thời hạn vẫn tạm dừng.');
  });
  const given = items.filter((item) => ticked.has(item.name));
  const isMoment = /^\d{4}-\d{2}-\d{2}$/.test(day) && HOUR.test(hour);
  const confirm = () => {
    setTried(true);
    if (given.length === 0 || !isMoment || (missing.length > 0 && closes && without.trim() === '')) return;
    void record.run({
      via, arrivedAt: momentAt(day as PlainDate, hour as WallTime), ...(reference.trim() && { reference: reference.trim() }), complete,
      ...(missing.length > 0 && closes && { withoutReason: without.trim() }),
      papers: given.map((item) => ({
        name: item.name, form: via === 'online' ? 'e-copy' : item.certifiedCopy > 0 ? 'certified-copy' : item.plainCopy > 0 ? 'plain-copy' : 'original',
        count: Math.max(1, item.original + item.certifiedCopy + item.plainCopy),
      })),
    });
  };
  return (
    <ConfirmDialog wide title={`Ghi nhận bổ sung ${view.code}`} act={complete ? 'Ghi nhận bổ sung' : 'Ghi nhận một phần'} busy={record.busy} onClose={onClose} onConfirm={confirm}>
      <ActError error={record.error} dossierId={view.dossierId} onClose={onClose} />
      <p className="soft">{request?.reason}</p>
      <RadioGroup legend="Giấy tờ đến" name="via" value={via} onValue={(value) => setVia(value as 'post' | 'online')} choices={[{ value: 'post', label: 'Qua dịch vụ bưu chính' }, { value: 'online', label: 'Trực tuyến' }]} />
      <div className="fields">
        <DateField width="w4" label="Ngày nhận" name="arrivedAt" value={day} onValue={setDay} error={tried && !isMoment ? 'Nhập ngày, giờ nhận được giấy tờ.' : record.errors['arrivedAt']} />
        <Field width="w3" label="Giờ" inputMode="numeric" value={hour} onValue={setHour} maxLength={5} />
        <Field width="w5" label={via === 'post' ? 'Số hiệu bưu gửi' : 'Mã nộp trực tuyến'} optional value={reference} onValue={setReference} maxLength={80} />
      </div>
      <fieldset className="choices" data-path="papers">
        <legend>Giấy tờ đã nhận</legend>
        <div className="stack-tight grow">
        {items.map((item) => item.came
          ? <p key={item.name} className="faint">{item.name}: đã nhận trước đây</p>
          : <Check key={item.name} checked={ticked.has(item.name)} onChecked={(on) => setTicked(new Set(on ? [...ticked, item.name] : [...ticked].filter((name) => name !== item.name)))}>{item.name}{item.reason && <span className="faint"> – {item.reason}</span>}</Check>)}
        {tried && given.length === 0 && <p className="field-error">Đánh dấu giấy tờ đã nhận.</p>}
        </div>
      </fieldset>
      {given.length > 0 && missing.length > 0 && (
        <>
          <Banner tone="amber">Còn thiếu: {missing.map((item) => item.name).join('; ')}. Ghi nhận một phần thì thời hạn vẫn tạm dừng.</Banner>
          <Check checked={closes} onChecked={setCloses}>Coi là đủ, không chờ nữa</Check>
          {closes && <TextAreaField label="Lý do coi là đủ" name="withoutReason" value={without} onValue={setWithout} maxLength={500} error={tried && without.trim() === '' ? 'Ghi lý do coi là đủ.' : undefined} />}
        </>
      )}
    </ConfirmDialog>
  );
};

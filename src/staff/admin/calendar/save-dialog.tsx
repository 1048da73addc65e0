// The next version before it is made: every change side by side, what stands against it, and by which decision and why.
import { useState } from 'react';
import { changeCalendar, withDraft } from '#core/deadline/change-calendar.ts';
import { changesBetween } from '#core/deadline/change-days.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { calendarRefusalText } from '#wire/refusals/calendar.ts';
import { problemOf } from '../../api/problem.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { documentsOf, type Draft, unevenExchange } from './calendar-draft.ts';
import { ChangeList } from './change-list.tsx';
import { useSaveCalendar } from './use-calendar.ts';

export type SaveDialogProps = {
  readonly base: WorkingCalendar;
  readonly draft: Draft;
  readonly nameOf: (siteId: string) => string;
  readonly onSaved: (version: number) => void;
  /** Another has made a version meanwhile. */
  readonly onStale: () => void;
  readonly onClose: () => void;
};

export const SaveDialog = ({ base, draft, nameOf, onSaved, onStale, onClose }: SaveDialogProps) => {
  const [decision, setDecision] = useState(() => documentsOf(draft));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useSaveCalendar(onSaved);
  const decided = changeCalendar({ ...draft, decision, reason }, { newest: base });
  const missing = { ...(decision.trim() === '' ? { decision: 'Ghi số, ký hiệu văn bản mà thay đổi này dựa vào.' } : {}), ...(reason.trim() === '' ? { reason: 'Ghi lý do; lý do được nói với người dân nếu ngày hẹn trả thay đổi.' } : {}) };
  const submit = () => {
    const isWhole = Object.keys(missing).length === 0;
    setTried(!isWhole);
    if (!isWhole) return void requestAnimationFrame(() => focusFirstError(missing));
    if (decided.ok) void save.run({ draft, decision: decision.trim(), reason: reason.trim() });
  };
  const refused = decided.ok ? undefined : decided.refusal;
  const stale = refused?.kind === 'changed-meanwhile' || problemOf(save.error)?.code === 'changed-meanwhile';
  const against = save.error && Object.keys(save.errors).length === 0 ? save.error.message : refused && calendarRefusalText(refused).detail;
  const uneven = unevenExchange(draft, base);
  const errors = { ...save.errors, ...(tried ? missing : {}) };
  return (
    <Dialog
      title={`Lập phiên bản ${base.version + 1} của lịch`} wide onClose={onClose} onSubmit={submit} locked={save.busy}
      foot={<><Button onClick={onClose} disabled={save.busy}>Quay lại</Button><Button type="submit" look="main" busy={save.busy} disabled={!decided.ok}>Lập phiên bản mới</Button></>}
    >
      {against && <Banner tone="red" acts={stale && <Button onClick={onStale}>Xem phiên bản mới</Button>}>{against}</Banner>}
      {uneven && <Banner tone="amber">Số ngày nghỉ hoán đổi {uneven.off > uneven.madeUp ? 'nhiều' : 'ít'} hơn số ngày làm bù: hoán đổi thường có cả hai. Xem lại nếu còn thiếu một ngày.</Banner>}
      <div className="fields">
        <Field width="w6" label="Căn cứ" name="decision" value={decision} error={errors['decision']} maxLength={200} onValue={setDecision} hint="Số, ký hiệu quyết định hoặc thông báo" />
        <TextAreaField width="w6" label="Lý do" name="reason" rows={2} value={reason} error={errors['reason']} maxLength={500} onValue={setReason} />
      </div>
      <ChangeList changes={changesBetween(base, withDraft(base, draft))} nameOf={nameOf} />
      <p className="faint">Hồ sơ đang giải quyết giữ ngày hẹn trả cho đến khi ông/bà xem và áp dụng đợt tính lại.</p>
    </Dialog>
  );
};

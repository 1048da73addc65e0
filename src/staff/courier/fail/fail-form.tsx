// Why a door stayed shut, by whose cause; and what follows is said before it is confirmed.
import { type ReactNode, useState } from 'react';
import { formatDay } from '#core/kernel/format.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { ABOUT_REASON, ATTEMPT_CAUSES, type AttemptReason, CAUSE_WORDS } from '#core/shipment/attempt-reasons.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Loading } from '../../design/frames.tsx';
import { CourierScreen } from '../frame.tsx';
import type { Phone } from '../phone/phone.ts';
import { useDraft } from '../use-draft.ts';

type Why = { readonly reason: AttemptReason; readonly askedFor?: PlainDate };
export type FailedAtDoor = Why & { readonly at: Moment; readonly note?: string };

type FailDraft = { readonly reason?: AttemptReason; readonly note: string; readonly askedFor: string };

export const FailForm = ({ phone, about, title, back, act, reasons, earliest, saysNext, onConfirm, children }: {
  readonly phone: Phone;
  /** What is kept of it, should the page be lost, is kept under this name. */
  readonly about: string;
  readonly title: string;
  readonly back: ReactNode;
  readonly act: string;
  readonly reasons: readonly AttemptReason[];
  /** The first day for which somebody may ask. */
  readonly earliest: PlainDate;
  readonly saysNext: (why: Why) => string;
  readonly onConfirm: (failed: FailedAtDoor) => Promise<void>;
  readonly children?: ReactNode;
}) => {
  const [draft, setDraft] = useDraft<FailDraft>(phone, `failed ${about}`, () => ({ note: '', askedFor: '' }));
  const [busy, setBusy] = useState(false);
  if (!draft) return <Loading />;
  const { reason, note, askedFor } = draft;
  const why = reason && { reason, ...(reason === 'asked-later' && askedFor !== '' && { askedFor: askedFor as PlainDate }) };
  const needsNote = reason !== undefined && ABOUT_REASON[reason].needsNote;
  const tooEarly = why?.askedFor !== undefined && why.askedFor < earliest;
  const todo = reason === undefined ? 'Chọn lý do.' : needsNote && note.trim() === '' ? 'Ghi rõ để quầy biết phải làm gì tiếp.' : tooEarly ? `Ngày hẹn sớm nhất là ${formatDay(earliest)}.` : undefined;
  const confirm = async (): Promise<void> => {
    if (!why || todo !== undefined || busy) return;
    setBusy(true);
    await onConfirm({ ...why, at: businessNow(), ...(note.trim() !== '' && { note: note.trim() }) });
    setBusy(false);
  };
  return (
    <CourierScreen
      title={title}
      back={back}
      foot={
        <>
          {why && !tooEarly && <p className="courier-says" role="status"><strong>Tiếp theo:</strong> {saysNext(why)}</p>}
          {todo && <p className="courier-todo">{todo}</p>}
          <Button look="main" busy={busy} disabled={todo !== undefined} onClick={() => void confirm()}>{act}</Button>
        </>
      }
    >
      {ATTEMPT_CAUSES.map((cause) => {
        const own = reasons.filter((one) => ABOUT_REASON[one].cause === cause);
        return own.length === 0 ? null : (
          <RadioGroup key={cause} legend={CAUSE_WORDS[cause]} value={reason ?? ''} onValue={(value) => setDraft({ ...draft, reason: value as AttemptReason })} choices={own.map((one) => ({ value: one, label: ABOUT_REASON[one].words }))} />
        );
      })}
      {reason === 'asked-later' && <DateField label="Ngày người ở nhà hẹn" optional value={askedFor} onValue={(day) => setDraft({ ...draft, askedFor: day })} name="askedFor" />}
      <TextAreaField label="Ghi thêm cho quầy" optional={!needsNote} name="note" value={note} onValue={(text) => setDraft({ ...draft, note: text })} />
      {children}
    </CourierScreen>
  );
};

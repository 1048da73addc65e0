// Asking for papers to be collected at home: by telephone or at the desk; the person is told at once what has to be ready.
import { useState } from 'react';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { type AskPickupBody, pickupAsked } from '#wire/pickup.wire.ts';
import { newId } from '../../api/new-id.ts';
import { useDesk } from '../../api/session.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { knownLimit, useProcedureSearch } from '../../counter/catalogue/use-catalogue.ts';
import { RadioGroup } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { type DeskCourier, useCourierAct } from '../couriers/use-couriers.ts';
import { type AskDraft, askErrors, isCollected, toAskBody } from './ask-draft.ts';
import { Checklist } from './checklist.tsx';

const SHOWN = 6;

const ProcedureChoice = ({ chosen, error, onChosen }: { readonly chosen: ProcedureVersion | undefined; readonly error: string | undefined; readonly onChosen: (procedure: ProcedureVersion) => void }) => {
  const [query, setQuery] = useState('');
  const found = useProcedureSearch(query, 40).filter(knownLimit).map(({ procedure }) => procedure).filter(isCollected).slice(0, SHOWN);
  const choices = chosen && !found.some(({ code }) => code === chosen.code) ? [chosen, ...found] : found;
  return (
    <>
      <Field label="Tìm thủ tục" name="query" value={query} onValue={setQuery} placeholder="Gõ không dấu: khai sinh, mai tang…" hint="Chỉ có thủ tục được nộp qua dịch vụ bưu chính công ích." />
      {choices.length === 0 ? <p className="soft">Không có thủ tục nào như vậy nhận tại nhà được.</p> : (
        <RadioGroup
          legend="Thủ tục" name="procedureCode" value={chosen?.code ?? ''} error={error}
          onValue={(code) => { const one = choices.find((procedure) => procedure.code === code); if (one) onChosen(one); }}
          choices={choices.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
    </>
  );
};

export const AskDialog = ({ couriers, now, onClose }: { readonly couriers: readonly DeskCourier[]; readonly now: Moment; readonly onClose: () => void }) => {
  const { deskId } = useDesk();
  const [pickupId] = useState(newId);
  const today: PlainDate = dateOf(now);
  const [draft, setDraft] = useState<AskDraft>({ name: '', phone: '', address: '', caseId: '', courierId: couriers.length === 1 ? couriers[0]?.courierId ?? '' : '', day: today, note: '' });
  const [procedure, setProcedure] = useState<ProcedureVersion>();
  const [tried, setTried] = useState(false);
  const ask = useCourierAct<AskPickupBody, { readonly day: PlainDate }>('pickups', pickupAsked, () => {
    onClose();
    toast(`Đã cử bưu tá đến nhận hồ sơ của ${draft.name.trim()}.`);
  });
  const set = (key: keyof AskDraft) => (value: string): void => setDraft({ ...draft, [key]: value });
  const wrong = askErrors(draft, procedure, today);
  const errors: Readonly<Record<string, string>> = { ...ask.errors, ...(tried && wrong) };
  const confirm = (): void => {
    setTried(true);
    if (procedure && Object.keys(wrong).length === 0) return void ask.run(toAskBody(draft, procedure, pickupId, deskId));
    requestAnimationFrame(() => focusFirstError(wrong));
  };
  const chosen = procedure && (procedure.cases.find(({ caseId }) => caseId === draft.caseId) ?? procedure.cases[0]);
  return (
    <ConfirmDialog title="Cử bưu tá đến nhà nhận hồ sơ" act="Cử bưu tá đến nhận" wide busy={ask.busy} onConfirm={confirm} onClose={onClose}>
      {ask.error && Object.keys(ask.errors).length === 0 && <Banner tone="red">{ask.error.message}</Banner>}
      <div className="fields">
        <Field width="w6" label="Họ và tên người gửi" name="person.name" value={draft.name} onValue={set('name')} error={errors['person.name']} maxLength={120} />
        <Field width="w4" label="Số điện thoại" name="person.phone" inputMode="tel" value={draft.phone} onValue={set('phone')} error={errors['person.phone']} maxLength={20} />
        <Field width="w10" label="Địa chỉ đến nhận" name="person.address" value={draft.address} onValue={set('address')} error={errors['person.address']} maxLength={300} />
      </div>
      <ProcedureChoice chosen={procedure} error={errors['procedureCode']} onChosen={(one) => { setProcedure(one); set('caseId')(one.cases[0]?.caseId ?? ''); }} />
      {procedure?.mustBePresent === true && <Banner tone="amber">Thủ tục này người yêu cầu vẫn phải có mặt khi cơ quan giải quyết. Nói trước với người gửi.</Banner>}
      {procedure && procedure.cases.length > 1 && (
        <RadioGroup legend="Trường hợp" name="caseId" value={chosen?.caseId ?? ''} onValue={set('caseId')} choices={procedure.cases.map(({ caseId, name }) => ({ value: caseId, label: name }))} />
      )}
      {chosen && <Checklist title="Đọc cho người gửi: giấy tờ cần chuẩn bị" items={chosen.checklist} />}
      <RadioGroup
        legend="Bưu tá đến nhận" name="courierId" value={draft.courierId} onValue={set('courierId')} error={errors['courierId']}
        choices={couriers.map(({ courierId, name, unitName }) => ({ value: courierId, label: `${name} – ${unitName}` }))}
      />
      <div className="fields">
        <DateField width="w4" label="Ngày đến nhận" name="day" value={draft.day} onValue={set('day')} error={errors['day']} />
        <Field width="w6" label="Dặn bưu tá" optional name="note" value={draft.note} onValue={set('note')} maxLength={300} />
      </div>
    </ConfirmDialog>
  );
};

// Guidance that the server did not take, with all that was entered: who asked, what was said to be missing, the clerk's words.
import { useState } from 'react';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { guidanceGivenAnswer } from '#wire/give-guidance.wire.ts';
import { newId } from '../../api/new-id.ts';
import { useAct } from '../../api/use-act.ts';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { type Before, correctsOf, errorsBefore, versionThen } from '../put-right/putting-right.ts';
import { toldPerson, ToldPersonFields } from '../told-person.tsx';
import { countsWords, GUIDANCE_SLIP, GuidancePrinted, SUPPLEMENT_SLIP } from './guidance-printed.tsx';

type Props = { readonly before: Before<'give-guidance'>; readonly procedure: ProcedureVersion; readonly onClose: () => void };

const said = (text: string): string | undefined => text.trim() || undefined;

export const GuidanceAgain = ({ before, procedure, onClose }: Props) => {
  const { body } = before;
  // a record of its own: the id of the first may be why it was not taken
  const [guidanceId] = useState(newId);
  const [person, setPerson] = useState(() => toldPerson(body));
  const [reason, setReason] = useState(body.reason ?? '');
  const [left, setLeft] = useState<readonly number[]>([]);
  const [paperId, setPaperId] = useState<string>();
  const give = useAct(
    () => ({
      path: '/api/desk/guidance', answer: guidanceGivenAnswer, ...correctsOf(before),
      body: {
        ...body, guidanceId, procedureVersion: versionThen(before, procedure), personName: said(person.personName), address: said(person.address), phone: said(person.phone), reason: said(reason),
        missing: body.missing.filter((_, i) => !left.includes(i)),
      },
    }),
    { refresh: [['counter-queue']], onDone: (answer) => setPaperId(answer.paperId) },
  );
  const errors = { ...errorsBefore(before), ...give.errors };
  const name = body.missing.length > 0 || body.brought ? SUPPLEMENT_SLIP : GUIDANCE_SLIP;
  if (paperId) return <GuidancePrinted paperId={paperId} name={name} onClose={onClose} />;
  const isEmpty = body.missing.length > 0 && left.length === body.missing.length;
  return (
    <ConfirmDialog title="Sửa hướng dẫn rồi gửi lại" act="Gửi lại" makes={name} busy={give.busy} disabled={isEmpty} onClose={onClose} onConfirm={() => void give.run(undefined)}>
      {give.error && <Banner tone="red">{give.error.message}</Banner>}
      <p className="soft">{procedure.name}</p>
      <ToldPersonFields label="Họ và tên người được hướng dẫn" optional person={person} errors={errors} onChange={(change) => setPerson((known) => ({ ...known, ...change }))} />
      {body.missing.length > 0 && (
        <fieldset className="choices" aria-invalid={isEmpty}>
          <legend>Giấy tờ cần mang thêm</legend>
          {body.missing.map((item, i) => (
            <Check key={i} checked={!left.includes(i)} onChecked={(keep) => setLeft(keep ? left.filter((one) => one !== i) : [...left, i])}>
              {item.name}{countsWords(item) && <>: <strong>{countsWords(item)}</strong></>}{item.reason && ` (${item.reason})`}
            </Check>
          ))}
          {isEmpty && <p className="field-error">Chọn ít nhất một loại giấy tờ; không thiếu giấy nào thì chuyển cho văn phòng.</p>}
        </fieldset>
      )}
      <TextAreaField label="Lời dặn thêm" optional name="reason" value={reason} onValue={setReason} error={errors['reason']} />
    </ConfirmDialog>
  );
};

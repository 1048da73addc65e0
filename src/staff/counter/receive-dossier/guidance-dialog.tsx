// What is still missing, told once and completely; kept at the desk and printed for the citizen.
import { useState } from 'react';
import type { MissingPaper } from '#core/procedure/missing-papers.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { guidanceGivenAnswer } from '#wire/give-guidance.wire.ts';
import { newId } from '../../api/new-id.ts';
import { useDesk } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner } from '../../design/frames.tsx';
import { addressWords } from '../../words/person-words.ts';
import { toPerson } from './draft-command.ts';
import type { ReceiveDraft } from './draft.ts';
import { countsWords, GuidancePrinted, SUPPLEMENT_SLIP } from './guidance-printed.tsx';

export type GuidanceDialogProps = {
  readonly draft: ReceiveDraft;
  readonly missing: readonly MissingPaper[];
  readonly procedure: ProcedureVersion;
  readonly onClose: () => void;
};

export const GuidanceDialog = ({ draft, missing, procedure, onClose }: GuidanceDialogProps) => {
  const desk = useDesk();
  const [reason, setReason] = useState('');
  const [guidanceId] = useState(newId);
  const person = toPerson(draft.applicant);
  const give = useAct(() => ({
    path: '/api/desk/guidance',
    answer: guidanceGivenAnswer,
    body: {
      guidanceId,
      deskId: desk.deskId,
      procedureCode: procedure.code,
      procedureVersion: procedure.version,
      caseId: draft.caseId,
      personName: person.fullName || undefined,
      address: addressWords(person.address) || undefined,
      phone: person.phone,
      missing: missing.map((m) => ({
        itemId: m.itemId,
        name: m.name,
        original: m.original,
        certifiedCopy: m.certifiedCopy,
        plainCopy: m.plainCopy,
      })),
      reason: reason.trim() || undefined,
    },
  }));
  const [paperId, setPaperId] = useState<string>();
  if (paperId) return <GuidancePrinted paperId={paperId} name={SUPPLEMENT_SLIP} onClose={onClose} />;
  return (
    <ConfirmDialog
      title="Hướng dẫn bổ sung: một lần, đầy đủ"
      act="Lập phiếu yêu cầu bổ sung"
      makes={SUPPLEMENT_SLIP}
      busy={give.busy}
      onClose={onClose}
      onConfirm={() => void give.run(undefined).then((a) => a && setPaperId(a.paperId))}
    >
      {give.error && <Banner tone="red">{give.error.message}</Banner>}
      <p>
        {person.fullName ? (
          <>
            Ông/bà <strong>{person.fullName}</strong>
          </>
        ) : (
          'Người dân'
        )}{' '}
        cần mang thêm {missing.length} loại giấy tờ cho <strong>{procedure.name}</strong>:
      </p>
      <ol className="numbered">
        {missing.map((m) => (
          <li key={m.itemId}>
            {m.name}: <strong>{m.shownOnly ? 'xuất trình bản chính' : countsWords(m)}</strong>
          </li>
        ))}
      </ol>
      <TextAreaField label="Lời dặn thêm" optional name="reason" value={reason} onValue={setReason} />
      <p className="soft">Hồ sơ chưa được tiếp nhận. Những gì đã nhập vẫn được lưu tạm trên máy này.</p>
    </ConfirmDialog>
  );
};

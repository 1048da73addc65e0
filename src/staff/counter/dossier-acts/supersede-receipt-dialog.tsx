// A wrong procedure, case, person or hour is put right by a new receipt that names the old one; nothing is edited.
import '../receive-dossier/receive.css';
import './dossier-acts.css';
import { useState } from 'react';
import { dateOf } from '#core/kernel/moment.ts';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { dossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { DateField } from '../../design/date-field.tsx';
import { ConfirmDialog, Dialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner, Loaded } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import type { ActDialogProps } from '../../dossier/act-dialog.ts';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { ConfirmationFields } from '../confirmation.tsx';
import { shelfOf } from '../receive-dossier/draft-db.ts';
import { firstOpenSection } from '../receive-dossier/draft-checks.ts';
import { draftTotals } from '../receive-dossier/fees-section.tsx';
import { identityKindsOn } from '../receive-dossier/identity-kinds.ts';
import { PersonFields } from '../receive-dossier/person-fields.tsx';
import { useDraftOwner } from '../receive-dossier/use-draft.ts';
import { useScans } from '../receive-dossier/use-scans.ts';
import { ChooseProcedure } from './choose-procedure.tsx';
import { OldAndNew } from './old-and-new.tsx';
import { ReceiptContent } from './receipt-content.tsx';
import { givenBack, supersedeBody } from './supersede-draft.ts';
import { useBefore } from '../put-right/putting-right.ts';
import { useDeskAct } from './use-desk-act.ts';
import { useSuperseding } from './use-superseding.ts';

const PAPER = {
  'one-stop': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  'public-post': 'Phiếu gửi hồ sơ',
} as const;

export const SupersedeReceiptDialog = (props: ActDialogProps) => {
  const catalogue = useCatalogue();
  if (catalogue.data) return <SupersedeWork {...props} catalogue={catalogue.data} />;
  return (
    <Dialog wide title={`Cấp lại giấy tiếp nhận ${props.view.code}`} onClose={props.onClose}>
      <Loaded from={catalogue}>{() => null}</Loaded>
    </Dialog>
  );
};

const SupersedeWork = ({ view, onClose, onPaper, catalogue }: ActDialogProps & { readonly catalogue: DeskCatalogueView }) => {
  const { world } = useDraftOwner();
  const before = useBefore('supersede-receipt')?.body;
  const [reason, setReason] = useState(before?.reason ?? '');
  const [choosing, setChoosing] = useState(false);
  const [whole, setWhole] = useState(before !== undefined);
  const work = useSuperseding(view, catalogue, before);
  const { draft, patch, procedure, checks } = work;
  const scans = useScans(world, draft, patch);
  const leave = () => {
    void shelfOf(world).drop(draft.draftId);
    onClose();
  };
  const act = useDeskAct({ ...view, mode: work.mode }, 'supersede-receipt', 'supersede-receipt', dossierReceivedAnswer, (a) => {
    leave();
    toast(`Đã cấp lại giấy tiếp nhận ${a.code}.`);
    onPaper?.(a.paperId);
  });
  const personErrors = { ...checks.errors.applicant, ...act.errors };
  const open = firstOpenSection(checks);
  const refusal = checks.assessed.ok ? undefined : checks.assessed.refusal;
  const outright = refusal && work.other && open === undefined ? deskRefusalText(refusal).detail : undefined;
  const showPerson = whole || Object.keys(checks.errors.applicant).length > 0;
  const showContent = whole || work.other !== undefined || open === 'case' || open === 'papers';
  const ready =
    !choosing && reason.trim() !== '' && work.timed && open === undefined && !outright && scans.waiting === 0;
  return (
    <ConfirmDialog
      wide
      title={`Cấp lại giấy tiếp nhận ${view.code}`}
      act="Cấp lại giấy tiếp nhận"
      makes={`${PAPER[view.regime]}, thay thế giấy đã cấp`}
      busy={act.busy}
      disabled={!ready}
      onClose={leave}
      onConfirm={() => void act.run(supersedeBody(view, draft, procedure, reason, work.receivedAt))}
    >
      {act.error && <Banner tone="red">{act.error.message}</Banner>}
      <TextAreaField
        label="Sai ở đâu, sửa thế nào"
        name="reason"
        value={reason}
        onValue={setReason}
        error={act.errors['reason']}
        autoFocus
      />
      <div className="row-between">
        <p>
          Thủ tục: <strong>{procedure.name}</strong> <span className="soft">· {work.agencyName}</span>
        </p>
        <Button onClick={() => setChoosing(!choosing)}>{choosing ? 'Giữ thủ tục này' : 'Chọn thủ tục khác'}</Button>
      </div>
      {choosing && (
        <ChooseProcedure
          without={procedure.code}
          onChoose={(entry) => {
            work.choose(entry);
            setChoosing(false);
            requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-receipt-content] input')?.focus());
          }}
        />
      )}
      <div className="fields">
        {!showPerson && (
          <Field
            width="w6"
            label="Họ tên người nộp"
            name="parties.applicant.fullName"
            value={draft.applicant.fullName}
            onValue={(fullName) => patch((d) => ({ applicant: { ...d.applicant, fullName } }))}
            error={personErrors['parties.applicant.fullName']}
          />
        )}
        <DateField
          width="w3"
          label="Ngày tiếp nhận"
          name="receivedAt"
          value={work.date}
          onValue={work.setDate}
          error={act.errors['receivedAt']}
        />
        <Field width="w3" label="Giờ tiếp nhận" value={work.hour} onValue={work.setHour} placeholder="07:30" error={work.hourError} />
      </div>
      {work.other === undefined && (
        <Check checked={whole} onChecked={setWhole}>
          Sửa cả giấy tờ tùy thân, tờ khai, thành phần hồ sơ, khoản thu
        </Check>
      )}
      {showPerson && (
        <PersonFields
          path="parties.applicant"
          person={draft.applicant}
          onChange={(change) => patch((d) => ({ applicant: { ...d.applicant, ...change } }))}
          errors={personErrors}
          warnings={checks.warnings}
          kinds={identityKindsOn(dateOf(view.receivedAt))}
          withDistrict={catalogue.districtName !== undefined}
        />
      )}
      {showContent && (
        <ReceiptContent
          draft={draft}
          patch={patch}
          procedure={procedure}
          checks={checks}
          sentErrors={act.errors}
          scans={scans}
          world={world}
          returned={work.other ? givenBack(view, draft, procedure) : []}
        />
      )}
      {outright && <Banner tone="amber">{outright}</Banner>}
      <OldAndNew
        view={view}
        now={{
          procedureName: procedure.name,
          caseName: procedure.cases.find((c) => c.caseId === draft.caseId)?.name ?? '',
          agencyName: work.agencyName,
          applicant: draft.applicant.fullName,
          receivedAt: work.receivedAt ?? view.receivedAt,
          due: checks.due?.due,
          totalFee: draftTotals(draft, procedure).total,
        }}
      />
      <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
    </ConfirmDialog>
  );
};

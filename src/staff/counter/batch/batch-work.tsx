import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { dateOf } from '#core/kernel/moment.ts';
import { validateAnswers } from '#core/form/validate-answers.ts';
import { fieldErrorText } from '#wire/refusals/field-texts.ts';
import { validateParties } from '#core/people/validate-parties.ts';
import type { Representation } from '#core/people/person.ts';
import { batchListedAnswer } from '#wire/batch.wire.ts';
import type { CatalogueEntry, DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { newId } from '../../api/new-id.ts';
import { act } from '../../api/request.ts';
import { businessNow, useMe } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { Banner, Panel } from '../../design/frames.tsx';
import { toast } from '../../design/toast.tsx';
import { printPaper } from '../../dossier/paper-pdf.tsx';
import { ConfirmationFields, useConfirmation } from '../confirmation.tsx';
import { REPRESENTATION_LABELS } from '../receive-dossier/applicant-section.tsx';
import { toParties } from '../receive-dossier/draft-command.ts';
import { newDraft, type ReceiveDraft } from '../receive-dossier/draft.ts';
import { EFormFields } from '../receive-dossier/eform-fields.tsx';
import { identityKindsOn } from '../receive-dossier/identity-kinds.ts';
import { PersonFields } from '../receive-dossier/person-fields.tsx';
import { rowCommand } from './batch-command.ts';
import { BatchGrid } from './batch-grid.tsx';
import { failedRows, newRow, progressOf, toSend, unauthorisedRows } from './batch-rows.ts';
import { type BatchDraft, dropList, keepList } from './batch-db.ts';
import { OwnFields, wrongOwnRows } from './own-fields.tsx';
import { commonForm, listForm, ownForm } from './owner-answers.ts';
import { useBatch } from './use-batch.ts';

/** What all rows have in common; each row puts its owner in. */
const commonDraft = ({ procedure, transfer }: CatalogueEntry, catalogue: DeskCatalogueView, owner: string): ReceiveDraft => {
  const identityKind = identityKindsOn(dateOf(businessNow()))[0] ?? 'identity-card-2024';
  const onlyByPost = transfer.mode === 'postal-service';
  const fresh = newDraft({
    draftId: newId(),
    key: newId(),
    owner,
    startedAt: Date.now(),
    procedure,
    onlyByPost,
    place: catalogue,
    identityKind,
  });
  return {
    ...fresh,
    representation: { ...fresh.representation, kind: 'authorisation' },
    dossierOwner: { ...fresh.dossierOwner, identityKind },
  };
};

export const BatchWork = ({
  entry,
  catalogue,
  owner,
  world,
  left,
}: {
  readonly entry: CatalogueEntry;
  readonly catalogue: DeskCatalogueView;
  readonly owner: string;
  readonly world: string;
  /** The list as it was left. */
  readonly left?: BatchDraft | undefined;
}) => {
  const me = useMe();
  const { procedure, transfer } = entry;
  const [batchId] = useState(() => left?.batchId ?? newId());
  const date = dateOf(businessNow());
  const kinds = identityKindsOn(date);
  const [common, setCommon] = useState<ReceiveDraft>(() => left?.common ?? commonDraft(entry, catalogue, owner));
  const [own, setOwn] = useState<readonly string[]>(left?.own ?? []);
  const [complete, setComplete] = useState(false);
  const { rows, setRows, running, run } = useBatch(left?.rows ?? [newRow(newId), newRow(newId), newRow(newId)]);
  const confirmation = useConfirmation(me, 'receive-dossier', transfer.mode);
  const form = procedure.eForm && commonForm(procedure.eForm, own);
  const rowForm = procedure.eForm && ownForm(procedure.eForm, own);
  const wrongRows = wrongOwnRows(rowForm, rows);
  const answerErrors = Object.fromEntries(
    validateAnswers(form, common.answers).map((e) => [e.path, fieldErrorText(e)]),
  );
  // who brings them is on every row: wrong here, each row would fail
  const personErrors = Object.fromEntries(
    validateParties(toParties({ ...common, ownerDiffers: false }), date).errors.map((e) => [
      `parties.${e.path}`,
      fieldErrorText(e),
    ]),
  );
  const progress = progressOf(rows);
  const waiting = toSend(rows).length;
  const unauthorised = common.representation.kind === 'authorisation' ? unauthorisedRows(rows) : [];
  const ready =
    waiting > 0 &&
    complete &&
    Object.keys(personErrors).length === 0 &&
    common.representation.relation.trim() !== '' &&
    wrongRows.length === 0 &&
    Object.keys(answerErrors).length === 0;
  const start = () => confirmation.demand() && void run((row) => rowCommand(common, row, procedure, catalogue.desk.deskId, batchId, confirmation.value));
  const touched = progress.all > 0 || common.applicant.fullName !== '' || common.applicant.number !== '';
  const finished = progress.all > 0 && waiting === 0;
  useEffect(() => {
    if (finished) dropList(world, batchId);
    else if (touched) keepList(world, { batchId, owner, savedAt: Date.now(), procedureName: procedure.name, common, own, rows });
  }, [world, batchId, owner, procedure.name, common, own, rows, touched, finished]);
  const printList = async () => {
    try {
      // made anew each time: rows that were put right since are on it, and the list before is superseded
      const list = await act({
        path: `/api/desk/batches/${batchId}/list`,
        body: { deskId: catalogue.desk.deskId },
        answer: batchListedAnswer,
      });
      await printPaper(list.paperId, 'a4');
    } catch (error) {
      toast(error instanceof Error ? error.message : 'Chưa in được bảng kê.', 'red');
    }
  };
  return (
    <div className="stack">
      <p>
        <strong>{procedure.name}</strong> <span className="soft">· {entry.agencyName}</span>
      </p>
      <Panel title="1. Người mang hồ sơ đến">
        <PersonFields
          path="parties.applicant"
          person={common.applicant}
          onChange={(change) => setCommon((c) => ({ ...c, applicant: { ...c.applicant, ...change } }))}
          errors={complete ? personErrors : {}}
          warnings={{}}
          kinds={kinds}
          withDistrict={catalogue.districtName !== undefined}
        />
        <div className="fields batch-gap">
          <SelectField
            width="w4"
            label="Nộp thay với tư cách"
            value={common.representation.kind}
            onValue={(kind) =>
              setCommon((c) => ({ ...c, representation: { ...c.representation, kind: kind as Representation['kind'] } }))
            }
            options={Object.entries(REPRESENTATION_LABELS).map(([value, label]) => ({ value, label }))}
          />
          <Field
            width="w4"
            label="Quan hệ, chức danh"
            value={common.representation.relation}
            error={complete && common.representation.relation.trim() === '' ? 'Ghi quan hệ hoặc chức danh.' : undefined}
            onValue={(relation) => setCommon((c) => ({ ...c, representation: { ...c.representation, relation } }))}
            placeholder="Trưởng thôn"
          />
          {procedure.cases.length > 1 && (
            <SelectField
              width="w4"
              label="Trường hợp"
              value={common.caseId}
              onValue={(caseId) => setCommon((c) => ({ ...c, caseId }))}
              options={procedure.cases.map((c) => ({ value: c.caseId, label: c.name }))}
            />
          )}
        </div>
      </Panel>
      {form && procedure.eForm && (
        <Panel title="2. Nội dung khai chung cho cả danh sách">
          <div className="stack">
            <p className="soft">
              Họ tên, ngày sinh của từng người lấy theo danh sách bên dưới. Mục khác nhau theo từng người thì đánh dấu để ghi
              riêng ở từng dòng.
            </p>
            <OwnFields form={listForm(procedure.eForm)} own={own} onOwn={setOwn} />
            <EFormFields
              form={form}
              answers={common.answers}
              onAnswer={(name, value) => setCommon((c) => ({ ...c, answers: { ...c.answers, [name]: value } }))}
              errors={complete ? answerErrors : {}}
            />
          </div>
        </Panel>
      )}
      <Panel title={`${form ? 3 : 2}. Danh sách chủ hồ sơ`} count={progress.all} flush>
        <BatchGrid rows={rows} setRows={setRows} locked={running} own={Object.entries(rowForm?.properties ?? {})} />
      </Panel>
      <Panel>
        <div className="stack">
          <Check checked={complete} onChecked={setComplete}>
            Đã kiểm đếm: mỗi hồ sơ trong danh sách đủ thành phần theo quy định
          </Check>
          {unauthorised.length > 0 && (
            <Banner tone="amber">Chưa ghi giấy ủy quyền của: {unauthorised.join('; ')}.</Banner>
          )}
          {complete && wrongRows.length > 0 && <Banner tone="amber">Mục khai riêng chưa đúng: {wrongRows.join('; ')}.</Banner>}
          <ConfirmationFields me={me} state={confirmation} />
          <div className="row-between">
            <span aria-live="polite">
              <progress
                className="meter batch-meter"
                max={Math.max(1, progress.all)}
                value={progress.done}
                aria-label="Tiến độ"
              />{' '}
              Đã tiếp nhận{' '}
              <strong>
                {progress.done}/{progress.all}
              </strong>
              {progress.failed > 0 && <span className="field-error">, {progress.failed} chưa được: {failedRows(rows).join('; ')}</span>}
            </span>
            <div className="row">
              {progress.done > 0 && !running && (
                <Button icon="print" onClick={() => void printList()}>
                  In bảng kê
                </Button>
              )}
              {progress.done > 0 && !running && (
                <Link className="button" to="/hom-nay">
                  Xem ở Hôm nay
                </Link>
              )}
              <Button look="main" large hotkey="F9" busy={running} disabled={!ready} onClick={start}>
                Tiếp nhận {waiting} hồ sơ
              </Button>
            </div>
          </div>
        </div>
      </Panel>
    </div>
  );
};

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { dateOf } from '#core/kernel/moment.ts';
import { CORRECTION_PROCEDURE } from '#core/people/same-person.ts';
import type { CatalogueEntry, DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { businessNow, useMe } from '../../api/session.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Banner } from '../../design/frames.tsx';
import { formatMoney } from '#core/kernel/format.ts';
import { useDrawerState } from '../../kept/drawer-state.ts';
import { warmPress } from '../../press/own-paper.ts';
import { IDENTITY_LABELS } from '../../words/person-words.ts';
import { useConfirmation } from '../confirmation.tsx';
import { ApplicantSection } from './applicant-section.tsx';
import { CaseSection } from './case-section.tsx';
import { ConfirmSection } from './confirm-section.tsx';
import { clientOf, type ReceiveDraft, SECTIONS, type SectionId } from './draft.ts';
import { papersHere, toCommand } from './draft-command.ts';
import { checkDraft, firstOpenSection } from './draft-checks.ts';
import { draftTotals, FeesSection } from './fees-section.tsx';
import { identityKindsOn } from './identity-kinds.ts';
import { EverydayFields } from './everyday-fields.tsx';
import { toLateEntry } from './late-entry-draft.ts';
import { toSigning } from '../signing-draft.ts';
import { PapersSection } from './papers-section.tsx';
import { PaperSummary } from './paper-summary.tsx';
import { RETURN_LABELS, ReturnSection } from './return-section.tsx';
import { RefusedBanner, refusedErrors } from './refused-before.tsx';
import { sectionOf } from './section-of.ts';
import { SectionFrame } from './section-frame.tsx';
import { useDraft, useDraftOwner } from './use-draft.ts';
import { AskingBanner, UnansweredBanner } from './unanswered-banner.tsx';
import { useReceive } from './use-receive.ts';
import { useScans } from './use-scans.ts';

const TITLES: Readonly<Record<SectionId, string>> = {
  applicant: 'Người nộp',
  case: 'Trường hợp và tờ khai',
  papers: 'Thành phần hồ sơ',
  fees: 'Phí, lệ phí',
  return: 'Cách nhận kết quả',
  confirm: 'Xác nhận',
};

export type ReceiveWorkProps = {
  readonly initial: ReceiveDraft;
  readonly entry: CatalogueEntry;
  readonly catalogue: DeskCatalogueView;
  readonly onReceived: (answer: DossierReceivedAnswer, draft: ReceiveDraft) => void;
  readonly onShelve: (draft: ReceiveDraft) => void;
  readonly onDrop: (draft: ReceiveDraft) => void;
  readonly onRefuse: (draft: ReceiveDraft) => void;
};

export const ReceiveWork = ({ initial, entry, catalogue, onReceived, onShelve, onDrop, onRefuse }: ReceiveWorkProps) => {
  useEffect(warmPress, []);
  const me = useMe();
  const { world } = useDraftOwner();
  const [draft, patch, keeping] = useDraft(initial);
  const [shown, setShown] = useState<ReadonlySet<SectionId>>(new Set());
  const drawer = useDrawerState();
  const { procedure, transfer } = entry;
  const [now, setNow] = useState(businessNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(businessNow()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const checks = useMemo(
    () =>
      checkDraft(draft, procedure, {
        now,
        desk: catalogue.desk,
        transfer,
        away: entry.away,
        procedure,
        calendar: catalogue.calendar,
        unknownScans: [],
      }),
    [draft, procedure, transfer, entry.away, catalogue, now],
  );
  const confirmation = useConfirmation(
    me,
    'receive-dossier',
    // of the past an officer decides, also where the clerk receives by herself
    draft.lateEntry ? 'support' : transfer.mode,
    draft.corrects !== undefined,
  );
  const scans = useScans(world, draft, patch);
  const receive = useReceive(draft, patch, (answer) => onReceived(answer, draft));
  const kinds = identityKindsOn(dateOf(now));
  const correction = catalogue.entries.find((e) => e.procedure.code === CORRECTION_PROCEDURE)?.procedure.name;
  const locked = draft.sent !== undefined;
  const refusal = checks.assessed.ok ? undefined : checks.assessed.refusal;

  const mayReceive = refusal === undefined && firstOpenSection(checks) === undefined && scans.waiting === 0;

  const goTo = (section: SectionId) => patch({ section });
  const advanceFrom = (section: SectionId) => () => {
    setShown((s) => new Set([...s, section]));
    const errors = checks.errors[section];
    if (Object.keys(errors).length > 0) return void requestAnimationFrame(() => focusFirstError(errors));
    if (section === 'papers' && checks.missing.length > 0) return document.querySelector<HTMLElement>('[data-guidance]')?.focus();
    // Enter leads here again and again: only F9, or a PIN that was just typed, receives
    if (section === 'confirm') return document.activeElement?.getAttribute('name') === 'confirmation.pin' && mayReceive ? receiveNow() : undefined;
    return goTo(SECTIONS[SECTIONS.indexOf(section) + 1] ?? 'confirm');
  };
  const run = (by?: 'server' | 'counter') => receive.run(() => ({
      ...toCommand(draft, procedure, catalogue.desk.deskId, confirmation.value),
      lateEntry: toLateEntry(draft.lateEntry),
      signing: toSigning(draft.signing),
      largePrint: draft.largePrint,
    }), by);
  const receiveNow = () => (confirmation.demand() ? run() : undefined);
  const runAgain = (by: 'server' | 'counter') => {
    goTo('confirm');
    if (confirmation.demand()) run(by);
  };
  const showErrors = useEffectEvent(() => {
    const first = Object.keys(receive.errors)[0];
    if (!first) return undefined;
    goTo(sectionOf(first));
    const timer = setTimeout(() => focusFirstError(receive.errors), 60);
    return () => clearTimeout(timer);
  });
  useEffect(() => (receive.error ? showErrors() : undefined), [receive.error]);

  const errorsOf = (section: SectionId) => ({
    ...refusedErrors(draft, initial, section), ...(shown.has(section) ? checks.errors[section] : {}), ...receive.errors,
  });
  const stateOf = (section: SectionId) => {
    const past = SECTIONS.indexOf(section) < SECTIONS.indexOf(draft.section) || shown.has(section);
    const wrong = Object.keys(checks.errors[section]).length > 0 || (section === 'papers' && checks.missing.length > 0);
    return !past ? 'todo' : wrong ? 'wrong' : 'done';
  };
  const summaries: Readonly<Record<SectionId, string>> = {
    applicant: draft.applicant.fullName
      ? `${draft.applicant.fullName}${draft.ownerDiffers ? ` · chủ hồ sơ ${draft.dossierOwner.fullName}` : ''}`
      : '',
    case:
      procedure.cases.length > 1
        ? (procedure.cases.find((c) => c.caseId === draft.caseId)?.name ?? '')
        : procedure.eForm
          ? `${Object.keys(draft.answers).length} mục đã khai`
          : '',
    papers: `${papersHere(draft, procedure).kinds} loại giấy tờ, ${Object.values(draft.papers).reduce((n, p) => n + p.scans.length, 0)} bản quét`,
    fees: formatMoney(draftTotals(draft, procedure).total),
    return: RETURN_LABELS[draft.returnWish.kind],
    confirm: '',
  };
  const party = {
    draft,
    patch,
    errors: errorsOf('applicant'),
    warnings: checks.warnings,
    kinds,
    withDistrict: catalogue.districtName !== undefined,
  };
  const bodies: Readonly<Record<SectionId, React.ReactNode>> = {
    applicant: <ApplicantSection {...party} />,
    case: (
      <CaseSection
        draft={draft}
        patch={patch}
        procedure={procedure}
        errors={errorsOf('case')}
        warnings={checks.warnings}
        onlyByPost={transfer.mode === 'postal-service'}
      />
    ),
    papers: (
      <PapersSection draft={draft} patch={patch} procedure={procedure} missing={checks.missing} scans={scans} world={world} />
    ),
    fees: <FeesSection draft={draft} patch={patch} procedure={procedure} errors={errorsOf('fees')} />,
    return: <ReturnSection draft={draft} patch={patch} errors={errorsOf('return')} deskName={catalogue.desk.name} />,
    confirm: (
      <ConfirmSection
        draft={draft}
        procedure={procedure}
        mode={transfer.mode}
        agencyName={entry.agencyName}
        refusal={refusal}
        firstOpen={firstOpenSection(checks)}
        waiting={scans.waiting}
        confirmation={confirmation}
        pinError={receive.errors['confirmation.pin']}
        namesDiffer={checks.namesDiffer ? (correction ?? '') : undefined}
        everyday={
          <EverydayFields
            draft={draft}
            patch={patch}
            procedure={procedure}
            now={now}
            errors={{ ...refusedErrors(draft, initial, 'confirm'), ...checks.errors.confirm, ...receive.errors }}
          />
        }
        onGoTo={(s) => {
          setShown((set) => new Set([...set, s]));
          goTo(s);
        }}
      />
    ),
  };
  return (
    <div className="receive">
      <div className="receive-main">
        <header className="receive-head">
          <div className="grow">
            <h1>{procedure.name}</h1>
            <p className="receive-client">
              Đang tiếp: <strong>{clientOf(draft)}</strong>
              {draft.applicant.number && (
                <>
                  {' '}
                  · {IDENTITY_LABELS[draft.applicant.identityKind]} {draft.applicant.number}
                </>
              )}
            </p>
          </div>
          <div className="row">
            <Button look="plain" onClick={() => onRefuse(draft)}>
              Từ chối tiếp nhận
            </Button>
            <Button look="plain" onClick={() => onDrop(draft)} disabled={locked}>
              Bỏ hồ sơ nháp
            </Button>
            <Button onClick={() => onShelve(draft)}>Lưu tạm</Button>
          </div>
        </header>
        {(procedure.mustBePresent || procedure.signsRegister) && (
          <p className="receive-note">
            {procedure.mustBePresent && 'Người yêu cầu phải có mặt. '}
            {procedure.signsRegister && 'Người yêu cầu ký Sổ hộ tịch cùng công chức.'}
          </p>
        )}
        {entry.away && (
          <p className="receive-note">
            Tiếp nhận ngoài địa bàn: hỗ trợ tại {catalogue.postOfficeName}, tiếp nhận tại {catalogue.desk.name}, {entry.agencyName} giải quyết.
            {checks.startsAtAgency && ' Thời hạn tính từ khi cơ quan đó nhận hồ sơ (NĐ 309/2026/NĐ-CP Đ.17.3).'}
          </p>
        )}
        {draft.corrects && <RefusedBanner corrects={draft.corrects} />}
        {receive.asking && <AskingBanner onNext={() => onShelve(draft)} />}
        {locked && !receive.busy && <UnansweredBanner ready={confirmation.ready} onRun={runAgain} onNext={() => onShelve(draft)} />}
        {receive.error && !locked && <Banner tone="red">{receive.error.message}</Banner>}
        <div className="steps">
          {SECTIONS.map((section, i) => (
            <SectionFrame
              key={section}
              no={i + 1}
              title={TITLES[section]}
              summary={summaries[section]}
              open={draft.section === section}
              state={stateOf(section)}
              locked={locked && section !== 'confirm'}
              onOpen={() => goTo(section)}
              onAdvance={advanceFrom(section)}
            >
              {bodies[section]}
            </SectionFrame>
          ))}
        </div>
        <footer className="receive-foot">
          <span className="faint" aria-busy={keeping === 'being-kept'}>
            {draft.section === 'confirm' ? 'Xem lại rồi bấm F9 để tiếp nhận' : 'Enter: mục tiếp theo · Ctrl+Enter: bước tiếp theo'} · {drawer === 'shut' ? 'chưa lưu trên máy này' : keeping === 'not-kept' ? 'chưa lưu được trên máy này' : 'đã lưu trên máy này'}
          </span>
          {draft.section === 'confirm' ? (
            <Button look="main" large hotkey="F9" icon="check" busy={receive.busy} disabled={!mayReceive} onClick={receiveNow}>
              {confirmation.need === 'none' ? 'Tiếp nhận hồ sơ' : 'Công chức xác nhận – Tiếp nhận hồ sơ'}
            </Button>
          ) : (
            <Button look="main" hotkey="Ctrl+Enter" onClick={advanceFrom(draft.section)}>
              Tiếp tục
            </Button>
          )}
        </footer>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <aside className="receive-paper" tabIndex={0} aria-label="Giấy sẽ lập">
        <PaperSummary draft={draft} procedure={procedure} catalogue={catalogue} due={checks.due} />
      </aside>
    </div>
  );
};

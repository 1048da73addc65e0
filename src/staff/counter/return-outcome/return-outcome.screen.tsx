// The outcome goes into the right hands: who, with which paper, what is taken back, who signs.
import './return-outcome.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { formatMoney } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { storedFileAnswer } from '#wire/file.wire.ts';
import { statusOf } from '../../api/problem.ts';
import { sendFile } from '../../api/request.ts';
import { Button, Key } from '../../design/button.tsx';
import { Check, RadioGroup } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field, TextAreaField } from '../../design/field.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { printPaper } from '../../dossier/paper-pdf.tsx';
import { useDossier } from '../../dossier/use-dossier.ts';
import type { Signed } from '../../signature/signature-pad.tsx';
import { ConfirmationFields } from '../confirmation.tsx';
import { useDeskAct } from '../dossier-acts/use-desk-act.ts';
import { useBefore } from '../put-right/putting-right.ts';
import { HowSigned } from './how-signed.tsx';
import { OutcomeBeside } from './outcome-beside.tsx';
import { newReturn, receiverFrom, returnAsEntered, type Relation, type ReturnDraft, stillToDo, toReturnBody } from './return-draft.ts';
import { Returned } from './returned.tsx';
import { ReceiverFields } from './receiver-fields.tsx';

export const ReturnWork = ({ view }: { readonly view: DossierView }) => {
  const navigate = useNavigate();
  const unpaid = view.fees.filter((f) => !f.collected && f.amount > 0);
  const unpaidLines = unpaid.map((f) => f.lineNo);
  const before = useBefore('return-outcome')?.body;
  const [draft, setDraft] = useState<ReturnDraft>(() => {
    const fresh = newReturn(view.parties.applicant, unpaidLines);
    return before ? returnAsEntered(fresh, before, view.parties) : fresh;
  });
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<string>();
  const drawn = useRef<Signed>(undefined);
  const change = (next: Partial<ReturnDraft>) => setDraft((d) => ({ ...d, ...next }));
  const choose = (relation: Relation) =>
    change({
      relation,
      checked: false,
      ...(relation === 'applicant'
        ? receiverFrom(view.parties.applicant)
        : relation === 'owner' && view.parties.owner
          ? receiverFrom(view.parties.owner)
          : { fullName: '', number: '', phone: '', reason: '' }),
    });
  const act = useDeskAct(view, 'return-outcome', 'return-outcome', dossierChanged, (a) => {
    setAsking(false);
    if (a.paperId) void printPaper(a.paperId);
  });
  const todo = stillToDo(draft, unpaidLines);
  const confirm = async () => {
    if (!act.confirmation.demand()) return;
    setFailed(undefined);
    try {
      const signature =
        draft.signedOnPaper
          ? undefined
          : !drawn.current ? before?.signature
          : (await sendFile(await drawn.current(), 'chu-ky.png', storedFileAnswer, () => undefined)).sha256;
      await act.run(toReturnBody(draft, signature));
    } catch (error) {
      setFailed(error instanceof Error ? error.message : 'Chưa gửi được chữ ký.');
    }
  };
  const owner = view.parties.owner;
  const outcome = view.outcomes.at(-1);
  return (
    <Screen
      title={
        <>
          Trả kết quả · <span className="code">{view.code}</span>
        </>
      }
      acts={
        <Link className="button" to="/ho-so/$dossierId" params={{ dossierId: view.dossierId }}>
          Mở hồ sơ
        </Link>
      }
    >
      <div className="return-grid">
        {view.returned ? (
          <Returned view={view} />
        ) : (
          <div className="stack">
            <Panel title="1. Người nhận">
              <div className="stack">
                <RadioGroup
                  legend="Ai đến nhận"
                  hideLegend
                  value={draft.relation}
                  onValue={(v) => choose(v as Relation)}
                  choices={[
                    { value: 'applicant', label: `Người nộp: ${view.parties.applicant.fullName}` },
                    ...(owner ? [{ value: 'owner', label: `Chủ hồ sơ: ${owner.fullName}` }] : []),
                    { value: 'family', label: 'Người thân, có giấy hẹn' },
                    { value: 'authorised', label: 'Người được ủy quyền' },
                  ]}
                />
                <ReceiverFields draft={draft} onChange={change} errors={act.errors} date={dateOf(view.now)} />
                <Check checked={draft.checked} onChecked={(checked) => change({ checked })}>
                  <strong>Đã đối chiếu giấy tờ tùy thân với người nhận</strong>
                </Check>
              </div>
            </Panel>
            <Panel title="2. Giấy hẹn, giấy tờ thu hồi, bản chính">
              <div className="stack">
                <RadioGroup
                  legend="Giấy hẹn"
                  value={draft.receiptShown ? 'shown' : 'lost'}
                  onValue={(v) => change({ receiptShown: v === 'shown' })}
                  choices={[
                    { value: 'shown', label: 'Có, đã thu lại' },
                    { value: 'lost', label: 'Mất giấy hẹn – trả theo giấy tờ tùy thân' },
                  ]}
                />
                {!draft.receiptShown && (
                  <Field
                    label="Ghi chú mất giấy hẹn"
                    name="lostReceiptNote"
                    value={draft.lostReceiptNote}
                    onValue={(lostReceiptNote) => change({ lostReceiptNote })}
                    error={act.errors['lostReceiptNote']}
                    hint="Đã đối chiếu gì, người nhận cam đoan thế nào. Được in ra để ký."
                  />
                )}
                <div className="fields">
                  <div className="w6">
                    <TextAreaField
                      label="Giấy tờ cũ thu hồi"
                      optional
                      name="recalledPapers"
                      value={draft.recalled}
                      onValue={(recalled) => change({ recalled })}
                      hint="Mỗi dòng một loại."
                    />
                  </div>
                  <div className="w6 stack-tight">
                    <Check checked={draft.originalsReturned} onChecked={(originalsReturned) => change({ originalsReturned })}>
                      Đã trả lại bản chính người dân nộp
                    </Check>
                    {unpaid.map((f) => (
                      <Check
                        key={f.lineNo}
                        checked={draft.collected.includes(f.lineNo)}
                        onChecked={(on) =>
                          change({
                            collected: on ? [...draft.collected, f.lineNo] : draft.collected.filter((n) => n !== f.lineNo),
                          })
                        }
                      >
                        Đã thu {f.name}: <strong>{formatMoney(f.amount)}</strong>
                      </Check>
                    ))}
                  </div>
                </div>
              </div>
            </Panel>
            <HowSigned
              draft={draft}
              onChange={change}
              onDrawn={(signed) => { drawn.current = signed; }}
              wasSigned={before?.signature !== undefined}
              errors={act.errors}
            />
          </div>
        )}
        <aside className="stack return-side">
          <OutcomeBeside view={view} />
          {view.state !== 'ready-to-return' && view.state !== 'returned' && (
            <Banner tone="amber">Hồ sơ đang “{view.status.label}”, chưa trả được tại quầy.</Banner>
          )}
          {view.state === 'returned' ? (
            <Button look="main" large onClick={() => void navigate({ to: '/tra-ket-qua' })} autoFocus>
              Người tiếp theo <Key name="F4" />
            </Button>
          ) : (
            <>
              {todo.length > 0 && <p className="field-warning">Còn phải: {todo.join('; ')}.</p>}
              <Button
                look="main"
                large
                hotkey="F9"
                icon="return"
                disabled={todo.length > 0 || view.state !== 'ready-to-return'}
                onClick={() => setAsking(true)}
              >
                Trả kết quả
              </Button>
            </>
          )}
        </aside>
      </div>
      {asking && (
        <ConfirmDialog
          title={`Trả kết quả cho ${draft.fullName}`}
          act="Trả kết quả"
          makes={
            draft.receiptShown && !draft.signing
              ? undefined
              : `Giấy xác nhận đã nhận kết quả, người nhận ${draft.signing ? 'điểm chỉ' : 'ký'}`
          }
          busy={act.busy}
          onClose={() => setAsking(false)}
          onConfirm={() => void confirm()}
        >
          {(act.error ?? failed) && <Banner tone="red">{act.error?.message ?? failed}</Banner>}
          <p>
            Giao <strong>{outcome?.name ?? 'kết quả'}</strong> của hồ sơ <strong className="code">{view.code}</strong> cho{' '}
            <strong>{draft.fullName}</strong>
            {draft.number && <>, số giấy tờ {draft.number}</>}.
          </p>
          <ConfirmationFields me={act.me} state={act.confirmation} error={act.errors['confirmation.pin']} />
        </ConfirmDialog>
      )}
    </Screen>
  );
};

export const ReturnOutcomeScreen = () => {
  const { dossierId } = useParams({ from: '/tra-ket-qua/$dossierId' });
  const dossier = useDossier(dossierId);
  if (statusOf(dossier.error) === 404)
    return (
      <EmptyState whole icon="find" title="Không tìm thấy hồ sơ này">
        Hồ sơ không có, hoặc không thuộc quầy này.
      </EmptyState>
    );
  return (
    <Loaded from={dossier} lines={8}>
      {(view) => <ReturnWork view={view} key={view.dossierId} />}
    </Loaded>
  );
};

// The refusal as it is written and confirmed: for the first time, or again as it was entered.
import { useEffect, useState } from 'react';
import type { Person } from '#core/people/person.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { CatalogueEntry } from '#wire/desk-catalogue.wire.ts';
import { receptionRefusedAnswer } from '#wire/refuse-reception.wire.ts';
import { newId } from '../../api/new-id.ts';
import { useDesk, useMe } from '../../api/session.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog, Dialog } from '../../design/dialog.tsx';
import { Field, SelectField, TextAreaField } from '../../design/field.tsx';
import { Banner, Panel } from '../../design/frames.tsx';
import { PaperPdf, printPaper } from '../../dossier/paper-pdf.tsx';
import { addressWords } from '../../words/person-words.ts';
import { ConfirmationFields, useConfirmation } from '../confirmation.tsx';
import { correctsOf, errorsBefore, useBefore, versionThen } from '../put-right/putting-right.ts';
import { toPerson } from '../receive-dossier/draft-command.ts';
import { shelfOf } from '../receive-dossier/draft-db.ts';
import { useDraftOwner } from '../receive-dossier/use-draft.ts';
import { toldPerson, ToldPersonFields } from '../told-person.tsx';

const OTHER = 'other';

const personOf = (p: Person | undefined) => toldPerson({ personName: p?.fullName, address: p && addressWords(p.address), phone: p?.phone });

export type RefuseWorkProps = {
  readonly entry: CatalogueEntry;
  readonly filed?: DossierView | undefined;
  /** Left without refusing. */
  readonly onBack: () => void;
  /** Refused, its paper asked for. */
  readonly onDone: () => void;
};

export const RefuseWork = ({ entry, filed, onBack, onDone }: RefuseWorkProps) => {
  const { procedure, transfer } = entry;
  const me = useMe();
  const desk = useDesk();
  const { world, owner } = useDraftOwner();
  const before = useBefore('refuse-reception');
  // put right it is a record of its own too: the id of the first may be why it was not taken
  const [refusalId] = useState(newId);
  const [person, setPerson] = useState(() => (before ? toldPerson(before.body) : personOf(filed?.parties.applicant)));
  const [reason, setReason] = useState(before?.body.reason ?? '');
  const grounds = procedure.legalGrounds.map((g) => [g.instrument, g.article].filter(Boolean).join(' '));
  const [chosen, setChosen] = useState(before ? (grounds.find((one) => one === before.body.ground) ?? OTHER) : (grounds[0] ?? OTHER));
  const [own, setOwn] = useState(before && chosen === OTHER ? before.body.ground : '');
  const [asking, setAsking] = useState(false);
  const confirmation = useConfirmation(me, 'refuse-reception', transfer.mode, before !== undefined);
  const again = before !== undefined;
  useEffect(() => {
    // what was entered is not of the draft that lies open now
    if (again) return;
    void shelfOf(world)
      .current(owner)
      .then((draft) => {
        if (!draft || draft.procedureCode !== procedure.code) return;
        setPerson(personOf(toPerson(draft.applicant)));
      });
  }, [world, owner, procedure.code, again]);
  const ground = chosen === OTHER ? own.trim() : chosen;
  const [paperId, setPaperId] = useState<string>();
  const refuse = useAct(
    () => ({
      path: '/api/desk/refusals',
      answer: receptionRefusedAnswer,
      ...correctsOf(before),
      body: {
        refusalId,
        deskId: desk.deskId,
        procedureCode: procedure.code,
        procedureVersion: versionThen(before, procedure),
        personName: person.personName.trim(),
        address: person.address.trim() || undefined,
        phone: person.phone.trim() || undefined,
        email: before?.body.email,
        reason: reason.trim(),
        ground,
        filed: filed && { dossierId: filed.dossierId, revision: filed.revision },
        confirmation: confirmation.value,
      },
    }),
    {
      refresh: [['today'], ['dossier'], ['counter-queue']],
      onDone: (a) => {
        setAsking(false);
        setPaperId(a.paperId);
        if (again) return;
        void shelfOf(world)
          .current(owner)
          .then((draft) => (draft && draft.procedureCode === procedure.code ? shelfOf(world).drop(draft.draftId) : undefined));
      },
    },
  );
  const errors = { ...errorsBefore(before), ...refuse.errors };
  const ready = person.personName.trim() !== '' && reason.trim() !== '' && ground !== '';
  return (
    <>
      <p className="soft">{procedure.name}</p>
      <Banner tone="amber">
        Từ chối tiếp nhận do công chức quyết định và phải nêu căn cứ pháp lý. Nếu chỉ thiếu giấy tờ, hãy lập danh sách hướng dẫn
        bổ sung thay vì từ chối.
      </Banner>
      <Panel>
        <div className="stack">
          <div className="fields">
            <ToldPersonFields label="Họ và tên người nộp" autoFocus person={person} errors={errors} onChange={(change) => setPerson((known) => ({ ...known, ...change }))} />
          </div>
          <TextAreaField
            label="Lý do từ chối, bằng lời người dân hiểu được"
            name="reason"
            value={reason}
            onValue={setReason}
            error={errors['reason']}
          />
          <div className="fields">
            <SelectField
              width="w6"
              label="Căn cứ pháp lý"
              name="ground"
              value={chosen}
              onValue={setChosen}
              options={[...grounds.map((g) => ({ value: g, label: g })), { value: OTHER, label: 'Văn bản khác…' }]}
              error={errors['ground']}
            />
            {chosen === OTHER && <Field width="w6" label="Văn bản, điều khoản" name="groundOther" value={own} onValue={setOwn} />}
          </div>
          <div className="row-end">
            <Button onClick={onBack}>
              {again ? 'Đóng' : 'Quay lại tiếp nhận'}
            </Button>
            <Button look="red" hotkey="F9" disabled={!ready} onClick={() => setAsking(true)}>
              Từ chối tiếp nhận
            </Button>
          </div>
        </div>
      </Panel>
      {asking && (
        <ConfirmDialog
          title={`Từ chối tiếp nhận hồ sơ của ${person.personName}`}
          act="Từ chối tiếp nhận"
          red
          makes="Phiếu từ chối tiếp nhận giải quyết hồ sơ"
          busy={refuse.busy}
          onClose={() => setAsking(false)}
          onConfirm={() => { if (confirmation.demand()) void refuse.run(undefined); }}
        >
          {refuse.error && <Banner tone="red">{refuse.error.message}</Banner>}
          <dl className="facts">
            <dt>Lý do</dt>
            <dd>{reason}</dd>
            <dt>Căn cứ</dt>
            <dd>{ground}</dd>
          </dl>
          <ConfirmationFields me={me} state={confirmation} error={errors['confirmation.pin']} />
        </ConfirmDialog>
      )}
      {paperId && (
        <Dialog
          wide
          title="Đã từ chối tiếp nhận"
          onClose={onDone}
          foot={
            <>
              <Button onClick={onDone}>Đóng</Button>
              <Button look="main" icon="print" onClick={() => void printPaper(paperId)} autoFocus>
                In phiếu từ chối
              </Button>
            </>
          }
        >
          <PaperPdf paperId={paperId} title="Phiếu từ chối tiếp nhận giải quyết hồ sơ" />
        </Dialog>
      )}
    </>
  );
};

// Refusing reception is an officer's act with its legal ground, on paper (form 03); a clerk has it confirmed.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
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
import { Banner, EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { useDossier } from '../../dossier/use-dossier.ts';
import { PaperPdf, printPaper } from '../../dossier/paper-pdf.tsx';
import { addressWords } from '../../words/person-words.ts';
import { ConfirmationFields, useConfirmation } from '../confirmation.tsx';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { toPerson } from '../receive-dossier/draft-command.ts';
import { shelfOf } from '../receive-dossier/draft-db.ts';
import { useDraftOwner } from '../receive-dossier/use-draft.ts';

const OTHER = 'other';

const personOf = (p: Person | undefined) => ({
  name: p?.fullName ?? '',
  address: p ? addressWords(p.address) : '',
  phone: p?.phone ?? '',
});

const RefuseWork = ({ entry, filed }: { readonly entry: CatalogueEntry; readonly filed?: DossierView | undefined }) => {
  const { procedure, transfer } = entry;
  const me = useMe();
  const desk = useDesk();
  const navigate = useNavigate();
  const { world, owner } = useDraftOwner();
  const [refusalId] = useState(newId);
  const [person, setPerson] = useState(() => personOf(filed?.parties.applicant));
  const [reason, setReason] = useState('');
  const grounds = procedure.legalGrounds.map((g) => [g.instrument, g.article].filter(Boolean).join(' '));
  const [chosen, setChosen] = useState(grounds[0] ?? OTHER);
  const [own, setOwn] = useState('');
  const [asking, setAsking] = useState(false);
  const confirmation = useConfirmation(me, 'refuse-reception', transfer.mode);
  useEffect(() => {
    void shelfOf(world)
      .current(owner)
      .then((draft) => {
        if (!draft || draft.procedureCode !== procedure.code) return;
        setPerson(personOf(toPerson(draft.applicant)));
      });
  }, [world, owner, procedure.code]);
  const ground = chosen === OTHER ? own.trim() : chosen;
  const [paperId, setPaperId] = useState<string>();
  const refuse = useAct(
    () => ({
      path: '/api/desk/refusals',
      answer: receptionRefusedAnswer,
      body: {
        refusalId,
        deskId: desk.deskId,
        procedureCode: procedure.code,
        procedureVersion: procedure.version,
        personName: person.name.trim(),
        address: person.address.trim() || undefined,
        phone: person.phone.trim() || undefined,
        reason: reason.trim(),
        ground,
        filed: filed && { dossierId: filed.dossierId, revision: filed.revision },
        confirmation: confirmation.value,
      },
    }),
    {
      refresh: [['today'], ['dossier']],
      onDone: (a) => {
        setAsking(false);
        setPaperId(a.paperId);
        void shelfOf(world)
          .current(owner)
          .then((draft) => (draft && draft.procedureCode === procedure.code ? shelfOf(world).drop(draft.draftId) : undefined));
      },
    },
  );
  const ready = person.name.trim() !== '' && reason.trim() !== '' && ground !== '';
  const set = (change: Partial<typeof person>) => setPerson((p) => ({ ...p, ...change }));
  return (
    <Screen title="Từ chối tiếp nhận">
      <p className="soft">{procedure.name}</p>
      <Banner tone="amber">
        Từ chối tiếp nhận do công chức quyết định và phải nêu căn cứ pháp lý. Nếu chỉ thiếu giấy tờ, hãy lập danh sách hướng dẫn
        bổ sung thay vì từ chối.
      </Banner>
      <Panel>
        <div className="stack">
          <div className="fields">
            <Field
              width="w5"
              label="Họ và tên người nộp"
              name="personName"
              value={person.name}
              onValue={(name) => set({ name })}
              error={refuse.errors['personName']}
              autoFocus
            />
            <Field
              width="w5"
              label="Địa chỉ"
              optional
              name="address"
              value={person.address}
              onValue={(address) => set({ address })}
              error={refuse.errors['address']}
            />
            <Field
              width="w2"
              label="Điện thoại"
              optional
              name="phone"
              value={person.phone}
              onValue={(phone) => set({ phone })}
              error={refuse.errors['phone']}
            />
          </div>
          <TextAreaField
            label="Lý do từ chối, bằng lời người dân hiểu được"
            name="reason"
            value={reason}
            onValue={setReason}
            error={refuse.errors['reason']}
          />
          <div className="fields">
            <SelectField
              width="w6"
              label="Căn cứ pháp lý"
              name="ground"
              value={chosen}
              onValue={setChosen}
              options={[...grounds.map((g) => ({ value: g, label: g })), { value: OTHER, label: 'Văn bản khác…' }]}
              error={refuse.errors['ground']}
            />
            {chosen === OTHER && <Field width="w6" label="Văn bản, điều khoản" name="groundOther" value={own} onValue={setOwn} />}
          </div>
          <div className="row-end">
            <Button
              onClick={() =>
                void navigate({
                  to: '/tiep-nhan/$procedureCode',
                  params: { procedureCode: procedure.code },
                  search: filed ? { filing: filed.dossierId } : {},
                })
              }
            >
              Quay lại tiếp nhận
            </Button>
            <Button look="red" hotkey="F9" disabled={!ready} onClick={() => setAsking(true)}>
              Từ chối tiếp nhận
            </Button>
          </div>
        </div>
      </Panel>
      {asking && (
        <ConfirmDialog
          title={`Từ chối tiếp nhận hồ sơ của ${person.name}`}
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
          <ConfirmationFields me={me} state={confirmation} error={refuse.errors['confirmation.pin']} />
        </ConfirmDialog>
      )}
      {paperId && (
        <Dialog
          wide
          title="Đã từ chối tiếp nhận"
          onClose={() => void navigate({ to: '/tiep-nhan' })}
          foot={
            <>
              <Button onClick={() => void navigate({ to: '/tiep-nhan' })}>Đóng</Button>
              <Button look="main" icon="print" onClick={() => void printPaper(paperId)} autoFocus>
                In phiếu từ chối
              </Button>
            </>
          }
        >
          <PaperPdf paperId={paperId} title="Phiếu từ chối tiếp nhận giải quyết hồ sơ" />
        </Dialog>
      )}
    </Screen>
  );
};

const WithFiling = ({ entry }: { readonly entry: CatalogueEntry }) => {
  const { filing } = useSearch({ from: '/tu-choi/$procedureCode' });
  const filed = useDossier(filing ?? '', filing !== undefined);
  if (filing === undefined) return <RefuseWork entry={entry} />;
  return (
    <Loaded from={filed}>
      {(view) => <RefuseWork entry={entry} filed={view.state === 'filed-online' ? view : undefined} />}
    </Loaded>
  );
};

export const RefuseReceptionScreen = () => {
  const { procedureCode } = useParams({ from: '/tu-choi/$procedureCode' });
  const catalogue = useCatalogue();
  return (
    <Loaded from={catalogue}>
      {(data) => {
        const entry = data.entries.find((e) => e.procedure.code === procedureCode);
        return entry ? (
          <WithFiling entry={entry} key={procedureCode} />
        ) : (
          <EmptyState whole icon="info" title="Quầy này không tiếp nhận thủ tục đó hôm nay" />
        );
      }}
    </Loaded>
  );
};

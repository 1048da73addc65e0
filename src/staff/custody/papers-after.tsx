// Papers that follow their dossier: at the desk what waits to go and its record, at the agency what comes and is signed for.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type PapersAfterSent, type PapersAfterTaken, type PapersAfterView, type PapersComingView, papersAfterSent, papersAfterTaken, papersAfterView, papersComingView,
} from '#wire/papers-after.wire.ts';
import { newId } from '../api/new-id.ts';
import { ask } from '../api/request.ts';
import { useMe } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/choices.tsx';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field } from '../design/field.tsx';
import { Banner, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { toast } from '../design/toast.tsx';
import { MadePaper } from '../dossier/made-paper.tsx';
import { paperUrl } from '../dossier/paper-pdf.tsx';
import { SignFor, signatureOf, useSignDraft } from '../office/sign-for.tsx';
import { shortMoment } from '../words/moment-words.ts';

type Group = PapersAfterView['groups'][number];
type Coming = PapersComingView['records'][number];
const KEY = ['custody', 'papers-after'] as const;
const REFRESH = [['custody'], ['dossier'], ['office']];
const piecesOf = (dossiers: Group['dossiers']): number => dossiers.reduce((sum, { pieces }) => sum + pieces, 0);

const SendDialog = ({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) => {
  const me = useMe();
  const [recordId] = useState(newId);
  const [held] = useState(group);
  const [made, setMade] = useState<PapersAfterSent>();
  const send = useAct(() => ({
    path: '/api/desk/papers-after', answer: papersAfterSent, body: { recordId, deskId: me.desk?.deskId, agencyUnitId: held.agencyUnitId, dossierIds: held.dossiers.map(({ dossierId }) => dossierId) },
  }), { refresh: REFRESH, onDone: setMade });
  if (made) return <MadePaper title={`Đã chuyển giấy tờ của ${made.dossiers} hồ sơ`} name={`Biên bản giao nhận ${made.recordNumber}`} paperId={made.recordId} onClose={onClose} />;
  return (
    <ConfirmDialog title={`Chuyển giấy tờ bổ sung đến ${held.agencyName}`} act="Chuyển giấy tờ" makes="Biên bản giao nhận hồ sơ" busy={send.busy} onClose={onClose} onConfirm={() => void send.run(undefined)}>
      {send.error && <Banner tone="red">{send.error.message}</Banner>}
      <ol className="numbered">{held.dossiers.map(({ dossierId, code, ownerName, pieces }) => <li key={dossierId}><strong className="code">{code}</strong> · {ownerName} · {pieces} bản giấy</li>)}</ol>
    </ConfirmDialog>
  );
};

export const PapersToFollow = () => {
  const view = useQuery({ queryKey: [...KEY, 'desk'], queryFn: ({ signal }) => ask('/api/desk/papers-after', papersAfterView, signal), refetchInterval: 60_000 });
  const [sending, setSending] = useState<Group>();
  const groups = view.data?.groups ?? [];
  return (
    <>
      {groups.length > 0 && (
        <Panel title="Giấy tờ bổ sung chờ chuyển theo hồ sơ" count={groups.reduce((sum, { dossiers }) => sum + dossiers.length, 0)} flush>
          <Table
            caption="Giấy tờ bổ sung chờ chuyển, theo cơ quan" rows={groups} rowKey={({ agencyUnitId }) => agencyUnitId}
            columns={[
              { head: 'Cơ quan đang giải quyết', cell: ({ agencyName }) => <strong>{agencyName}</strong> },
              { head: 'Hồ sơ', cell: ({ dossiers }) => dossiers.map(({ dossierId, code, ownerName }) => <div key={dossierId}><span className="code">{code}</span> <span className="faint">{ownerName}</span></div>) },
              { head: 'Bản giấy', number: true, cell: ({ dossiers }) => piecesOf(dossiers) },
              { head: 'Việc', cell: (group) => <Button look="main" onClick={() => setSending(group)}>Chuyển giấy tờ<span className="hidden-label"> đến {group.agencyName}</span></Button> },
            ]}
          />
        </Panel>
      )}
      {sending && <SendDialog group={sending} onClose={() => setSending(undefined)} />}
    </>
  );
};

const TakeDialog = ({ record, onClose }: { readonly record: Coming; readonly onClose: () => void }) => {
  const [held] = useState(record);
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [sign, setSign] = useSignDraft();
  const signature = signatureOf(sign);
  const take = useAct<object, PapersAfterTaken>((body) => ({ path: `/api/office/papers-after/${held.recordId}/take`, answer: papersAfterTaken, body }), {
    refresh: REFRESH, onDone: ({ received, missing }) => { onClose(); toast(`Đã nhận giấy tờ của ${received} hồ sơ${missing > 0 ? `, ${missing} hồ sơ không có trong biên bản giao` : ''}.`, missing > 0 ? 'red' : 'plain'); },
  });
  const isMissing = (id: string): boolean => id in notes;
  const unsaid = Object.values(notes).some((note) => note.trim() === '');
  const set = (id: string, there: boolean) => setNotes(there ? Object.fromEntries(Object.entries(notes).filter(([key]) => key !== id)) : { ...notes, [id]: 'Không có khi kiểm đếm' });
  return (
    <ConfirmDialog
      title={`Nhận giấy tờ bổ sung, biên bản ${held.recordNumber}`} act="Ký nhận" makes={`Biên bản giao nhận ${held.recordNumber}: bên nhận đã ký`} busy={take.busy} onClose={onClose}
      onConfirm={() => {
        setSign({ ...sign, tried: true });
        if (!signature || unsaid) return;
        void take.run({ received: held.dossiers.filter(({ dossierId }) => !isMissing(dossierId)).map(({ dossierId }) => dossierId), missing: Object.entries(notes).map(([dossierId, note]) => ({ dossierId, note: note.trim() })), signature });
      }}
    >
      {take.error && <Banner tone="red">{take.error.message}</Banner>}
      <p>{held.deskName} giao {shortMoment(held.sentAt)} · {held.sentByName}. Bỏ chọn hồ sơ không có giấy tờ kèm theo.</p>
      {held.dossiers.map(({ dossierId, code, ownerName, pieces }) => (
        <div key={dossierId}>
          <Check checked={!isMissing(dossierId)} onChecked={(on) => set(dossierId, on)}><span className="code">{code}</span> {ownerName} · {pieces} bản giấy</Check>
          {isMissing(dossierId) && <Field label={`Ghi rõ cho ${code}`} value={notes[dossierId] ?? ''} onValue={(note) => setNotes({ ...notes, [dossierId]: note })} maxLength={300} error={(notes[dossierId] ?? '').trim() === '' ? 'Ghi rõ để hai bên cùng xử lý.' : undefined} />}
        </div>
      ))}
      <SignFor draft={sign} onDraft={setSign} />
    </ConfirmDialog>
  );
};

export const PapersComing = () => {
  const view = useQuery({ queryKey: [...KEY, 'office'], queryFn: ({ signal }) => ask('/api/office/papers-after', papersComingView, signal), refetchInterval: 60_000 });
  const [taking, setTaking] = useState<Coming>();
  const records = view.data?.records ?? [];
  return (
    <>
      {records.length > 0 && (
        <Panel title="Giấy tờ bổ sung đang đến theo hồ sơ" count={records.length} flush>
          <Table
            caption="Giấy tờ bổ sung đang đến, theo biên bản" rows={records} rowKey={({ recordId }) => recordId}
            columns={[
              { head: 'Biên bản', cell: ({ recordId, recordNumber }) => <a href={paperUrl(recordId)} target="_blank" rel="noreferrer">{recordNumber}</a> },
              { head: 'Nơi giao', cell: ({ deskName, sentAt, sentByName }) => <>{deskName}<div className="faint">{sentByName} · {shortMoment(sentAt)}</div></> },
              { head: 'Hồ sơ', cell: ({ dossiers }) => dossiers.map(({ dossierId, code, ownerName }) => <div key={dossierId}><span className="code">{code}</span> <span className="faint">{ownerName}</span></div>) },
              { head: 'Việc', cell: (record) => <Button look="main" onClick={() => setTaking(record)}>Ký nhận<span className="hidden-label"> biên bản {record.recordNumber}</span></Button> },
            ]}
          />
        </Panel>
      )}
      {taking && <TakeDialog record={taking} onClose={() => setTaking(undefined)} />}
    </>
  );
};

// The place where a dossier is worked: the papers beside what was declared, the due moment, the steps,
// and one obvious next act for whoever is looking.
import '../../dossier/dossier.css';
import '../office.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { controlSlipAnswer, type OfficeWorkView } from '#wire/office-work.wire.ts';
import { act } from '../../api/request.ts';
import { statusOf } from '../../api/problem.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState, Loaded } from '../../design/frames.tsx';
import { StatusChip } from '../../design/status-chip.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { toast } from '../../design/toast.tsx';
import { useNextFocus } from '../../design/use-next-focus.ts';
import { DossierDue } from '../../dossier/dossier-due.tsx';
import { DossierTransit } from '../../dossier/dossier-transit.tsx';
import { FeesPart, HandsPart, PeoplePart } from '../../dossier/dossier-parts.tsx';
import { JournalPart, PathPart } from '../../dossier/dossier-path.tsx';
import { NoticesPart } from '../../dossier/notices-part.tsx';
import { printPaper } from '../../dossier/paper-pdf.tsx';
import { useDossier } from '../../dossier/use-dossier.ts';
import { OfficeDialog } from '../dialogs/office-dialog.tsx';
import { useOfficeScanner } from '../use-office-scanner.ts';
import { useWork } from '../use-office.ts';
import { nextActs, type OfficeDoing } from '../next-act.ts';
import { dueSignature } from '../signing/due-signature.ts';
import { SignaturesPanel } from '../signing/signatures-panel.tsx';
import { useSignatures } from '../signing/use-signatures.ts';
import { PaperDesk } from './paper-desk.tsx';
import { RoundNotes } from './round-notes.tsx';
import { StepsTrack } from './steps-track.tsx';

const printControlSlip = async (dossierId: string): Promise<void> => {
  const { paperId } = await act({ path: `/api/office/dossiers/${dossierId}/control-slip`, body: {}, answer: controlSlipAnswer });
  await printPaper(paperId);
};

/** Out of the ordinary: at hand, but not in the way of the day's work. */
const RARE: ReadonlySet<OfficeDoing> = new Set(['apologise', 'extend', 'record-supplement', 'withdraw']);

const Acts = ({ view, work }: { readonly view: DossierView; readonly work: OfficeWorkView }) => {
  const [doing, setDoing] = useState<OfficeDoing>();
  useNextFocus(view.revision);
  const { data: signing } = useSignatures(view.dossierId);
  const { main, others } = nextActs({ state: view.state, work, toSign: dueSignature(signing?.papers ?? [])?.mine?.as });
  const rare = others.filter((one) => RARE.has(one.doing));
  const menu = rare.length > 1;
  const plain = menu ? others.filter((one) => !RARE.has(one.doing)) : others;
  const buttonOf = (one: (typeof others)[number]) => <Button key={one.doing} look={one.red ? 'red' : 'normal'} onClick={() => setDoing(one.doing)}>{one.label}</Button>;
  const slip = (
    <Button look="plain" icon="print" onClick={(e) => {
      e.currentTarget.closest('details')?.removeAttribute('open');
      printControlSlip(view.dossierId).catch((error: unknown) => toast(error instanceof Error ? error.message : 'Chưa in được.', 'red'));
    }}>Phiếu kiểm soát</Button>
  );
  return (
    <div className="act-menu">
      {!menu && slip}
      {plain.map(buttonOf)}
      {menu && (
        <details className="more-acts">
          <summary className="button">Việc khác</summary>
          {/* a press inside has done what the menu was opened for */}
          <div className="more-acts-list">{rare.map((one) => <Button key={one.doing} look={one.red ? 'red' : 'normal'} onClick={(e) => { e.currentTarget.closest('details')?.removeAttribute('open'); setDoing(one.doing); }}>{one.label}</Button>)}{slip}</div>
        </details>
      )}
      {main && <Button look={main.red ? 'red' : 'main'} hotkey="F9" onClick={() => setDoing(main.doing)}>{main.label}</Button>}
      {doing && <OfficeDialog doing={doing} view={view} work={work} onClose={() => setDoing(undefined)} />}
    </div>
  );
};

const Workspace = ({ view, work }: { readonly view: DossierView; readonly work: OfficeWorkView }) => {
  const [tab, setTab] = useState('answers');
  const owner = view.parties.owner ?? view.parties.applicant;
  return (
    <div className="screen workspace">
      <header className="dossier-head">
        <div className="stack-tight grow">
          <h1><Link to="/co-quan/ho-so" className="back-link" aria-label="Về hồ sơ chờ xử lý" title="Về hồ sơ chờ xử lý (F7)">←</Link><span className="code">{view.code}</span> <StatusChip state={view.state} /></h1>
          <p><strong>{owner.fullName}</strong> · {view.procedure.name}</p>
        </div>
        <Acts view={view} work={work} />
      </header>
      <div className="workspace-strip">
        <div className="workspace-due">
          <DossierDue view={view} dutyAskedAt={work.financialDuties.find((one) => !one.settledAt)?.askedAt} />
          <DossierTransit view={view} />
        </div>
        <StepsTrack view={view} work={work} />
      </div>
      <RoundNotes view={view} work={work} />
      <div className="workspace-body">
        <PaperDesk key={view.state} view={view} draftFile={work.proposal?.draftFile} />
        <div className="workspace-side">
          <SignaturesPanel view={view} />
          <Tabs label="Nội dung hồ sơ" value={tab} onValue={setTab} tabs={[{ id: 'answers', label: 'Tờ khai' }, { id: 'reception', label: 'Tiếp nhận, phí' }, { id: 'path', label: 'Đường đi', count: view.handOvers.length + view.steps.length }, { id: 'notices', label: 'Báo tin', count: view.notices.length }, { id: 'journal', label: 'Nhật ký', count: view.journal.length }]}>
            {tab === 'answers' && <PeoplePart view={view} />}
            {tab === 'reception' && <div className="stack"><HandsPart view={view} /><FeesPart view={view} /></div>}
            {tab === 'path' && <PathPart view={view} />}
            {tab === 'notices' && <NoticesPart view={view} />}
            {tab === 'journal' && <JournalPart view={view} />}
          </Tabs>
        </div>
      </div>
    </div>
  );
};

export const WorkspaceScreen = () => {
  const { dossierId } = useParams({ strict: false }) as { readonly dossierId: string };
  useOfficeScanner();
  const dossier = useDossier(dossierId);
  const work = useWork(dossierId);
  if (statusOf(dossier.error) === 404 || statusOf(work.error) === 404) return <EmptyState whole icon="find" title="Không tìm thấy hồ sơ này">Hồ sơ không có, hoặc không thuộc cơ quan của ông/bà.</EmptyState>;
  return (
    <Loaded from={dossier} lines={10}>
      {(view) => <Loaded from={work} lines={10}>{(known) => <Workspace view={view} work={known} key={view.dossierId} />}</Loaded>}
    </Loaded>
  );
};

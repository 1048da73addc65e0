// Everything about one dossier, for the desk and for the agency; the acts this person may do now on top.
import './dossier.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { statusOf } from '../api/problem.ts';
import { Banner, EmptyState, Loaded } from '../design/frames.tsx';
import { StatusChip } from '../design/status-chip.tsx';
import { Tabs } from '../design/tabs.tsx';
import { Differences } from '../way-back/differences.tsx';
import { DossierActs } from './dossier-acts.tsx';
import { DossierDue } from './dossier-due.tsx';
import { DossierTransit } from './dossier-transit.tsx';
import { EnvelopeActs } from './envelope-acts.tsx';
import { FeesPart, HandsPart, PeoplePart } from './dossier-parts.tsx';
import { JournalPart, PathPart } from './dossier-path.tsx';
import { NoticesPart } from './notices-part.tsx';
import { PapersPart } from './dossier-papers.tsx';
import { SentOnline } from './sent-online.tsx';
import { useDossier } from './use-dossier.ts';

const Where = ({ view }: { readonly view: DossierView }) => (
  <p className="soft">
    {view.agencyName}
    {view.sectionName && <> · {view.sectionName}</>}
    {view.assigneeName && (
      <>
        {' '}
        · đang xử lý: <strong>{view.assigneeName}</strong>
      </>
    )}
  </p>
);

export const DossierPage = ({ view }: { readonly view: DossierView }) => {
  const [tab, setTab] = useState('papers');
  const open = view.supplementRequests.find((r) => !r.answeredAt);
  return (
    <div className="screen dossier">
      <header className="dossier-head">
        <div className="stack-tight grow">
          <h1>
            <span className="code">{view.code}</span> <StatusChip state={view.state} />
          </h1>
          <p>
            <strong>{view.parties.owner?.fullName ?? view.parties.applicant.fullName}</strong> · {view.procedure.name}
          </p>
          <Where view={view} />
        </div>
        <DossierActs view={view} />
      </header>
      {open && (
        <Banner tone="amber">
          <strong>Cơ quan yêu cầu bổ sung:</strong> {open.items.map((i) => i.name).join('; ')}. {open.reason}
        </Banner>
      )}
      <SentOnline view={view} />
      {view.papersBack?.place !== 'given-back' && <Differences back={view.papersBack} />}
      <div className="dossier-body">
        <div className="stack">
          <Tabs
            label="Nội dung hồ sơ"
            value={tab}
            onValue={setTab}
            tabs={[
              { id: 'papers', label: 'Giấy tờ', count: view.papers.length + view.issuedPapers.length },
              { id: 'answers', label: 'Tờ khai' },
              { id: 'path', label: 'Đường đi và các bước', count: view.handOvers.length + view.steps.length },
              { id: 'notices', label: 'Báo tin', count: view.notices.length },
              { id: 'journal', label: 'Nhật ký', count: view.journal.length },
            ]}
          >
            {tab === 'papers' && <PapersPart key={view.issuedPapers.length} view={view} />}
            {tab === 'answers' && <PeoplePart view={view} />}
            {tab === 'path' && <PathPart view={view} />}
            {tab === 'notices' && <NoticesPart view={view} />}
            {tab === 'journal' && <JournalPart view={view} />}
          </Tabs>
        </div>
        <aside className="stack">
          <DossierDue view={view} />
          <DossierTransit view={view} />
          <EnvelopeActs view={view} />
          <HandsPart view={view} />
          <FeesPart view={view} />
        </aside>
      </div>
    </div>
  );
};

export const DossierScreen = () => {
  const { dossierId } = useParams({ from: '/ho-so/$dossierId' });
  const dossier = useDossier(dossierId);
  if (statusOf(dossier.error) === 404)
    return (
      <EmptyState whole icon="find" title="Không tìm thấy hồ sơ này">
        Hồ sơ không có, hoặc không thuộc quầy và đơn vị của bạn.
      </EmptyState>
    );
  return (
    <Loaded from={dossier} lines={10}>
      {(view) => <DossierPage view={view} key={view.dossierId} />}
    </Loaded>
  );
};

// One complaint: what about and by when, how it ended, and the whole trail of the papers.
import '../dossier/dossier.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { MOST_PROOFS } from '#core/complaint/complaint.ts';
import { formatDate, formatDay, formatMoney } from '#core/kernel/format.ts';
import { paperTitleOf } from '#documents/kit/paper-titles.ts';
import { COMPLAINANT_WORDS, COMPLAINT_STATE_WORDS, GROUND_WORDS, PROOF_WORDS, RESULT_WORDS, SUBJECT_WORDS } from '#wire/complaint-words.ts';
import type { ComplaintView } from '#wire/complaints.wire.ts';
import { CASE_WORDS } from '#core/custody/case-words.ts';
import { Button } from '../design/button.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { CustodyTracks } from '../dossier/custody-track.tsx';
import { paperUrl, postPaperUrl } from '../dossier/paper-pdf.tsx';
import { fullMoment } from '../words/moment-words.ts';
import { EndDialog } from './end-dialog.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { LIST_PATHS, type Side, pdfUrl, proofUrl, useComplaint, useTakeUp } from './use-complaints.ts';

/** At the post only its own papers are opened. */
const urlOf = (side: Side, { paperId, kind }: ComplaintView['trail']['papers'][number]): string | undefined => {
  if (side === 'desk') return paperUrl(paperId);
  return kind === 'posting-slip' || kind === 'hand-over-record' ? postPaperUrl(paperId) : undefined;
};

const Trail = ({ side, trail }: { readonly side: Side; readonly trail: ComplaintView['trail'] }) => (
  <>
    <Panel title="Giấy tờ đã qua tay ai">
      {trail.custody.length === 0 ? <EmptyState icon="paper" title="Không có giấy tờ bản giấy">Chưa có giấy tờ nào được chuyển.</EmptyState> : <CustodyTracks custody={trail.custody} opens={side === 'desk' ? paperUrl : postPaperUrl} />}
    </Panel>
    <Panel title="Giấy tờ kèm theo" count={trail.papers.length + trail.scans.length}>
      <ul>
        {trail.papers.map((paper) => {
          const name = `${paperTitleOf(paper.kind, paper.version) ?? paper.kind}${paper.number === undefined ? '' : ` ${paper.number}`}, ${fullMoment(paper.issuedAt)}`;
          const url = urlOf(side, paper);
          return <li key={paper.paperId}>{url !== undefined ? <a href={url} target="_blank" rel="noreferrer">{name}</a> : name}</li>;
        })}
        {trail.scans.map((scan) => <li key={scan.sha256}>{side === 'desk' ? <a href={`/api/files/${scan.sha256}`} target="_blank" rel="noreferrer">Bản quét: {scan.name}</a> : `Bản quét: ${scan.name}`}</li>)}
        {trail.cases.map((one) => <li key={one.caseId}>{CASE_WORDS[one.kind]} ({one.isOpen ? 'chưa xử lý' : 'đã xử lý'}): {one.note}</li>)}
      </ul>
    </Panel>
  </>
);

const One = ({ side, view }: { readonly side: Side; readonly view: ComplaintView }) => {
  const { complaint, complainant, end } = view;
  const [ending, setEnding] = useState<'settle' | 'refuse'>();
  const [adding, setAdding] = useState(false);
  const takeUp = useTakeUp(side, complaint.complaintId);
  return (
    <div className="stack">
      {takeUp.error && <Banner tone="red">{takeUp.error.message}</Banner>}
      {view.isOutOfTime && view.lastDay && !end && <Banner tone="amber">Tiếp nhận sau khi hết thời hiệu khiếu nại ({formatDate(view.lastDay)}).</Banner>}
      <div className="row">
        <a className="button" href={pdfUrl(side, complaint.complaintId, 'receipt')} target="_blank" rel="noreferrer">Giấy tiếp nhận</a>
        {end && <a className="button" href={pdfUrl(side, complaint.complaintId, 'notice')} target="_blank" rel="noreferrer">Thông báo {end.noticeNumber}</a>}
        {complaint.state === 'received' && <Button look="main" icon="check" busy={takeUp.busy} onClick={() => void takeUp.run({})}>Nhận giải quyết</Button>}
        {complaint.state === 'being-settled' && <Button look="main" icon="check" onClick={() => setEnding('settle')}>Ghi kết quả giải quyết</Button>}
        {!end && view.proofs.length < MOST_PROOFS && <Button onClick={() => setAdding(true)}>Bổ sung chứng cứ</Button>}
        {!end && <Button onClick={() => setEnding('refuse')}>Từ chối giải quyết</Button>}
      </div>
      <Panel title="Nội dung">
        <p><strong>{complainant.organisationName ? `${complainant.organisationName}, ${complainant.fullName}` : complainant.fullName}</strong> ({COMPLAINANT_WORDS[complaint.by]}), {complainant.address}{complainant.phone && `, ${complainant.phone}`}.</p>
        <p>{SUBJECT_WORDS[complaint.subject]} <span className="code">{complaint.subjectCode}</span>, {complaint.deskName}{view.proofNumber && <>, phiếu gửi <span className="code">{view.proofNumber}</span></>}.</p>
        <p className="prose">{view.content}</p>
        {view.wish && <p>Yêu cầu: {view.wish}</p>}
        {view.proofs.length > 0 && (
          <>
            <p>Kèm theo khiếu nại:</p>
            <ul>{view.proofs.map(({ proofNo, kind, addedAt, addedByName }) => (
              <li key={proofNo}><a href={proofUrl(side, complaint.complaintId, proofNo)} target="_blank" rel="noreferrer">Tệp {proofNo}: {PROOF_WORDS[kind]}</a> <span className="faint">{addedByName}, {fullMoment(addedAt)}</span></li>
            ))}</ul>
          </>
        )}
      </Panel>
      {end ? (
        <Panel title={COMPLAINT_STATE_WORDS[complaint.state]}>
          <p><strong>{end.result ? RESULT_WORDS[end.result] : end.refusedBy && GROUND_WORDS[end.refusedBy]}</strong>, {end.byName}, {fullMoment(end.at)}.</p>
          {end.ground && <p>Căn cứ: {end.ground}</p>}
          <p className="prose">{end.note}</p>
          {end.compensation !== undefined && end.compensation > 0 && <p>Bồi thường <strong>{formatMoney(end.compensation)}</strong>.</p>}
        </Panel>
      ) : (
        <Panel title={<>Giải quyết chậm nhất <span className={complaint.isOverdue ? 'due-late' : undefined}>{formatDay(complaint.settleBy)}</span></>}>
          <details className="due-why"><summary>Hạn giải quyết tính thế nào?</summary><ol>{view.explanation.map((line) => <li key={line.text}>{line.text}{line.law && <> <small>({line.law})</small></>}</li>)}</ol></details>
          {view.lastDay && <p className="soft">Thời gian toàn trình kết thúc {view.transitEndsOn && formatDate(view.transitEndsOn)}; thời hiệu khiếu nại đến hết {formatDate(view.lastDay)}.</p>}
        </Panel>
      )}
      <Trail side={side} trail={view.trail} />
      {adding && <ProofDialog side={side} view={view} onClose={() => setAdding(false)} />}
      {ending && <EndDialog side={side} view={view} kind={ending} onClose={() => setEnding(undefined)} />}
    </div>
  );
};

const Complaint = ({ side, complaintId }: { readonly side: Side; readonly complaintId: string }) => {
  const found = useComplaint(side, complaintId);
  return (
    <Screen
      title={found.data ? <>Khiếu nại {found.data.complaint.number} <span className="chip">{COMPLAINT_STATE_WORDS[found.data.complaint.state]}</span></> : 'Khiếu nại'}
      acts={<Link className="button" to={LIST_PATHS[side]}>Mọi khiếu nại</Link>}
    >
      <Loaded from={found} lines={8}>{(view) => <One side={side} view={view} />}</Loaded>
    </Screen>
  );
};

export const DeskComplaintScreen = () => <Complaint side="desk" complaintId={useParams({ from: '/khieu-nai/$complaintId' }).complaintId} />;
export const PostComplaintScreen = () => <Complaint side="post" complaintId={useParams({ from: '/khieu-nai-buu-chinh/$complaintId' }).complaintId} />;

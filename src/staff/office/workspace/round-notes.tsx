// What this round brings along: the proposal before the signer, why it came back, what the law says about asking.
import { formatMoment } from '#core/kernel/format.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';
import { Banner } from '../../design/frames.tsx';
import { SentOnline } from '../../dossier/sent-online.tsx';
import { waitingAnswerOf } from '../../dossier/waiting-answer.ts';
import { Differences } from '../../way-back/differences.tsx';
import { fullMoment, shortMoment } from '../../words/moment-words.ts';

const Proposal = ({ proposal }: { readonly proposal: NonNullable<OfficeWorkView['proposal']> }) => (
  proposal.kind === 'refuse'
    ? <Banner tone="red"><strong>{proposal.by} đề nghị từ chối giải quyết.</strong> {proposal.reason} <span className="faint">Căn cứ: {proposal.legalGround}</span></Banner>
    : <Banner><strong>{proposal.by} đề nghị giải quyết{proposal.note ? ': ' : '.'}</strong>{proposal.note} <span className="faint">{shortMoment(proposal.at)}</span></Banner>
);

const ApologyNote = ({ apology }: { readonly apology: OfficeWorkView['apologies'][number] }) => {
  switch (apology.decision) {
    case 'signed': return <Banner tone="info"><strong>Đã xin lỗi, hẹn lại {formatMoment(apology.newDue)}</strong> (hẹn cũ {formatMoment(apology.oldDue)}): {apology.reason} <span className="faint">Phiếu số {apology.paperNumber}, {apology.decidedByName} ký {apology.decidedAt && shortMoment(apology.decidedAt)}</span></Banner>;
    case 'returned': return <Banner tone="amber"><strong>Phiếu xin lỗi bị trả lại:</strong> {apology.note} <span className="faint">{apology.decidedByName}, {apology.decidedAt && shortMoment(apology.decidedAt)}</span></Banner>;
    default: return <Banner tone="amber"><strong>Phiếu xin lỗi chờ ký, đề nghị hẹn lại {formatMoment(apology.newDue)}:</strong> {apology.reason} <span className="faint">{apology.preparedByName}, {shortMoment(apology.preparedAt)}. Hẹn cũ còn hiệu lực đến khi phiếu được ký.</span></Banner>;
  }
};

const PLACES = { agency: 'Giấy tờ còn ở cơ quan, chờ chuyển trả về nơi nộp.', 'on-the-way': 'Giấy tờ đã chuyển trả về nơi nộp, chờ kiểm đếm.', 'at-desk': 'Giấy tờ đã về nơi nộp, chờ trả lại người nộp.', 'given-back': 'Giấy tờ đã trả lại người nộp.' } as const;

export const RoundNotes = ({ view, work }: { readonly view: DossierView; readonly work: OfficeWorkView }) => {
  const request = view.supplementRequests.find((one) => !one.answeredAt);
  const duty = work.financialDuties.find((one) => !one.settledAt);
  const came = work.cameWith;
  const apology = work.apologies.at(-1);
  const waiting = waitingAnswerOf(view);
  const last = view.state === 'supplement-asked' ? request?.answers.at(-1) : undefined;
  const turnedBack = last?.decision === 'turned-back' ? last : undefined;
  return (
    <>
      {work.answerIsOver && <Banner tone="red"><strong>Đã hết hạn của người dân mà chưa nhận được.</strong> Đề nghị dừng giải quyết; lãnh đạo phòng hoặc người có thẩm quyền ký quyết định.</Banner>}
      {view.papersBack && <Banner tone={view.papersBack.place === 'agency' ? 'amber' : 'info'}><strong>{view.papersBack.cause === 'withdrawn' ? 'Hồ sơ đã rút' : 'Hồ sơ đã dừng giải quyết'}{view.papersBack.askerName && ` theo yêu cầu của ${view.papersBack.askerName}`}:</strong> {view.papersBack.reason} <span className="faint">{PLACES[view.papersBack.place]}</span></Banner>}
      <Differences back={view.papersBack} />
      {view.state === 'in-process' && apology && <ApologyNote apology={apology} />}
      <SentOnline view={view} />
      {!waiting && turnedBack && <Banner><strong>Đã trả lại phần bổ sung trực tuyến:</strong> {turnedBack.reason} Còn thiếu: {turnedBack.missing?.join('; ')}. <span className="faint">{turnedBack.decidedByName}{turnedBack.decidedAt && `, ${fullMoment(turnedBack.decidedAt)}`}</span></Banner>}
      {view.state === 'supplement-asked' && request && !waiting && (
        <Banner tone="amber">
          <strong>Đang chờ người dân bổ sung{request.answerBy ? ` đến ${formatMoment(request.answerBy)}` : ''}:</strong> {request.items.map((item) => item.name).join('; ')}. <span className="faint">{request.askedByName}, {fullMoment(request.askedAt)}</span>
        </Banner>
      )}
      {duty && <Banner tone="amber"><strong>Chờ thực hiện nghĩa vụ tài chính:</strong> {duty.notice}. <span className="faint">{duty.askedByName}, {fullMoment(duty.askedAt)}; thời hạn giải quyết tạm dừng từ đó.</span></Banner>}
      {view.state === 'in-process' && came?.result === 'sent-back' && <Banner tone="amber"><strong>{came.by} trả lại:</strong> {came.note} <span className="faint">{shortMoment(came.at)}</span></Banner>}
      {view.state === 'in-process' && work.proposal && <Proposal proposal={work.proposal} />}
    </>
  );
};

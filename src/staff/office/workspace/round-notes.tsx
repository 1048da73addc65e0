// What this round brings along: the proposal before the signer, why it came back, what the law says about asking.
import { formatMoment } from '#core/kernel/format.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';
import { Banner } from '../../design/frames.tsx';
import { fullMoment, shortMoment } from '../../words/moment-words.ts';

const Proposal = ({ proposal }: { readonly proposal: NonNullable<OfficeWorkView['proposal']> }) => (
  proposal.kind === 'refuse'
    ? <Banner tone="red"><strong>{proposal.by} đề nghị từ chối giải quyết.</strong> {proposal.reason} <span className="faint">Căn cứ: {proposal.legalGround}</span></Banner>
    : <Banner><strong>{proposal.by} đề nghị giải quyết{proposal.note ? ': ' : '.'}</strong>{proposal.note} <span className="faint">{shortMoment(proposal.at)}</span></Banner>
);

export const RoundNotes = ({ view, work }: { readonly view: DossierView; readonly work: OfficeWorkView }) => {
  const request = view.supplementRequests.find((one) => !one.answeredAt);
  const duty = work.financialDuties.find((one) => !one.settledAt);
  const came = work.cameWith;
  return (
    <>
      {view.state === 'supplement-asked' && request && (
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

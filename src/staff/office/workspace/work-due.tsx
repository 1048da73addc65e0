// The due moment while the agency works: running, standing still for the citizen, or behind it.
import { formatMoment } from '#core/kernel/format.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { OfficeWorkView } from '#wire/office-work.wire.ts';
import { DueHero, DueWhy } from '../../design/due-badge.tsx';
import { Banner } from '../../design/frames.tsx';
import { shortMoment } from '../../words/moment-words.ts';

export const WorkDue = ({ view, work }: { readonly view: DossierView; readonly work: OfficeWorkView }) => {
  if (!view.due) return <Banner>{view.regime === 'public-post' ? 'Thời hạn tính từ khi ký biên bản giao nhận.' : 'Hồ sơ này không có ngày hẹn trả.'}</Banner>;
  const since = view.state === 'supplement-asked' ? view.supplementRequests.find((one) => !one.answeredAt)?.askedAt
    : view.state === 'awaiting-financial-duty' ? work.financialDuties.find((one) => !one.settledAt)?.askedAt : undefined;
  if (since === undefined) return <DueHero due={view.due} now={view.now} closed={view.state !== 'in-process' && view.state !== 'handed-over'} />;
  return (
    <section className="due-hero due-paused" aria-label="Ngày hẹn trả kết quả">
      <span className="due-label">Hẹn trả, trước khi tạm dừng</span>
      <span className="due-when">{formatMoment(view.due.due)}</span>
      <span className="step-paused">Tạm dừng tính thời gian từ {shortMoment(since)}; ngày hẹn được tính lại khi {view.state === 'supplement-asked' ? 'nhận đủ giấy tờ' : 'có chứng từ đã nộp'}.</span>
      <DueWhy due={view.due} />
    </section>
  );
};

// The due moment of a dossier as it stands: running, standing still for the citizen, or behind it.
import { formatMoment } from '#core/kernel/format.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { clockWords } from '#core/dossier/clock-words.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { DueHero, DueWhy } from '../design/due-badge.tsx';
import { Banner } from '../design/frames.tsx';
import { shortMoment } from '../words/moment-words.ts';

const RUNNING: ReadonlySet<DossierState> = new Set(['received', 'handed-over', 'in-process']);
const RESUMED_BY: Partial<Readonly<Record<DossierState, string>>> = {
  'supplement-asked': 'nhận đủ giấy tờ',
  'awaiting-financial-duty': 'có chứng từ đã nộp',
};

export const DossierDue = ({ view, dutyAskedAt }: { readonly view: DossierView; readonly dutyAskedAt?: Moment | undefined }) => {
  if (!view.due)
    return (
      <Banner>
        {view.regime === 'public-post'
          ? 'Thời hạn tính từ khi ký biên bản giao nhận với cơ quan giải quyết.'
          : view.state === 'filed-online'
            ? 'Chưa tiếp nhận nên chưa có ngày hẹn trả.'
            : 'Hồ sơ này không có ngày hẹn trả.'}
      </Banner>
    );
  const resumedBy = RESUMED_BY[view.state];
  const words = clockWords(view.due);
  if (resumedBy === undefined) return <DueHero due={view.due} now={view.now} closed={!RUNNING.has(view.state)} standing={words} />;
  const since = view.state === 'supplement-asked' ? view.supplementRequests.find((one) => !one.answeredAt)?.askedAt : dutyAskedAt;
  return (
    <section className="due-hero due-paused" aria-label="Ngày hẹn trả kết quả">
      <span className="due-label">Hẹn trả, trước khi tạm dừng</span>
      <span className="due-when">{formatMoment(view.due.due)}</span>
      <span className="step-paused">
        {view.due.state === 'paused' && words ? words : `Tạm dừng tính thời gian${since ? ` từ ${shortMoment(since)}` : ''}.`} Ngày hẹn được tính lại khi {resumedBy}.
      </span>
      <DueWhy due={view.due} />
    </section>
  );
};

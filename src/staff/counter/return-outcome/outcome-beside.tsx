// What is given, beside to whom.
import { formatMoment } from '#core/kernel/format.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { Banner, Panel } from '../../design/frames.tsx';
import { StatusChip } from '../../design/status-chip.tsx';
import { fullMoment } from '../../words/moment-words.ts';

export const OutcomeBeside = ({ view }: { readonly view: DossierView }) => {
  const outcome = view.outcomes.at(-1);
  return (
    <Panel title="Kết quả">
      <div className="stack-tight">
        <p>
          <StatusChip state={view.state} />
        </p>
        <p>
          <strong>{view.parties.owner?.fullName ?? view.parties.applicant.fullName}</strong>
        </p>
        <p>{view.procedure.name}</p>
        {outcome ? (
          <dl className="facts">
            <dt>{outcome.kind === 'refusal' ? 'Từ chối' : 'Kết quả'}</dt>
            <dd>{outcome.name}</dd>
            <dt>Số, ký hiệu</dt>
            <dd>{outcome.number}</dd>
            <dt>Phát hành</dt>
            <dd>{fullMoment(outcome.issuedAt)}</dd>
          </dl>
        ) : (
          <Banner tone="amber">Chưa thấy kết quả nào được phát hành.</Banner>
        )}
        {view.due && <p className="soft">Hẹn trả: {formatMoment(view.due.due)}</p>}
      </div>
    </Panel>
  );
};

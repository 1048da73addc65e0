// How far a batch was applied, for who applies it and for who only looks on; what stands still can be gone on with.
import { formatInteger, formatMoment } from '#core/kernel/format.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import type { BatchView } from '#wire/calendar.wire.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Banner } from '../../design/frames.tsx';

/** A step takes seconds; longer than this nobody is at it. */
const STILL_AFTER = 30_000;

type Props = { readonly batch: BatchView; readonly going: boolean; readonly onGo: () => void };

export const BatchProgress = ({ batch, going, onGo }: Props) => {
  const total = Math.max(batch.total ?? 0, batch.examined);
  const still = !going && (batch.steppedAt === null || momentToEpoch(businessNow()) - momentToEpoch(batch.steppedAt) > STILL_AFTER);
  return (
    <div className="stack-tight batch-progress">
      <progress className="meter" max={Math.max(total, 1)} value={batch.examined} aria-label="Đã áp dụng đến đâu" />
      <p role="status">
        Đã xét <strong>{formatInteger(batch.examined)}</strong> trong {formatInteger(total)} hồ sơ đang giải quyết: {formatInteger(batch.moved)} hẹn lại, {formatInteger(batch.kept)} giữ ngày đã in.
      </p>
      {going && <p className="faint">Đang áp dụng từng phần. Đóng trang này không mất gì: phần đã làm còn nguyên, mở lại thì áp dụng tiếp.</p>}
      {!going && !still && <Banner>{batch.startedByName ?? 'Quản trị viên khác'} đang áp dụng đợt này{batch.startedAt && `, bắt đầu ${formatMoment(batch.startedAt)}`}.</Banner>}
      {still && <Banner tone="amber" acts={<Button look="main" hotkey="F8" onClick={onGo}>Áp dụng tiếp</Button>}>Đợt này dừng giữa chừng. Phần đã làm còn nguyên; phần còn lại áp dụng tiếp được.</Banner>}
    </div>
  );
};

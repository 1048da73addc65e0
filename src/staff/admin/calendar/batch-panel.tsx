// The batch a change of the calendar opened: whom it touches, each old and new date, and the decision on it.
import { useState } from 'react';
import { formatInteger, formatMoment } from '#core/kernel/format.ts';
import type { BatchView } from '#wire/calendar.wire.ts';
import { problemOf } from '../../api/problem.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner, EmptyState, Loaded, Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { BatchList } from './batch-list.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { useApplyBatch, useBatch, useLeaveBatch } from './use-batch.ts';
import { BatchChip } from './versions-panel.tsx';

type Tally = NonNullable<BatchView['review']>['desks'][number];
const tallyColumns = (head: string): readonly Column<Tally>[] => [
  { head, cell: (row) => row.name }, { head: 'Hẹn lại', number: true, cell: (row) => formatInteger(row.moved) }, { head: 'Giữ ngày đã in', number: true, cell: (row) => formatInteger(row.kept) },
];
const TallyPanel = ({ title, rows }: { readonly title: string; readonly rows: readonly Tally[] }) => (
  <Panel title={title} count={rows.length} flush><Table caption={title} columns={tallyColumns(title)} rows={rows} rowKey={(row) => row.name} /></Panel>
);

const Settled = ({ batch }: { readonly batch: BatchView }) => (
  <dl className="facts">
    {batch.settledByName && batch.settledAt && <><dt>Người quyết định</dt><dd>{batch.settledByName}, {formatMoment(batch.settledAt)}</dd></>}
    {batch.state === 'applied' && <><dt>Kết quả</dt><dd>{formatInteger(batch.moved)} hồ sơ hẹn lại, {formatInteger(batch.kept)} hồ sơ giữ ngày đã in</dd></>}
    {batch.note && <><dt>Lý do để nguyên</dt><dd>{batch.note}</dd></>}
  </dl>
);

const Batch = ({ batch, onReload }: { readonly batch: BatchView; readonly onReload: () => void }) => {
  const [asked, setAsked] = useState<'apply' | 'leave'>();
  const [note, setNote] = useState('');
  const close = () => setAsked(undefined);
  const apply = useApplyBatch(({ moved, kept }) => { toast(`Đã hẹn lại ${formatInteger(moved)} hồ sơ; ${formatInteger(kept)} hồ sơ giữ ngày đã in.`); });
  const leave = useLeaveBatch(() => { close(); toast('Đã để nguyên ngày hẹn trả của hồ sơ đang giải quyết.'); });
  const error = apply.error ?? leave.error;
  const decided = problemOf(error)?.code === 'changed-meanwhile';
  const { review } = batch;
  const touched = batch.moved + batch.kept;
  return (
    <div className="stack">
      {error && Object.keys(leave.errors).length === 0 && <Banner tone="red" acts={decided && <Button onClick={() => { apply.clear(); leave.clear(); close(); onReload(); }}>Xem tình trạng mới</Button>}>{error.message}</Banner>}
      <Panel
        title={<>Đợt tính lại của phiên bản {batch.version} <BatchChip state={batch.state} /></>}
        foot={review && !apply.going && <div className="row-end"><Button onClick={() => setAsked('leave')}>Để nguyên</Button><Button look="main" hotkey="F8" onClick={() => setAsked('apply')}>{batch.moved > 0 ? `Áp dụng cho ${formatInteger(batch.moved)} hồ sơ` : 'Đóng đợt tính lại'}</Button></div>}
      >
        <div className="stack-tight">
          <dl className="facts"><dt>Căn cứ</dt><dd>{batch.decision}</dd><dt>Lý do</dt><dd>{batch.reason}</dd></dl>
          {review ? (
            <p role="status">Trong các hồ sơ đang giải quyết, <strong>{formatInteger(batch.moved)}</strong> hồ sơ có ngày hẹn mới, <strong>{formatInteger(batch.kept)}</strong> hồ sơ giữ ngày đã in cho người dân vì lịch mới cho ngày sớm hơn.</p>
          ) : batch.state === 'running' ? <BatchProgress batch={batch} going={apply.going} onGo={() => void apply.run(batch.version)} /> : <Settled batch={batch} />}
        </div>
      </Panel>
      {review && touched === 0 && <EmptyState title="Không hồ sơ nào đổi ngày hẹn trả">Các ngày vừa sửa không nằm trong thời hạn của hồ sơ đang giải quyết.</EmptyState>}
      {review && touched > 0 && (
        <>
          <div className="tallies"><TallyPanel title="Nơi tiếp nhận" rows={review.desks} /><TallyPanel title="Cơ quan giải quyết" rows={review.agencies} /></div>
          <BatchList version={batch.version} count={touched} />
        </>
      )}
      {asked === 'apply' && (
        <ConfirmDialog act={batch.moved > 0 ? 'Áp dụng' : 'Đóng đợt'} title={batch.moved > 0 ? `Hẹn lại ngày trả của ${formatInteger(batch.moved)} hồ sơ` : 'Đóng đợt tính lại'} busy={apply.going} onConfirm={() => { close(); void apply.run(batch.version); }} onClose={close}>
          {batch.moved > 0 && <p>Mỗi hồ sơ ghi ngày mới kèm lý do “{batch.reason}” vào nhật ký; tin báo cho người nộp được xếp vào hàng chờ gửi. Hồ sơ mà lịch mới cho ngày sớm hơn vẫn giữ ngày đã in.</p>}
          {batch.moved === 0 && <p>Không hồ sơ nào đổi ngày hẹn trả.</p>}
        </ConfirmDialog>
      )}
      {asked === 'leave' && (
        <ConfirmDialog act="Để nguyên" title="Để nguyên ngày hẹn trả của hồ sơ đang giải quyết" busy={leave.busy} onConfirm={() => void leave.run({ version: batch.version, note })} onClose={close}>
          <TextAreaField label="Lý do" name="note" rows={2} value={note} error={leave.errors['note']} maxLength={500} onValue={setNote} hint="Hồ sơ tiếp nhận từ nay vẫn tính theo lịch mới." />
        </ConfirmDialog>
      )}
    </div>
  );
};

export const BatchPanel = ({ version }: { readonly version: number | undefined }) => {
  const batch = useBatch(version);
  if (version === undefined) return <EmptyState icon="today" title="Chưa có đợt tính lại nào">Mỗi lần lịch thay đổi, hồ sơ đang giải quyết được xem xét ở đây trước khi đổi ngày hẹn trả.</EmptyState>;
  return <Loaded from={batch} lines={6}>{(data) => <Batch batch={data} onReload={() => void batch.refetch()} />}</Loaded>;
};

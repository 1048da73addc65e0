// A phone that came back tells otherwise than the paper: both stand beside each other, and somebody of the desk settles it.
import { useState } from 'react';
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import { formatMoney } from '#core/kernel/format.ts';
import { DIFFERENCE_WORDS } from '#wire/courier-words.ts';
import { type CourierReport, type SettleReportBody, type ToldSide, reportSettled } from '#wire/courier-paper.wire.ts';
import { useDesk } from '../../api/session.ts';
import { focusFirstError } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { Banner, Panel } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { ScanView } from '../../dossier/scan-view.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { useCourierAct } from './use-couriers.ts';

const Side = ({ at, outcome, reason, receiverName, amount, oldPapers }: ToldSide) => (
  <>
    {outcome === 'delivered' ? `Đã phát cho ${receiverName ?? '?'}` : `Chưa phát được: ${reason ? ABOUT_REASON[reason].words : ''}`}
    <div className="faint">{shortMoment(at)}{amount > 0 && ` · thu ${formatMoney(amount)}`}{oldPapers.length > 0 && ` · thu hồi ${oldPapers.join('; ')}`}</div>
  </>
);

const SettleDialog = ({ report, onClose }: { readonly report: CourierReport; readonly onClose: () => void }) => {
  const { deskId } = useDesk();
  const [word, setWord] = useState('');
  const [tried, setTried] = useState(false);
  const settle = useCourierAct<SettleReportBody, unknown>(`courier-reports/${report.attemptId}/settle`, reportSettled, () => { onClose(); toast('Đã ghi kết quả kiểm tra.'); });
  return (
    <ConfirmDialog
      title={`Điện thoại báo khác giấy: ${report.receiverName}`} act="Đã xử lý" wide busy={settle.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (word.trim() === '') requestAnimationFrame(() => focusFirstError({ word: '' })); else void settle.run({ deskId, word: word.trim() }); }}
    >
      {settle.error && <Banner tone="red">{settle.error.message}</Banner>}
      <dl className="facts">
        <dt>Khác nhau về</dt><dd>{report.differs.map((one) => DIFFERENCE_WORDS[one]).join(', ')}</dd>
        <dt>Giấy</dt><dd><Side {...report.paper} /><div className="faint">{report.paper.recordedByName} ghi</div></dd>
        <dt>Điện thoại</dt><dd><Side {...report.phone} /></dd>
      </dl>
      {report.paper.file !== undefined && <ScanView sha256={report.paper.file} title="Bản quét giấy của bưu tá" />}
      {report.phone.signature !== undefined && <ScanView sha256={report.phone.signature} title="Chữ ký trên điện thoại" />}
      {report.phone.photo !== undefined && <ScanView sha256={report.phone.photo} title="Ảnh chụp bằng điện thoại" />}
      <p>Sổ đang theo giấy. Gọi người nhận để hỏi lại. Nếu giấy ghi nhầm là đã phát, mở bưu gửi và chọn “Hủy ghi phát (ghi nhầm)”; nếu phát sai hoặc hư hỏng, chọn “Báo sự cố khi phát”. Làm xong thì ghi ở đây.</p>
      <TextAreaField label="Đã hỏi ai, kết luận thế nào, đã làm gì" name="word" value={word} onValue={setWord} maxLength={500} error={settle.errors['word'] ?? (tried && word.trim() === '' ? 'Ghi kết luận.' : undefined)} />
    </ConfirmDialog>
  );
};

export const ReportsPanel = ({ reports }: { readonly reports: readonly CourierReport[] }) => {
  const [opened, setOpened] = useState<CourierReport>();
  return reports.length > 0 && (
    <Panel title="Điện thoại bưu tá báo khác giấy" count={reports.length} flush>
      <Table
        caption="Điện thoại bưu tá báo khác giấy" rows={reports} rowKey={({ attemptId }) => attemptId}
        columns={[
          { head: 'Bưu gửi', cell: ({ itemNumber, orderNumber, receiverName }) => <><span className="code">{itemNumber ?? orderNumber}</span><div className="faint">{receiverName}</div></> },
          { head: 'Giấy ghi', cell: ({ paper }) => <Side {...paper} /> },
          { head: 'Điện thoại báo', cell: ({ phone, courierName }) => <><Side {...phone} /><div className="faint">bưu tá {courierName}</div></> },
          { head: 'Việc', cell: (report) => <Button look="main" onClick={() => setOpened(report)}>Xem và xử lý<span className="hidden-label"> bưu gửi cho {report.receiverName}</span></Button> },
        ]}
      />
      {opened && <SettleDialog report={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
};

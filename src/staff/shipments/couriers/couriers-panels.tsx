// The post's own couriers at the desk: what waits for them, what they brought and nobody has counted, what each has with her.
import { useState } from 'react';
import { ABOUT_REASON } from '#core/shipment/attempt-reasons.ts';
import { formatDate, formatMoney } from '#core/kernel/format.ts';
import { type DeskCouriersView, type EndDeliveryBody, deliveryEnded } from '#wire/courier-desk.wire.ts';
import { STOP_WORDS } from '#wire/courier-words.ts';
import { useMe } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner, Panel } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { printPaper } from '../../dossier/paper-pdf.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { CountDialog } from './count-dialog.tsx';
import { GiveDialog } from './give-dialog.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { ReportsPanel } from './reports-panel.tsx';
import { type DeskCourier, type DeskRecord, type DeskStop, isHere, mayEnd, useCourierAct, useCouriers } from './use-couriers.ts';

const whereOf = ({ state, courierName, day }: DeskStop): string => {
  if (state === undefined) return 'Chưa xếp chuyến';
  return state === 'planned' && courierName !== undefined && day !== undefined ? `Chuyến của ${courierName}, ngày ${formatDate(day)}` : STOP_WORDS[state];
};
const lastTry = ({ attempts }: DeskStop): string | undefined => {
  const last = attempts.at(-1);
  if (last?.undone) return `Lần ${last.attemptNo}, ${shortMoment(last.at)}: ghi nhầm là đã phát, ${last.undone.byName} đã hủy`;
  const from = last?.onPaper === undefined ? '' : ` (${last.onPaper.byName} ghi từ giấy)`;
  return last?.reason && `Lần ${last.attemptNo}, ${shortMoment(last.at)}: ${ABOUT_REASON[last.reason].words}${last.note === undefined ? '' : ` – ${last.note}`}${from}`;
};

const EndDialog = ({ stop, onClose }: { readonly stop: DeskStop; readonly onClose: () => void }) => {
  const me = useMe();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const end = useCourierAct<Omit<EndDeliveryBody, 'deskId'> & { deskId: string | undefined }, unknown>(`courier-shipments/${stop.shipmentId}/end`, deliveryEnded, () => {
    onClose();
    toast('Đã thôi phát. Kết quả ở lại quầy; mời người dân đến nhận, hoặc đặt đơn mới.');
  });
  return (
    <ConfirmDialog
      title={`Thôi phát cho ${stop.receiver.name}`} act="Thôi phát" red busy={end.busy} onClose={onClose}
      onConfirm={() => { setTried(true); if (reason.trim() !== '') void end.run({ deskId: me.desk?.deskId, reason: reason.trim() }); }}
    >
      {end.error && <Banner tone="red">{end.error.message}</Banner>}
      <p>Kết quả ở lại quầy và được mời nhận như kết quả khác.</p>
      <Field label="Lý do" name="reason" value={reason} onValue={setReason} maxLength={300} error={tried && reason.trim() === '' ? 'Ghi lý do.' : undefined} />
    </ConfirmDialog>
  );
};

const Waiting = ({ view }: { readonly view: DeskCouriersView }) => {
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<DeskStop>();
  const here = view.shipments.filter(isHere);
  if (here.length === 0) return null;
  const ready = here.filter(({ inBook }) => inBook);
  return (
    <Panel title="Chờ giao cho bưu tá" count={here.length} flush acts={<Button look="main" icon="send" disabled={ready.length === 0 || view.couriers.length === 0} onClick={() => setGiving(true)}>Giao cho bưu tá</Button>}>
      {view.hasMore && <Banner>Đang hiện {view.shipments.length} bưu gửi đặt lâu nhất của quầy. Giao hoặc xử lý bớt để thấy những bưu gửi mới hơn.</Banner>}
      {view.couriers.length === 0 && <Banner>Bưu cục của quầy hôm nay chưa có bưu tá. Nhờ quản trị hệ thống phân công.</Banner>}
      <Table
        caption="Bưu gửi chờ giao cho bưu tá" rows={here} rowKey={({ shipmentId }) => shipmentId}
        columns={[
          { head: 'Bưu gửi', cell: ({ itemNumber, orderNumber, dossiers }) => <><span className="code">{itemNumber ?? orderNumber}</span>{dossiers.map(({ dossierId, code }) => <div key={dossierId} className="faint code">{code}</div>)}</> },
          { head: 'Người nhận', cell: ({ receiver }) => <><strong>{receiver.name}</strong><div className="faint">{receiver.phone} · {receiver.address}</div></> },
          { head: 'Phải thu', number: true, cell: ({ amountDue }) => (amountDue > 0 ? formatMoney(amountDue) : <span className="faint">không</span>) },
          { head: 'Ở đâu', cell: (stop) => <><span className={stop.state === 'at-desk' ? 'due-late' : undefined}>{stop.inBook ? whereOf(stop) : 'Bưu cục chưa nhận đơn'}</span>{lastTry(stop) && <div className="faint">{lastTry(stop)}</div>}</> },
          ...(here.some(mayEnd) ? [{ head: 'Việc', cell: (stop: DeskStop) => mayEnd(stop) && <Button onClick={() => setEnding(stop)}>Thôi phát<span className="hidden-label"> cho {stop.receiver.name}</span></Button> }] : []),
        ]}
      />
      {giving && <GiveDialog stops={ready} couriers={view.couriers} now={view.now} onClose={() => setGiving(false)} />}
      {ending && <EndDialog stop={ending} onClose={() => setEnding(undefined)} />}
    </Panel>
  );
};

const PrintRecord = ({ record }: { readonly record: DeskRecord }) => (record.recordNumber === undefined ? null
  : <Button icon="print" onClick={() => void printPaper(record.recordId, 'a4')}>In biên bản<span className="hidden-label"> {record.recordNumber}</span></Button>);

const COUNTED_SHOWN = 5;

const Records = ({ view }: { readonly view: DeskCouriersView }) => {
  const [counting, setCounting] = useState<DeskRecord>();
  const isOpen = ({ receivedAt }: DeskRecord): boolean => receivedAt === undefined;
  const [open, counted] = [view.records.filter(isOpen), view.records.filter((one) => !isOpen(one)).slice(0, COUNTED_SHOWN)];
  const panel = (title: string, rows: readonly DeskRecord[]) => rows.length > 0 && (
    <Panel title={title} count={rows.length} flush>
      <Table
        caption={title} rows={rows} rowKey={({ recordId }) => recordId}
        columns={[
          { head: 'Bưu tá', cell: ({ courierName, direction }) => <><strong>{courierName}</strong><div className="faint">{direction === 'to-desk' ? 'nộp lại quầy' : 'nhận của quầy'}</div></> },
          { head: 'Gồm', cell: ({ items, amount, recordNumber }) => <>{items.length} mục{amount > 0 && <>, {formatMoney(amount)}</>}{recordNumber !== undefined && <div className="faint">biên bản {recordNumber}</div>}</> },
          { head: 'Lúc', cell: ({ sentAt, sentByName, receivedAt, receivedByName }) => <>{shortMoment(receivedAt ?? sentAt)}<div className="faint">{receivedByName === undefined ? sentByName : `${sentByName} → ${receivedByName}`}</div></> },
          {
            head: 'Việc',
            cell: (record) => (
              <div className="row">
                {isOpen(record) && (record.direction === 'to-desk' ? <Button look="main" onClick={() => setCounting(record)}>Kiểm đếm<span className="hidden-label"> bưu tá {record.courierName} nộp lại</span></Button> : <span className="faint">chờ bưu tá ký nhận</span>)}
                <PrintRecord record={record} />
              </div>
            ),
          },
        ]}
      />
    </Panel>
  );
  return (
    <>
      {panel('Giao nhận với bưu tá, chưa ký nhận', open)}
      {panel('Giao nhận với bưu tá hôm nay, đã ký nhận', counted)}
      {counting && <CountDialog record={counting} onClose={() => setCounting(undefined)} />}
    </>
  );
};

export const CouriersPanels = () => {
  const view = useCouriers().data;
  const [telling, setTelling] = useState<DeskCourier>();
  if (!view) return null;
  const withHer = (courierId: string): readonly DeskStop[] => view.shipments.filter((stop) => stop.courierId === courierId && stop.state === 'with-courier');
  const busy = view.couriers.filter((one) => one.withHer > 0 || one.moneyHeld > 0);
  return (
    <>
      <ReportsPanel reports={view.reports} />
      <Waiting view={view} />
      <Records view={view} />
      {telling && <PaperDialog courier={telling} stops={withHer(telling.courierId)} onClose={() => setTelling(undefined)} />}
      {(busy.length > 0 || view.moneyHere > 0) && (
        <Panel title="Bưu tá đang giữ" count={busy.length} flush={busy.length > 0} foot={view.moneyHere > 0 && <span>Tiền thu hộ quầy đang giữ: <strong>{formatMoney(view.moneyHere)}</strong></span>}>
          {busy.length === 0 ? <p className="soft">Không bưu tá nào đang giữ bưu gửi hoặc tiền thu hộ của quầy.</p> : (
            <Table
              caption="Bưu tá đang giữ" rows={busy} rowKey={({ courierId }) => courierId}
              columns={[
                { head: 'Bưu tá', cell: ({ name, unitName }) => <><strong>{name}</strong><div className="faint">{unitName}</div></> },
                { head: 'Bưu gửi', number: true, cell: (one) => one.withHer },
                { head: 'Tiền thu hộ', number: true, cell: ({ moneyHeld }) => formatMoney(moneyHeld) },
                { head: 'Việc', cell: (one) => one.withHer > 0 && <Button onClick={() => setTelling(one)}>Ghi từ giấy<span className="hidden-label"> của bưu tá {one.name}</span></Button> },
              ]}
            />
          )}
        </Panel>
      )}
    </>
  );
};

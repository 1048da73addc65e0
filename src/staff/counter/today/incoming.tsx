// What came back from an agency is counted paper by paper and taken over; what is not there goes back with a note.
import { useState } from 'react';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import { type AcceptOutcomeCommand, outcomeAcceptedAnswer } from '#wire/accept-outcome.wire.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner, EmptyState, Panel } from '../../design/frames.tsx';
import { StatusChip } from '../../design/status-chip.tsx';
import { Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { correctsOf, useBefore } from '../put-right/putting-right.ts';
import { PeopleCell } from '../find-dossiers/dossier-table.tsx';

type Bag = DeskTodayView['incoming'][number];

/** As it was counted before; what was not named then is looked for again. */
const absentBefore = (bag: Bag, { received, rejected }: AcceptOutcomeCommand): Readonly<Record<string, string>> =>
  Object.fromEntries(bag.dossiers.filter((d) => !received.includes(d.dossierId)).map((d) => [d.dossierId, rejected.find((line) => line.dossierId === d.dossierId)?.note ?? '']));

export const OneBag = ({ bag, deskId, onDone }: { readonly bag: Bag; readonly deskId: string; readonly onDone?: () => void }) => {
  const before = useBefore('accept-outcome');
  const [absent, setAbsent] = useState<Readonly<Record<string, string>>>(() => (before ? absentBefore(bag, before.body) : {}));
  const [asking, setAsking] = useState(false);
  const here = bag.dossiers.filter((d) => !(d.dossierId in absent));
  const missing = bag.dossiers.filter((d) => d.dossierId in absent);
  const unexplained = missing.some((d) => (absent[d.dossierId] ?? '').trim() === '');
  const accept = useAct(
    () => ({
      path: `/api/desk/incoming/${bag.handOverId}/accept`,
      answer: outcomeAcceptedAnswer,
      ...correctsOf(before),
      body: {
        deskId,
        received: here.map((d) => d.dossierId),
        rejected: missing.map((d) => ({ dossierId: d.dossierId, note: absent[d.dossierId] })),
      },
    }),
    {
      refresh: [['today'], ['dossier'], ['find'], ['counter-queue']],
      onDone: (a) => {
        setAsking(false);
        toast(`Đã nhận ${a.received.length} kết quả của biên bản ${bag.recordNumber}.`);
        onDone?.();
      },
    },
  );
  const mark = (id: string, on: boolean) =>
    setAbsent((now) => {
      const { [id]: _, ...rest } = now;
      return on ? rest : { ...now, [id]: '' };
    });
  return (
    <Panel
      title={
        <>
          {bag.agencyName}{' '}
          <span className="faint">
            biên bản {bag.recordNumber} · {shortMoment(bag.sentAt)} · {bag.sentByName}
          </span>
        </>
      }
      count={bag.dossiers.length}
      flush
      acts={
        <Button look="main" icon="check" onClick={() => setAsking(true)}>
          Xác nhận đã nhận ({here.length})
        </Button>
      }
    >
      <Table
        caption={`Kết quả của biên bản ${bag.recordNumber}`}
        rows={bag.dossiers}
        rowKey={(d) => d.dossierId}
        chosen={(d) => !(d.dossierId in absent)}
        columns={[
          {
            head: '',
            cell: (d) => (
              <Check
                label={`Có trong túi: ${d.code}`}
                checked={!(d.dossierId in absent)}
                onChecked={(on) => mark(d.dossierId, on)}
              />
            ),
          },
          { head: 'Mã hồ sơ', cell: (d) => <span className="code">{d.code}</span> },
          { head: 'Chủ hồ sơ', cell: (d) => <PeopleCell row={d} /> },
          { head: 'Thủ tục', cell: (d) => d.procedureName },
          { head: 'Tình trạng', cell: (d) => <StatusChip state={d.state} /> },
          {
            head: 'Ghi chú nếu không nhận',
            cell: (d) =>
              d.dossierId in absent ? (
                <Field
                  label={`Lý do không nhận ${d.code}`}
                  hideLabel
                  placeholder="thiếu, không đúng biên bản…"
                  value={absent[d.dossierId] ?? ''}
                  onValue={(note) => setAbsent((now) => ({ ...now, [d.dossierId]: note }))}
                  error={(absent[d.dossierId] ?? '').trim() === '' ? 'Ghi lý do.' : undefined}
                />
              ) : null,
          },
        ]}
      />
      {asking && (
        <ConfirmDialog
          title={`Nhận kết quả từ ${bag.agencyName}`}
          act="Xác nhận đã nhận"
          busy={accept.busy}
          disabled={unexplained}
          onClose={() => setAsking(false)}
          onConfirm={() => void accept.run(undefined)}
        >
          {accept.error && <Banner tone="red">{accept.error.message}</Banner>}
          <p>
            Đã kiểm đếm biên bản <strong>{bag.recordNumber}</strong>: nhận <strong>{here.length}</strong> kết quả
            {missing.length > 0 && (
              <>
                , không nhận <strong>{missing.length}</strong>
              </>
            )}
            .
          </p>
          {missing.length > 0 && (
            <ul className="numbered">
              {missing.map((d) => (
                <li key={d.dossierId}>
                  {d.code}: {absent[d.dossierId] || 'chưa ghi lý do'}
                </li>
              ))}
            </ul>
          )}
        </ConfirmDialog>
      )}
    </Panel>
  );
};

export const Incoming = ({ view }: { readonly view: DeskTodayView }) =>
  view.incoming.length === 0 ? (
    <Panel>
      <EmptyState icon="inbox" title="Chưa có kết quả nào đang về quầy">
        Khi cơ quan chuyển trả kết quả kèm biên bản, kiểm đếm và xác nhận tại đây.
      </EmptyState>
    </Panel>
  ) : (
    <div className="stack">
      {view.incoming.map((bag) => (
        <OneBag key={bag.handOverId} bag={bag} deskId={view.deskId} />
      ))}
    </div>
  );

// Received and still here, one group per agency: choose, confirm, and one signed record goes with them.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/choices.tsx';
import { EmptyState, Panel } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { shortMoment } from '../../words/moment-words.ts';
import { PeopleCell } from '../find-dossiers/dossier-table.tsx';
import { ForwardDialog, type ForwardDialogProps } from './forward-dialog.tsx';

export type OutGroup = DeskTodayView['toGoOut'][number];

type Forwarding = Pick<ForwardDialogProps, 'group' | 'dossiers'>;

const AgencyGroup = ({ group, view, onForward }: { readonly group: OutGroup; readonly view: DeskTodayView; readonly onForward: (asked: Forwarding) => void }) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = group.dossiers.filter((d) => !left.has(d.dossierId));
  const mark = (id: string, on: boolean) =>
    setLeft((s) => {
      const next = new Set(s);
      if (on) next.delete(id);
      else next.add(id);
      return next;
    });
  return (
    <Panel
      title={group.agencyName}
      count={group.dossiers.length}
      flush
      acts={
        <Button look="main" icon="send" disabled={chosen.length === 0} onClick={() => onForward({ group, dossiers: chosen })}>
          Chuyển hồ sơ ({chosen.length})
        </Button>
      }
    >
      <Table
        caption={`Hồ sơ chờ chuyển đến ${group.agencyName}`}
        rows={group.dossiers.toSorted((a, b) => (a.code < b.code ? -1 : 1))}
        rowKey={(r) => r.dossierId}
        chosen={(r) => !left.has(r.dossierId)}
        columns={[
          {
            head: '',
            cell: (r) => (
              <Check
                label={`Chuyển hồ sơ ${r.code}`}
                checked={!left.has(r.dossierId)}
                onChecked={(on) => mark(r.dossierId, on)}
              />
            ),
          },
          {
            head: 'Mã hồ sơ',
            cell: (r) => (
              <Link className="code" to="/ho-so/$dossierId" params={{ dossierId: r.dossierId }}>
                {r.code}
              </Link>
            ),
          },
          { head: 'Chủ hồ sơ', width: 'cell-name', cell: (r) => <PeopleCell row={r} /> },
          {
            head: 'Thủ tục',
            cell: (r) => (
              <div>{r.procedureName}</div>
            ),
          },
          { head: 'Giấy tờ', number: true, cell: (r) => `${r.paperCount} bản` },
          { head: 'Tiếp nhận', cell: (r) => <span className="nowrap">{shortMoment(r.receivedAt)}</span> },
          {
            head: 'Phải chuyển',
            cell: (r) =>
              r.mustGoToday ? (
                <span className="chip chip-amber">trong hôm nay</span>
              ) : (
                <span className="chip">đầu giờ {formatDate(view.nextWorkingDay)}</span>
              ),
          },
        ]}
      />
    </Panel>
  );
};

const Groups = ({ view, onForward }: { readonly view: DeskTodayView; readonly onForward: (asked: Forwarding) => void }) =>
  view.toGoOut.length === 0 ? (
    <Panel>
      <EmptyState title="Không còn hồ sơ nào ở quầy chờ chuyển">
        Hồ sơ nhận trước 15 giờ phải chuyển trong ngày; nhận sau 15 giờ chuyển đầu giờ ngày làm việc tiếp theo.
      </EmptyState>
    </Panel>
  ) : (
    <div className="stack">
      {view.toGoOut.map((group) => (
        <AgencyGroup key={group.agencyUnitId} group={group} view={view} onForward={onForward} />
      ))}
    </div>
  );

/** The dialog stands beside the groups: a list read anew no longer has the group that has just gone out. */
export const ToGoOut = ({ view }: { readonly view: DeskTodayView }) => {
  const [asked, setAsked] = useState<Forwarding>();
  return (
    <>
      <Groups view={view} onForward={setAsked} />
      {asked && <ForwardDialog {...asked} deskId={view.deskId} onClose={() => setAsked(undefined)} />}
    </>
  );
};

import { Link, useNavigate } from '@tanstack/react-router';
import type { Moment } from '#core/kernel/moment.ts';
import type { DossierRow } from '#wire/dossier-parts.wire.ts';
import { DueBadge } from '../../design/due-badge.tsx';
import { StatusChip } from '../../design/status-chip.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { shortMoment } from '../../words/moment-words.ts';

type Props = {
  readonly caption: string;
  readonly rows: readonly DossierRow[];
  readonly now: Moment;
  readonly extra?: readonly Column<DossierRow>[];
  readonly to?: '/ho-so/$dossierId' | '/tra-ket-qua/$dossierId';
  readonly hideDue?: boolean;
};

export const PeopleCell = ({ row }: { readonly row: Pick<DossierRow, 'applicantName' | 'ownerName'> }) => (
  <>
    {row.ownerName ?? row.applicantName}
    {row.ownerName && row.ownerName !== row.applicantName && <div className="faint">người nộp: {row.applicantName}</div>}
  </>
);

export const DossierTable = ({ caption, rows, now, extra = [], to = '/ho-so/$dossierId', hideDue }: Props) => {
  const navigate = useNavigate();
  const columns: Column<DossierRow>[] = [
    {
      head: 'Mã hồ sơ',
      cell: (r) => (
        <Link className="code" to={to} params={{ dossierId: r.dossierId }}>
          {r.code}
        </Link>
      ),
    },
    { head: 'Chủ hồ sơ', width: 'cell-name', cell: (r) => <PeopleCell row={r} /> },
    {
      head: 'Thủ tục',
      width: 'cell-procedure',
      cell: (r) => (
        <>
          <div className="clamp" title={r.procedureName}>
            {r.procedureName}
          </div>
          <div className="faint">{r.agencyName}</div>
        </>
      ),
    },
    { head: 'Tình trạng', cell: (r) => <StatusChip state={r.state} /> },
    { head: 'Tiếp nhận', cell: (r) => <span className="nowrap">{shortMoment(r.receivedAt)}</span> },
    ...(hideDue
      ? []
      : [
          {
            head: 'Hẹn trả',
            cell: (r: DossierRow) =>
              r.timeliness === 'finished' ? (
                r.dueAt && <span className="faint">{shortMoment(r.dueAt)}</span>
              ) : (
                <DueBadge due={r.dueAt} now={now} />
              ),
          },
        ]),
    ...extra,
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(r) => r.dossierId}
      onOpen={(r) => void navigate({ to, params: { dossierId: r.dossierId } })}
    />
  );
};

// One line a dossier: when it is due, whose it is, at which step and with whom.
import { Link } from '@tanstack/react-router';
import { dueTone, shortMoment } from '../../words/moment-words.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { InboxRow, InboxTab } from '#wire/office-inbox.wire.ts';
import { Check } from '../../design/choices.tsx';
import { DueBadge } from '../../design/due-badge.tsx';
import { Icon } from '../../design/icon.tsx';
import { StatusChip } from '../../design/status-chip.tsx';
import type { ListKeys } from './use-list-keys.ts';

const Standing = ({ row, now }: { readonly row: InboxRow; readonly now: Moment }) => {
  if (row.state === 'handed-over') return <span className="faint">Biên bản {row.handOverNumber ?? '–'}</span>;
  if (row.outcomeNumber && row.state !== 'in-process') return <><strong>Số {row.outcomeNumber}</strong>{row.state === 'refused-by-agency' && <div className="due-late">từ chối giải quyết</div>}</>;
  if (row.state === 'supplement-asked') {
    if (row.answerSentAt) return <><span className="chip chip-amber"><Icon name="inbox" size={14} />Đã gửi, chờ xem</span><div className="faint">gửi {shortMoment(row.answerSentAt)}</div></>;
    const late = row.answerBy !== undefined && row.answerBy < now;
    return <span className={late ? 'due-late' : undefined}>{row.answerBy ? `${late ? 'Quá hạn bổ sung' : 'Bổ sung đến'} ${shortMoment(row.answerBy)}` : 'Chờ bổ sung'}</span>;
  }
  if (row.state === 'awaiting-financial-duty') return <span>Chờ nghĩa vụ tài chính</span>;
  return (
    <>
      <span>{row.stepName}</span>
      {row.ownDueAt && <div className={`faint ${dueTone(row.ownDueAt, now) === 'late' ? 'due-late' : ''}`}>hạn của cơ quan {shortMoment(row.ownDueAt)}</div>}
      {row.stepDueAt && <div className={`faint ${dueTone(row.stepDueAt, now) === 'late' ? 'due-late' : ''}`}>hạn bước {shortMoment(row.stepDueAt)}</div>}
    </>
  );
};

/** Late is only what still runs: a pause is said as a pause, and what is issued is no longer waited for. */
const Due = ({ row, now }: { readonly row: InboxRow; readonly now: Moment }) => {
  if (!row.dueAt) return <span className="faint">{row.state === 'handed-over' || row.state === 'in-process' ? 'chưa tính hạn' : '–'}</span>;
  if (row.state === 'handed-over' || row.state === 'in-process') return <DueBadge due={row.dueAt} now={now} />;
  const paused = row.state === 'supplement-asked' || row.state === 'awaiting-financial-duty';
  return <span className="due"><span>{shortMoment(row.dueAt)}</span><small className={paused ? 'step-paused' : 'faint'}>{paused ? 'tạm dừng' : 'đã xong'}</small></span>;
};

const Whose = ({ row }: { readonly row: InboxRow }) => {
  if (row.state === 'handed-over') return <span className="faint">chưa nhận</span>;
  if (!row.assigneeName) return <span className="faint">{row.state === 'in-process' && row.stepRole !== 'records-clerk' ? 'chưa phân công' : '–'}{row.sectionName && <div>{row.sectionName}</div>}</span>;
  return <>{row.assigneeName}{row.sectionName && <div className="faint">{row.sectionName}</div>}</>;
};

const Line = ({ row, now, list, index, ticks, showState }: { readonly row: InboxRow; readonly now: Moment; readonly list: ListKeys; readonly index: number; readonly ticks: boolean; readonly showState: boolean }) => (
  <tr data-row={row.dossierId} className={[list.at === index && 'at-row', list.marked.has(row.dossierId) && 'chosen'].filter(Boolean).join(' ') || undefined} onClick={() => list.go(index)}>
    {ticks && <td className="tick"><Check label={`Chọn hồ sơ ${row.code}`} checked={list.marked.has(row.dossierId)} onChecked={() => list.mark(row.dossierId)} /></td>}
    <td data-head="Hẹn trả" className="inbox-due"><Due row={row} now={now} /></td>
    <td data-head="Hồ sơ">
      <Link to="/co-quan/ho-so/$dossierId" params={{ dossierId: row.dossierId }} className="code">{row.code}</Link>
      {row.regime === 'public-post' && <> <span className="chip"><Icon name="send" size={14} />Bưu chính</span></>}
      {showState && <> <StatusChip state={row.state} where={false} /></>}
      <div className="inbox-procedure" title={row.procedureName}>{row.procedureName}</div>
    </td>
    <td data-head="Chủ hồ sơ"><strong>{row.ownerName}</strong>{row.applicantName !== row.ownerName && <div className="faint">người nộp: {row.applicantName}</div>}</td>
    <td data-head="Đang ở"><Standing row={row} now={now} /></td>
    <td data-head="Người xử lý"><Whose row={row} /></td>
    <td data-head="Nơi tiếp nhận"><span>{row.deskName}</span><div className="faint">{shortMoment(row.receivedAt)}</div></td>
  </tr>
);

export type InboxTableProps = { readonly tab: InboxTab | 'found'; readonly rows: readonly InboxRow[]; readonly now: Moment; readonly list: ListKeys; readonly ticks: boolean };

export const InboxTable = ({ tab, rows, now, list, ticks }: InboxTableProps) => {
  const desks = tab === 'to-send' ? [...new Set(rows.map((row) => row.deskName))] : [''];
  const columns = ticks ? 7 : 6;
  return (
    <table className="table stackable inbox-table">
      <caption className="hidden-label">Danh sách hồ sơ</caption>
      <thead>
        <tr>
          {ticks && <th scope="col" className="tick"><span className="hidden-label">Chọn</span></th>}
          <th scope="col">Hẹn trả</th><th scope="col">Hồ sơ</th><th scope="col">Chủ hồ sơ</th><th scope="col">Đang ở</th><th scope="col">Người xử lý</th><th scope="col">Nơi tiếp nhận</th>
        </tr>
      </thead>
      {desks.map((desk) => {
        const own = desk === '' ? rows : rows.filter((row) => row.deskName === desk);
        const ids = own.map((row) => row.dossierId);
        return (
          <tbody key={desk}>
            {desk !== '' && (
              <tr className="group-row"><th scope="rowgroup" colSpan={columns}>
                <Check checked={ids.every((id) => list.marked.has(id))} onChecked={(on) => list.setMarked(on ? ids : [])}>Về {desk} · {own.length} kết quả</Check>
              </th></tr>
            )}
            {own.map((row) => <Line key={row.dossierId} row={row} now={now} list={list} index={rows.indexOf(row)} ticks={ticks} showState={tab === 'all' || tab === 'found' || tab === 'mine'} />)}
          </tbody>
        );
      })}
    </table>
  );
};

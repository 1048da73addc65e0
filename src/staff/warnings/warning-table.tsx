// One line a warning: when it falls due, whose it is, what it is about, with whom, and the way to the next act.
import { Link } from '@tanstack/react-router';
import { formatDate } from '#core/kernel/format.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import type { WarningRow, WarningsView } from '#wire/warnings.wire.ts';
import { DueBadge } from '../design/due-badge.tsx';
import { StatusChip } from '../design/status-chip.tsx';
import { shortMoment } from '../words/moment-words.ts';
import type { ListKeys } from '../office/inbox/use-list-keys.ts';
import type { Side } from './use-warnings.ts';
import { aboutWords, finishedWords, linkOf, NEXT_LABELS, urgencyWords } from './warning-words.ts';

type LineProps = { readonly row: WarningRow; readonly now: Moment; readonly side: Side; readonly list: ListKeys; readonly index: number };

const Line = ({ row, now, side, list, index }: LineProps) => (
  <tr data-row={`${row.kind}-${row.dossierId}`} className={list.at === index ? 'at-row' : undefined} onClick={() => list.go(index)}>
    <td data-head="Đến hạn" className="inbox-due">{row.urgency === 'finished'
      ? <span className={`due due-${row.daysLate ? 'late' : 'calm'}`}><span>{shortMoment(row.fallsAt)}</span><small>{finishedWords(row)}</small></span>
      : <DueBadge due={row.fallsAt} now={now} />}</td>
    <td data-head="Hồ sơ">
      <Link to={side === 'desk' ? '/ho-so/$dossierId' : '/co-quan/ho-so/$dossierId'} params={{ dossierId: row.dossierId }} className="code">{row.code}</Link>
      {' '}<StatusChip state={row.state} where={false} />
      <div className="inbox-procedure">{row.procedureName}</div>
    </td>
    <td data-head="Chủ hồ sơ"><strong>{row.ownerName}</strong>{row.phone && <div><a href={`tel:${row.phone}`}>{row.phone}</a></div>}</td>
    <td data-head="Việc">
      {aboutWords(row)}
      {row.apologyBy && <div className="faint">{row.kind === 'apology' ? 'Chậm nhất' : 'Không kịp: xin lỗi, hẹn lại chậm nhất'} {formatDate(row.apologyBy)}</div>}
      {row.kind === 'step' && row.dueAt && <div className="faint">hẹn trả {formatDate(dateOf(row.dueAt))}</div>}
    </td>
    <td data-head="Phụ trách">{row.inChargeName ?? <span className="faint">chưa phân công</span>}<div className="faint">{side === 'desk' ? row.agencyName : row.deskName}</div></td>
    <td data-head="Việc tiếp theo" className="next"><Link className="button" to={linkOf(side, row)}>{NEXT_LABELS[row.nextStep]}<span className="hidden-label"> {row.code}</span></Link></td>
  </tr>
);

type TableProps = { readonly rows: readonly WarningRow[]; readonly settings: WarningsView['settings']; readonly now: Moment; readonly side: Side; readonly list: ListKeys; readonly grouped: boolean };

export const WarningTable = ({ rows, settings, now, side, list, grouped }: TableProps) => (
  <table className="table stackable warnings">
    <caption className="hidden-label">Việc sắp đến hạn, quá hạn</caption>
    <thead><tr><th scope="col">Đến hạn</th><th scope="col">Hồ sơ</th><th scope="col">Chủ hồ sơ</th><th scope="col">Việc</th><th scope="col">Phụ trách</th><th scope="col">Việc tiếp theo</th></tr></thead>
    {[...new Set(rows.map((row) => row.urgency))].map((urgency) => {
      const own = rows.filter((row) => row.urgency === urgency);
      return (
        <tbody key={urgency}>
          {grouped && <tr className={`group-row urgent-${urgency}`}><th scope="rowgroup" colSpan={6}>{urgencyWords(urgency, settings)} <span className="count">{own.length}</span></th></tr>}
          {own.map((row) => <Line key={`${row.kind}-${row.dossierId}`} row={row} now={now} side={side} list={list} index={rows.indexOf(row)} />)}
        </tbody>
      );
    })}
  </table>
);

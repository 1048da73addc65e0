// What lies here or is on its way, with its dossier, since when, and in which bag.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Moment } from '#core/kernel/moment.ts';
import { daysLateBy } from '#core/transit/late-on-the-way.ts';
import { thingInWords } from '#wire/custody-words.ts';
import type { CustodyList, HeldRow } from '#wire/custody.wire.ts';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { StatusChip } from '../design/status-chip.tsx';
import { Table } from '../design/table.tsx';
import { paperUrl } from '../dossier/paper-pdf.tsx';
import { TransitDue } from '../design/transit-due.tsx';
import { agoWords, shortMoment } from '../words/moment-words.ts';
import { type LateAsked, LateDialog } from './late-dialog.tsx';
import type { Side } from './use-custody.ts';

export const DossierLink = ({ side, dossierId, code }: { readonly side: Side } & Pick<HeldRow, 'dossierId' | 'code'>) =>
  <Link to={side === 'desk' ? '/ho-so/$dossierId' : '/co-quan/ho-so/$dossierId'} params={{ dossierId }} className="code">{code}</Link>;

export const RecordLink = ({ recordId, recordNumber }: Pick<HeldRow, 'recordId' | 'recordNumber'>) => recordId !== undefined && recordNumber !== undefined
  ? <a href={paperUrl(recordId)} target="_blank" rel="noreferrer" aria-label={`Mở biên bản ${recordNumber}`}>biên bản {recordNumber}</a> : null;

const OTHER: Readonly<Record<CustodyList, string | undefined>> = { held: undefined, coming: 'Nơi giao', sent: 'Nơi nhận' };
const SINCE: Readonly<Record<CustodyList, string>> = { held: 'Giữ từ', coming: 'Chuyển lúc', sent: 'Chuyển lúc' };

const LateButton = ({ asked, onAsk }: { readonly asked: LateAsked | undefined; readonly onAsk: (asked: LateAsked) => void }) => asked?.kind === 'dossier'
  && <Button onClick={() => onAsk(asked)}>Lập việc chuyển chậm<span className="hidden-label"> hồ sơ {asked.code}</span></Button>;

export const HeldTable = ({ rows, side, list, now, caption }: {
  readonly rows: readonly HeldRow[]; readonly side: Side; readonly list: CustodyList; readonly now: Moment; readonly caption: string;
}) => {
  const other = OTHER[list];
  const [asked, setAsked] = useState<LateAsked>();
  const lateOf = ({ transitDue, claimable, dossierId, code }: HeldRow): LateAsked | undefined =>
    (claimable && transitDue !== undefined && daysLateBy({ endsOn: transitDue }, now) > 0 ? { kind: 'dossier', side, dossierId, code, endsOn: transitDue } : undefined);
  return (
    <>
      <Table
        caption={caption}
        rows={rows}
        rowKey={(row) => row.thingId}
        columns={[
          {
            head: 'Giấy tờ',
            cell: (row) => (
              <>
                <strong>{thingInWords(row)}</strong> <span className="faint">{row.count} bản</span> {row.hasCase && <span className="chip chip-red"><Icon name="warning" size={14} /> chênh lệch</span>}
                {row.insideLabel && <div className="faint">trong túi {row.insideLabel}</div>}
              </>
            ),
          },
          { head: 'Hồ sơ', cell: (row) => <><DossierLink side={side} {...row} /><div>{row.ownerName}</div></> },
          { head: 'Thủ tục', cell: (row) => row.procedureName },
          ...(other === undefined ? [{ head: 'Tình trạng', cell: (row: HeldRow) => <StatusChip state={row.state} /> }]
            : [{ head: other, cell: (row: HeldRow) => <>{row.otherName}<div className="faint"><RecordLink {...row} /></div></> }]),
          { head: SINCE[list], cell: (row) => <>{shortMoment(row.since)}<div className="faint">{agoWords(row.since, now)}</div>{row.transitDue !== undefined && <TransitDue endsOn={row.transitDue} now={now} />}</> },
          ...(rows.some(lateOf) ? [{ head: 'Việc', cell: (row: HeldRow) => <LateButton asked={lateOf(row)} onAsk={setAsked} /> }] : []),
        ]}
      />
      {asked && <LateDialog asked={asked} now={now} onClose={() => setAsked(undefined)} />}
    </>
  );
};

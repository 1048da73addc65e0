import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInteger } from '#core/kernel/format.ts';
import { bagLabelInGroups } from '#core/numbering/bag-label.ts';
import { settleCase } from '#core/offline/settle-case.ts';
import { useMe } from '../api/session.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Loaded, Panel } from '../design/frames.tsx';
import { type Column, Table } from '../design/table.tsx';
import { fullMoment } from '../words/moment-words.ts';
import { WHO_SETTLES } from '../words/offline-settled.ts';
import { OFFLINE_LABELS, CASE_KINDS } from '../words/offline-words.ts';
import { CaseOf, doneWhere } from './case-of.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { type CaseSide, type CaseView, useCases } from './use-cases.ts';

const Kind = ({ one }: { readonly one: CaseView }) => {
  if (one.settledAt !== undefined) return <span className="chip chip-green">Đã xem xét</span>;
  const { label, tone } = CASE_KINDS[one.kind];
  return <span className={`chip chip-${tone}`}>{label}</span>;
};

const Bag = ({ label, sealNumber, codes }: NonNullable<CaseView['bag']>) => (
  <>
    {label && <>Túi <span className="code">{bagLabelInGroups(label)}</span> · </>}niêm phong {sealNumber}
    <details><summary>{formatInteger(codes.length)} hồ sơ trong túi</summary><ul>{codes.map((code) => <li key={code} className="code">{code}</li>)}</ul></details>
  </>
);

const What = ({ one, side }: { readonly one: CaseView; readonly side: CaseSide }) => (
  <>
    <strong>{OFFLINE_LABELS[one.act]}</strong>
    {one.code && <><br />{side === 'desk' && one.dossierId ? <Link to="/ho-so/$dossierId" params={{ dossierId: one.dossierId }} className="code">{one.code}</Link> : <span className="code">{one.code}</span>}</>}
    <CaseOf one={one} />
    {one.bag && <div><Bag {...one.bag} /></div>}
    <div className="faint"><span className="nowrap">{fullMoment(one.madeAt)}</span> · {doneWhere(one)}</div>
  </>
);

const Settle = ({ one, onSettle }: { readonly one: CaseView; readonly onSettle: (one: CaseView) => void }) => {
  const { roles } = useMe();
  if (one.settledAt !== undefined) return null;
  if (!settleCase({ kind: one.kind, roles }).ok) return <span className="faint">{WHO_SETTLES[one.kind]}</span>;
  return <Button onClick={() => onSettle(one)}>Xem xét<span className="hidden-label"> {OFFLINE_LABELS[one.act]} {one.code}</span></Button>;
};

const columns = (side: CaseSide, onSettle: (one: CaseView) => void): readonly Column<CaseView>[] => [
  { head: 'Việc', width: 'cell-procedure', cell: (one) => <What one={one} side={side} /> },
  { head: 'Tình trạng', cell: (one) => <Kind one={one} /> },
  { head: 'Nội dung và cách giải quyết', cell: (one) => <>{one.text}{one.resolution && <p className="faint">{one.settledBy}: {one.resolution}</p>}</> },
  { head: 'Xem xét', cell: (one) => <Settle one={one} onSettle={onSettle} /> },
];

/** Open ones first; each says in words what happened and what to do. */
export const CaseList = ({ side, deskNames }: { readonly side: CaseSide; readonly deskNames?: ReadonlyMap<string, string> }) => {
  const cases = useCases(side);
  const [asked, setAsked] = useState<CaseView>();
  return (
    <Loaded from={cases} lines={6}>
      {(data) => {
        const open = data.cases.filter((one) => one.settledAt === undefined);
        const rows = [...open, ...data.cases.filter((one) => one.settledAt !== undefined)];
        return (
          <Panel title="Việc cần xem sau khi có mạng" count={open.length} flush>
            {rows.length === 0
              ? <EmptyState icon="check" title="Không có việc nào phải xem">Việc làm lúc mất mạng đã được máy chủ ghi nhận như giấy đã in.</EmptyState>
              : <Table caption="Việc cần xem sau khi có mạng" columns={columns(side, setAsked)} rows={rows} rowKey={(one) => one.caseId} groupOf={deskNames ? (one) => deskNames.get(one.deskId) ?? one.deskId : undefined} />}
            {asked && <SettleDialog one={asked} side={side} onClose={() => setAsked(undefined)} />}
          </Panel>
        );
      }}
    </Loaded>
  );
};

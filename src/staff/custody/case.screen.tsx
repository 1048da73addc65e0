// One case whole: what happened, who answers, what is issued anew, what the post pays, and its end.
import '../office/office.css';
import './custody.css';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { CASE_WORDS } from '#core/custody/case-words.ts';
import { BEARER_WORDS, LIABILITY_WORDS, SETTLED_WORDS } from '#wire/custody-words.ts';
import type { CustodyCaseView } from '#wire/custody-cases.wire.ts';
import { Button } from '../design/button.tsx';
import { Banner, Loaded, Panel, Screen } from '../design/frames.tsx';
import { paperUrl } from '../dossier/paper-pdf.tsx';
import { fullMoment } from '../words/moment-words.ts';
import { CaseCompensation, CaseTasks, CaseThings } from './case-tables.tsx';
import { By, caseThing, otherSide } from './case-parts.tsx';
import { RecordLink } from './held-table.tsx';
import { MinuteDialog } from './minute-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { type Side, useCustodyCase } from './use-custody.ts';

const SIDE_PATH = { desk: 'quay', office: 'co-quan' } as const;

const Facts = ({ view: { case: one, minute, earlier, now, settled, bagId }, side }: { readonly view: CustodyCaseView; readonly side: Side }) => (
  <dl className="case-facts">
    <div><dt>Sự việc</dt><dd>{one.note}<div className="faint">{one.openedByName} · {fullMoment(one.openedAt)}</div></dd></div>
    <div><dt>Hai bên</dt><dd>{one.deskName} · {otherSide(one)}{one.pickup && <div className="faint">{one.pickup.phone} · {one.pickup.address} · {one.pickup.procedureName}</div>}{one.shipment && <div className="faint">bưu gửi {one.shipment.number}, {one.shipment.carrierName}</div>}<div className="faint"><RecordLink {...one} />{bagId !== undefined && <> {one.recordId && '· '}<Link to="/tui-ho-so/$side/$bagId" params={{ side: SIDE_PATH[side], bagId }}>mở túi</Link></>}</div></dd></div>
    <div><dt>Trách nhiệm</dt><dd>
      <strong>{LIABILITY_WORDS[one.liability]}</strong>
      {minute && <div>{minute.ground}<div className="faint"><a href={paperUrl(minute.paperId)} target="_blank" rel="noreferrer">biên bản xác định trách nhiệm {minute.number}</a> · {fullMoment(minute.at)}{minute.replaces !== undefined && <>, thay {minute.replaces}: {minute.replacedBecause}</>}</div></div>}
      {earlier.map((one) => <div key={one.paperId} className="faint">đã thay: <a href={paperUrl(one.paperId)} target="_blank" rel="noreferrer">biên bản {one.number}</a>, {LIABILITY_WORDS[one.liability]} · {one.byName}, {fullMoment(one.at)}</div>)}
    </dd></div>
    <div><dt>Xử lý trước</dt><dd><By day={one.settleBy} now={now} done={settled !== undefined} /></dd></div>
  </dl>
);

const Case = ({ view, side }: { readonly view: CustodyCaseView; readonly side: Side }) => {
  const [asked, setAsked] = useState<'settle' | 'minute'>();
  const { case: one, settled, minute } = view;
  const close = () => setAsked(undefined);
  return (
    <div className="stack">
      {settled && <Banner><strong>{SETTLED_WORDS[settled.how]}</strong>{settled.costBearer && <> · {BEARER_WORDS[settled.costBearer]}</>}: {settled.note} ({settled.byName}, {fullMoment(settled.at)})</Banner>}
      <Panel
        title={CASE_WORDS[one.kind]}
        acts={!settled && (
          <>
            {side === 'desk' && !minute && <Button look="main" icon="paper" onClick={() => setAsked('minute')}>Lập biên bản xác định trách nhiệm</Button>}
            {side === 'desk' && minute && <Button icon="paper" onClick={() => setAsked('minute')}>Lập biên bản thay thế</Button>}
            <Button look={minute || side === 'office' ? 'main' : 'plain'} onClick={() => setAsked('settle')}>Xử lý việc này</Button>
          </>
        )}
      >
        <Facts view={view} side={side} />
        {!minute && !settled && side === 'office' && <p className="soft">Bưu điện lập biên bản xác định trách nhiệm, hai bên ký; bản ký và việc cấp lại hiện ở đây.</p>}
      </Panel>
      <CaseThings view={view} side={side} />
      <CaseTasks view={view} side={side} />
      <CaseCompensation view={view} side={side} />
      {asked === 'settle' && <SettleDialog one={one} side={side} onClose={close} />}
      {asked === 'minute' && <MinuteDialog view={view} onClose={close} />}
    </div>
  );
};

const CaseScreen = ({ side }: { readonly side: Side }) => {
  const { caseId } = useParams({ strict: false }) as { readonly caseId: string };
  const found = useCustodyCase(side, caseId);
  const back = { to: side === 'desk' ? '/giao-nhan' : '/co-quan/giao-nhan', search: { muc: 'cases' } } as const;
  return (
    <Screen title={found.data ? caseThing(found.data.case) : 'Việc chênh lệch giao nhận'} acts={<Link className="button" {...back}>Mọi việc chênh lệch</Link>}>
      <Loaded from={found} lines={8}>{(view) => <Case view={view} side={side} />}</Loaded>
    </Screen>
  );
};

export const DeskCaseScreen = () => <CaseScreen side="desk" />;
export const OfficeCaseScreen = () => <CaseScreen side="office" />;

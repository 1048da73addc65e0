// What both sides counted differently: what it is, what each side says, by when it is to be settled.
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { CASE_WORDS, thingInWords } from '#wire/custody-words.ts';
import type { CustodyCase } from '#wire/custody.wire.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Loaded, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { DossierLink, RecordLink } from './held-table.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { type Side, useCustodyCases } from './use-custody.ts';

export const CaseList = ({ side }: { readonly side: Side }) => {
  const cases = useCustodyCases(side, true);
  const [asked, setAsked] = useState<CustodyCase>();
  return (
    <Loaded from={cases} lines={6}>
      {(data) => (
        <Panel flush>
          {data.cases.length === 0 ? (
            <EmptyState icon="check" title="Hai bên giao, nhận khớp nhau">Khi kiểm đếm thấy thiếu, hư hỏng hoặc cơ quan không nhận, việc cần xử lý hiện ở đây cho cả hai bên.</EmptyState>
          ) : (
            <Table
              caption="Việc chênh lệch giao nhận"
              rows={data.cases}
              rowKey={(one) => one.caseId}
              columns={[
                { head: 'Giấy tờ', cell: (one) => <><strong>{thingInWords(one.thing)}</strong><div><DossierLink side={side} {...one} /></div>{one.ownerName}</> },
                { head: 'Chênh lệch', cell: (one) => <><span className="chip chip-red">{CASE_WORDS[one.kind]}</span><div className="faint">giao {one.sent} · nhận {one.arrived}</div></> },
                { head: 'Hai bên', cell: (one) => <>{one.deskName} · {one.agencyName}<div className="faint"><RecordLink {...one} /></div></> },
                { head: 'Người kiểm đếm ghi', cell: (one) => <>{one.note}<div className="faint">{one.openedByName} · {shortMoment(one.openedAt)}</div></> },
                { head: 'Xử lý trước', cell: (one) => <strong className={one.settleBy < dateOf(data.now) ? 'due-late' : undefined}>{formatDate(one.settleBy)}{one.settleBy < dateOf(data.now) && ' · đã quá'}</strong> },
                { head: 'Xử lý', cell: (one) => <Button onClick={() => setAsked(one)}>Xử lý<span className="hidden-label"> {thingInWords(one.thing)} {one.code}</span></Button> },
              ]}
            />
          )}
          {asked && <SettleDialog one={asked} side={side} onClose={() => setAsked(undefined)} />}
        </Panel>
      )}
    </Loaded>
  );
};

// What went wrong on the way, the most urgent first; before it, what this side has to issue anew.
import { useState } from 'react';
import type { CustodyCase, OwnReissueTask } from '#wire/custody-cases.wire.ts';
import { Button } from '../design/button.tsx';
import { EmptyState, Loaded, Panel } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { shortMoment } from '../words/moment-words.ts';
import { Answerable, By, CaseKindChip, CaseLink, caseThing, otherSide } from './case-parts.tsx';
import { DossierLink, RecordLink } from './held-table.tsx';
import { ReissueDialog } from './reissue-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { type Side, useCustodyCases } from './use-custody.ts';

type Asked = { readonly kind: 'settle'; readonly one: CustodyCase } | { readonly kind: 'reissue'; readonly task: OwnReissueTask };

export const CaseList = ({ side }: { readonly side: Side }) => {
  const cases = useCustodyCases(side, true);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <Loaded from={cases} lines={6}>
      {(data) => (
        <div className="stack">
          {data.tasks.length > 0 && (
            <Panel title="Giấy tờ phải cấp lại" count={data.tasks.length} flush>
              <Table
                caption="Giấy tờ phải cấp lại" rows={data.tasks} rowKey={(task) => `${task.caseId} ${task.taskNo}`}
                columns={[
                  { head: 'Giấy tờ', cell: (task) => <><strong>{task.what}</strong>{task.code && <div className="code">{task.code}</div>}</> },
                  { head: 'Theo biên bản', cell: (task) => <>{task.minuteNumber}<div className="faint">{task.askedByName} · {shortMoment(task.askedAt)}</div></> },
                  { head: 'Xong trước', cell: (task) => <By day={task.due} now={data.now} /> },
                  { head: 'Việc', cell: (task) => <Button onClick={() => setAsked({ kind: 'reissue', task })}>Đã cấp lại<span className="hidden-label"> {task.what} {task.code}</span></Button> },
                ]}
              />
            </Panel>
          )}
          <Panel flush>
            {data.cases.length === 0 ? (
              <EmptyState icon="check" title="Hai bên giao, nhận khớp nhau">Khi kiểm đếm thấy thiếu, thừa, hư hỏng, mất niêm phong, túi thất lạc hoặc cơ quan không nhận, việc cần xử lý hiện ở đây cho cả hai bên.</EmptyState>
            ) : (
              <Table
                caption="Việc chênh lệch giao nhận" rows={data.cases} rowKey={(one) => one.caseId}
                columns={[
                  { head: 'Giấy tờ', cell: (one) => <><CaseLink side={side} one={one} />{one.dossier && <><div><DossierLink side={side} {...one.dossier} /></div>{one.dossier.ownerName}</>}</> },
                  { head: 'Chênh lệch', cell: (one) => <CaseKindChip one={one} /> },
                  { head: 'Hai bên', cell: (one) => <>{one.deskName} · {otherSide(one)}<div className="faint"><RecordLink {...one} /></div></> },
                  { head: 'Người kiểm đếm ghi', cell: (one) => <>{one.note}<div className="faint">{one.openedByName} · {shortMoment(one.openedAt)}</div></> },
                  { head: 'Trách nhiệm', cell: (one) => <Answerable one={one} /> },
                  { head: 'Xử lý trước', cell: (one) => <By day={one.settleBy} now={data.now} /> },
                  { head: 'Xử lý', cell: (one) => <Button onClick={() => setAsked({ kind: 'settle', one })}>Xử lý<span className="hidden-label"> {caseThing(one)} {one.dossier?.code}</span></Button> },
                ]}
              />
            )}
          </Panel>
          {asked?.kind === 'settle' && <SettleDialog one={asked.one} side={side} onClose={close} />}
          {asked?.kind === 'reissue' && <ReissueDialog task={asked.task} side={side} onClose={close} />}
        </div>
      )}
    </Loaded>
  );
};

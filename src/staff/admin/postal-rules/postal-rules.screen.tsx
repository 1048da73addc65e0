// How long the post may carry, what it owes and how soon it answers, from which day and by which document; and how the rules came about.
import '../admin.css';
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { rowOn } from '#core/transit/postal-rules.ts';
import type { PostalRulesView } from '#wire/postal-rules.wire.ts';
import { Button } from '../../design/button.tsx';
import { Banner, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { MadeBy } from '../made-by/made-by.tsx';
import { MARK_WORDS } from '../mark-words.ts';
import { RuleDialog } from './rule-dialog.tsx';
import type { AskedRule } from './rule-draft.ts';
import { type AnyRule, PART_WORDS, STANDING_WORDS, changeWords, compensationWords, complaintWords, standingOf, zoneWords } from './rule-words.ts';
import { usePostalRules } from './use-postal-rules.ts';

const CHIPS = { coming: 'chip chip-amber', holds: 'chip chip-green', past: 'chip' } as const;

const Rules = <Row extends AnyRule>({ title, rows, today, figures, onEdit, onNew }: {
  readonly title: string; readonly rows: readonly Row[]; readonly today: PlainDate; readonly figures: (row: Row) => readonly string[]; readonly onEdit: (row: Row) => void; readonly onNew: () => void;
}) => (
  <Panel title={title} flush acts={<Button onClick={onNew}>Lập quy tắc mới<span className="hidden-label"> {title}</span></Button>}>
    <Table
      caption={title} rows={rows.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))} rowKey={({ validFrom }) => validFrom}
      columns={[
        { head: 'Áp dụng từ', cell: (row) => { const standing = standingOf(row, rows, today); return <>{formatDate(row.validFrom)} <span className={CHIPS[standing]}>{STANDING_WORDS[standing]}</span></>; } },
        { head: 'Quy tắc', cell: (row) => <ul className="rule-lines">{figures(row).map((text) => <li key={text}>{text}</li>)}</ul> },
        { head: 'Văn bản', cell: (row) => <>{row.instrument}{row.note !== undefined && <div><small className="faint">{row.note}</small></div>}</> },
        { head: 'Xác minh', cell: (row) => <span className={row.mark === 'verified' ? 'chip' : 'chip chip-amber'}>{MARK_WORDS[row.mark]}</span> },
        { head: 'Việc', cell: (row) => <Button onClick={() => onEdit(row)}>{row.validFrom > today ? 'Sửa' : 'Ghi văn bản'}<span className="hidden-label"> {title} từ {formatDate(row.validFrom)}</span></Button> },
      ]}
    />
  </Panel>
);

const Versions = ({ versions }: Pick<PostalRulesView, 'versions'>) => (
  <Panel title="Các phiên bản của quy tắc" count={versions.length}>
    <ol className="versions">
      {versions.map((made) => (
        <li key={made.version} className="stack-tight">
          <h3>Phiên bản {made.version}</h3>
          {made.change && <p>{changeWords(made.change)}</p>}
          <MadeBy made={made} shipped="Quy tắc kèm theo chương trình." />
        </li>
      ))}
    </ol>
  </Panel>
);

export const PostalRulesScreen = () => {
  const rules = usePostalRules();
  const [asked, setAsked] = useState<AskedRule>();
  return (
    <Screen title="Quy tắc bưu chính">
      <Loaded from={rules} lines={8}>
        {(view) => {
          const today = dateOf(view.now);
          const unseen = [...view.transit, ...view.compensation, ...view.complaint].filter(({ mark }) => mark === 'assumed').length;
          const [transit, compensation, complaint] = [rowOn(view.transit, today), rowOn(view.compensation, today), rowOn(view.complaint, today)];
          return (
            <div className="stack">
              {unseen > 0 && <Banner tone="amber">{unseen} quy tắc chưa xác minh. Khi có văn bản, ghi số, ký hiệu và đánh dấu đã xác minh; nếu số khác, lập quy tắc mới áp dụng từ ngày sau hôm nay.</Banner>}
              <Rules title={PART_WORDS.transit} rows={view.transit} today={today} figures={({ zones }) => zones.map(zoneWords)} onEdit={(row) => setAsked({ part: 'transit', row, isNew: false })} onNew={() => transit && setAsked({ part: 'transit', row: transit, isNew: true })} />
              <Rules title={PART_WORDS.compensation} rows={view.compensation} today={today} figures={(row) => [compensationWords(row)]} onEdit={(row) => setAsked({ part: 'compensation', row, isNew: false })} onNew={() => compensation && setAsked({ part: 'compensation', row: compensation, isNew: true })} />
              <Rules title={PART_WORDS.complaint} rows={view.complaint} today={today} figures={(row) => [complaintWords(row)]} onEdit={(row) => setAsked({ part: 'complaint', row, isNew: false })} onNew={() => complaint && setAsked({ part: 'complaint', row: complaint, isNew: true })} />
              <Versions versions={view.versions} />
              {asked && <RuleDialog asked={asked} rules={view} onClose={() => setAsked(undefined)} onDone={() => { toast('Đã lưu quy tắc bưu chính.'); setAsked(undefined); }} />}
            </div>
          );
        }}
      </Loaded>
    </Screen>
  );
};

// Which form of which circular is printed from which day, and how the table came about.
import '../admin.css';
import { useState } from 'react';
import { formatDate } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { FORM_NAMES, FORM_VERSION_NAMES, type FormVersionRow, formVersionOn, ONE_STOP_FORMS, rowsOf } from '#core/paper-form/form-versions.ts';
import type { FormsView } from '#wire/forms.wire.ts';
import { businessNow } from '../../api/session.ts';
import { Button } from '../../design/button.tsx';
import { Banner, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { MadeBy } from '../made-by/made-by.tsx';
import { MARK_WORDS } from '../mark-words.ts';
import { FormDialog } from './form-dialog.tsx';
import { useForms } from './use-forms.ts';

const nameOf = ({ form, version }: FormVersionRow): string => `${FORM_NAMES[form]} – ${FORM_VERSION_NAMES[version].toLowerCase()}`;

const rowWords = (row: FormVersionRow | undefined): string => row ? `từ ${formatDate(row.validFrom)}, ${row.instrument}, ${MARK_WORDS[row.mark].toLowerCase()}` : 'chưa có';

const Versions = ({ versions }: Pick<FormsView, 'versions'>) => (
  <Panel title="Các phiên bản của bảng" count={versions.length}>
    <ol className="versions">
      {versions.map((made) => (
        <li key={made.version} className="stack-tight">
          <h3>Phiên bản {made.version}</h3>
          {made.change && <p>{nameOf(made.change.after)}: trước đây {rowWords(made.change.before)}; nay {rowWords(made.change.after)}.</p>}
          <MadeBy made={made} shipped="Bảng kèm theo chương trình." />
        </li>
      ))}
    </ol>
  </Panel>
);

export const FormsScreen = () => {
  const forms = useForms();
  const [editing, setEditing] = useState<FormVersionRow>();
  const today = dateOf(businessNow());
  return (
    <Screen title="Biểu mẫu">
      <Loaded from={forms} lines={8}>
        {({ version, rows, versions }) => {
          const unseen = rows.filter((row) => row.mark === 'assumed').length;
          return (
            <>
              {unseen > 0 && <Banner tone="amber">{unseen} mẫu có ngày áp dụng chưa xác minh. Khi có văn bản, sửa ngày và ghi căn cứ; giấy tờ cấp từ ngày đó theo mẫu mới.</Banner>}
              <Panel flush>
                <Table
                  caption="Mẫu nào áp dụng từ ngày nào" rows={ONE_STOP_FORMS.flatMap((form) => rowsOf(rows, form))} rowKey={(row) => `${row.form} ${row.version}`}
                  groupOf={(row) => FORM_NAMES[row.form]}
                  columns={[
                    { head: 'Mẫu', cell: (row) => <>{FORM_VERSION_NAMES[row.version]}{formVersionOn({ rows }, row.form, today) === row.version && <> <span className="chip chip-green">Đang áp dụng</span></>}</> },
                    { head: 'Áp dụng từ', cell: (row) => formatDate(row.validFrom) },
                    { head: 'Văn bản', cell: (row) => <>{row.instrument}{row.note !== undefined && <small className="faint agency">{row.note}</small>}</> },
                    { head: 'Xác minh', cell: (row) => <span className={row.mark === 'verified' ? 'chip' : 'chip chip-amber'}>{MARK_WORDS[row.mark]}</span> },
                    { head: 'Việc', cell: (row) => <Button onClick={() => setEditing(row)}>Sửa<span className="hidden-label"> ngày áp dụng của {nameOf(row)}</span></Button> },
                  ]}
                />
              </Panel>
              <Versions versions={versions} />
              {editing && <FormDialog row={editing} version={version} onClose={() => setEditing(undefined)} onDone={() => { toast(`Đã lưu: ${nameOf(editing)}.`); setEditing(undefined); }} />}
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
};

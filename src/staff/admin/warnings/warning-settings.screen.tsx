// How early each desk and each agency is warned; whoever has no setting of its own keeps the usual one.
import '../../warnings/warnings.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { foldVietnamese } from '#core/kernel/fold.ts';
import type { WarningSettings } from '#core/warning/warning-settings.ts';
import { type WarningSettingsView, warningSettingsView, warningsChangedAnswer } from '#wire/warnings.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../../design/frames.tsx';
import { Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { minutesInWords } from '../../warnings/warning-words.ts';

const QUERY = ['admin', 'warning-settings'] as const;
type Holder = WarningSettingsView['holders'][number];

const inWords = ({ firstDays, secondDays, lastMinutes, uncollectedDays }: WarningSettings): string =>
  `trước ${firstDays} ngày, ${secondDays} ngày và ${minutesInWords(lastMinutes)} làm việc; kết quả tồn sau ${uncollectedDays} ngày làm việc`;

const FIELDS: readonly (readonly [name: keyof WarningSettings, label: string, hint: string])[] = [
  ['firstDays', 'Lần nhắc đầu', 'ngày làm việc, 2–30'],
  ['secondDays', 'Lần nhắc thứ hai', 'ngày làm việc, 1–29'],
  ['lastMinutes', 'Lần nhắc cuối', 'phút làm việc, 15–480'],
  ['uncollectedDays', 'Kết quả tồn sau', 'ngày làm việc, 1–60'],
];

const Editor = ({ holder, usual, onClose }: { readonly holder: Holder; readonly usual: WarningSettings; readonly onClose: () => void }) => {
  const before = holder.settings ?? usual;
  const [draft, setDraft] = useState(() => Object.fromEntries(FIELDS.map(([name]) => [name, String(before[name])])) as Record<keyof WarningSettings, string>);
  const change = useAct((body: object) => ({ path: `/api/admin/warning-settings/${encodeURIComponent(holder.holder)}`, body, answer: warningsChangedAnswer }), {
    refresh: [QUERY], onDone: () => { toast(`Đã đặt thời gian nhắc hạn cho ${holder.name}.`); onClose(); },
  });
  const number = (text: string) => (/^\d+$/u.test(text.trim()) ? Number(text) : text);
  return (
    <ConfirmDialog act="Lưu thời gian nhắc hạn" title={`Nhắc hạn: ${holder.name}`} busy={change.busy} onClose={onClose} onConfirm={() => void change.run(Object.fromEntries(FIELDS.map(([name]) => [name, number(draft[name])])))}>
      {change.error && Object.keys(change.errors).length === 0 && <Banner tone="red">{change.error.message}</Banner>}
      <div className="warning-numbers">
        {FIELDS.map(([name, label, hint]) => (
          <Field key={name} label={label} hint={hint} name={name} inputMode="numeric" value={draft[name]} error={change.errors[name]} onValue={(value) => setDraft((d) => ({ ...d, [name]: value }))} />
        ))}
      </div>
      <p><Button look="plain" onClick={() => setDraft(Object.fromEntries(FIELDS.map(([name]) => [name, String(usual[name])])) as Record<keyof WarningSettings, string>)}>Điền lại mức thông thường</Button></p>
    </ConfirmDialog>
  );
};

export const WarningSettingsScreen = () => {
  const settings = useQuery({ queryKey: QUERY, queryFn: ({ signal }) => ask('/api/admin/warning-settings', warningSettingsView, signal) });
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<Holder>();
  return (
    <Screen title="Thời gian nhắc hạn">
      <Loaded from={settings} lines={8}>
        {({ usual, holders }) => {
          const found = holders.filter((one) => foldVietnamese(one.name).includes(foldVietnamese(query)));
          return (
            <>
              <Banner>Mức thông thường: nhắc {inWords(usual)}. Ngày nghỉ không được tính.</Banner>
              <Field label="Tìm quầy, cơ quan" name="q" value={query} onValue={setQuery} placeholder="Tên, không cần dấu" />
              <Panel flush>
                {found.length === 0 ? <EmptyState icon="find" title="Không có quầy, cơ quan nào khớp">Bớt từ tìm.</EmptyState> : (
                  <Table
                    caption="Thời gian nhắc hạn theo quầy và cơ quan" rows={found} rowKey={(row) => row.holder}
                    groupOf={(row) => (row.kind === 'desk' ? 'Quầy tiếp nhận' : 'Cơ quan giải quyết')}
                    columns={[
                      { head: 'Nơi được nhắc', cell: (row) => row.name },
                      { head: 'Nhắc hạn', cell: (row) => (row.settings ? <strong>{inWords(row.settings)}</strong> : <span className="faint">mức thông thường</span>) },
                      { head: 'Việc', cell: (row) => <Button onClick={() => setEditing(row)}>Đổi thời gian<span className="hidden-label"> nhắc hạn của {row.name}</span></Button> },
                    ]}
                  />
                )}
              </Panel>
              {editing && <Editor holder={editing} usual={usual} onClose={() => setEditing(undefined)} />}
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
};

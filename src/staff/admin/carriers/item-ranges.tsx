// The ranges of item numbers that the post gave to desks: how much of each is used, what was left out.
import { useState } from 'react';
import type { DeskId } from '#core/organisation/organisation.ts';
import { formatInteger } from '#core/kernel/format.ts';
import type { z } from 'zod';
import { giveItemRangeCommand, type itemRangesView } from '#wire/carriers.wire.ts';
import { focusFirstError, useAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { Banner, EmptyState, Loaded, Panel } from '../../design/frames.tsx';
import { type Column, Table } from '../../design/table.tsx';
import { toast } from '../../design/toast.tsx';
import { fullMoment } from '../../words/moment-words.ts';
import { type RangeDraft, makeRange } from './range-draft.ts';
import { ITEM_RANGES, useItemRanges } from './use-carriers.ts';

type View = z.output<typeof itemRangesView>;
type Row = View['ranges'][number];

const COLUMNS: readonly Column<Row>[] = [
  { head: 'Quầy', cell: (row) => row.deskName },
  { head: 'Từ số', cell: (row) => <strong className="nowrap">{row.first}</strong> },
  { head: 'Đến số', cell: (row) => <strong className="nowrap">{row.last}</strong> },
  { head: 'Đã lấy', number: true, cell: (row) => `${formatInteger(row.taken)} / ${formatInteger(row.to - row.from + 1)}` },
  { head: 'Bỏ trống', number: true, cell: (row) => formatInteger(row.unused) },
  { head: 'Văn bản cấp', cell: (row) => row.decision },
  { head: 'Ghi bởi', cell: (row) => <>{row.givenByName}<br /><span className="faint nowrap">{fullMoment(row.givenAt)}</span></> },
];

const RangeDialog = ({ desks, onClose }: { readonly desks: View['desks']; readonly onClose: () => void }) => {
  const [draft, setDraft] = useState<RangeDraft>({ deskId: desks.length === 1 ? (desks[0]?.deskId ?? '') : '', prefix: '', from: '', to: '', decision: '' });
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const give = useAct((body: z.output<typeof giveItemRangeCommand>) => ({ path: '/api/admin/item-ranges', body, answer: giveItemRangeCommand }), {
    refresh: [ITEM_RANGES], onDone: () => { onClose(); toast('Đã cấp dải số hiệu bưu gửi.'); },
  });
  const set = (change: Partial<RangeDraft>) => setDraft({ ...draft, ...change });
  const submit = () => {
    const made = makeRange(draft);
    setMissing('errors' in made ? made.errors : {});
    if ('errors' in made) return void requestAnimationFrame(() => focusFirstError(made.errors));
    void give.run({ ...made.range, deskId: made.range.deskId as DeskId });
  };
  const errors = { ...give.errors, ...missing };
  return (
    <Dialog
      title="Cấp dải số hiệu bưu gửi" onClose={onClose} onSubmit={submit} locked={give.busy}
      foot={<><Button onClick={onClose} disabled={give.busy}>Quay lại</Button><Button type="submit" look="main" busy={give.busy}>Cấp dải số hiệu</Button></>}
    >
      {give.error && Object.keys(give.errors).length === 0 && <Banner tone="red">{give.error.message}</Banner>}
      <SelectField label="Quầy" name="deskId" value={draft.deskId} onValue={(deskId) => set({ deskId })} placeholder="Chọn quầy" error={errors['deskId']} options={desks.map(({ deskId, name }) => ({ value: deskId, label: name }))} />
      <div className="fields">
        <Field width="w2" label="Hai chữ đầu" name="prefix" maxLength={2} value={draft.prefix} onValue={(prefix) => set({ prefix: prefix.toUpperCase() })} error={errors['prefix']} />
        <Field width="w4" label="Số đầu" name="from" inputMode="numeric" maxLength={8} value={draft.from} onValue={(from) => set({ from })} error={errors['from']} />
        <Field width="w4" label="Số cuối" name="to" inputMode="numeric" maxLength={8} value={draft.to} onValue={(to) => set({ to })} error={errors['to']} />
      </div>
      <p className="field-hint">Tám chữ số, không kể chữ số kiểm tra: số hiệu RR473124829VN có số 47312482.</p>
      <Field label="Văn bản cấp" name="decision" maxLength={300} value={draft.decision} onValue={(decision) => set({ decision })} error={errors['decision']} hint="Số, ký hiệu văn bản của bưu điện" />
    </Dialog>
  );
};

export const ItemRanges = () => {
  const ranges = useItemRanges();
  const [giving, setGiving] = useState(false);
  return (
    <Loaded from={ranges} lines={5}>
      {({ ranges: rows, desks }) => (
        <>
          <Panel title="Số hiệu bưu gửi" count={rows.length} flush acts={<Button look="main" onClick={() => setGiving(true)}>Cấp dải số hiệu</Button>}>
            {rows.length === 0
              ? <EmptyState icon="list" title="Chưa quầy nào có số hiệu bưu gửi">Ghi dải số mà bưu điện cấp cho quầy; quầy lấy số lần lượt, hết dải trước mới sang dải sau.</EmptyState>
              : <Table caption="Dải số hiệu bưu gửi của các quầy" rows={rows} rowKey={(row) => `${row.deskId} ${row.first}`} columns={COLUMNS} />}
          </Panel>
          {giving && <RangeDialog desks={desks} onClose={() => setGiving(false)} />}
        </>
      )}
    </Loaded>
  );
};

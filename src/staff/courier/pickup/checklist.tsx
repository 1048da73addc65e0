import type { PickupView } from '#wire/pickup.wire.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { allOf, countOf, counted, type Form, FORMS, type PickupDraft } from './pickup-draft.ts';

type Item = PickupView['checklist'][number];

const Steps = ({ name, label, count, onCount }: { readonly name: string; readonly label: string; readonly count: number; readonly onCount: (count: number) => void }) => (
  <div className="courier-steps" role="group" aria-label={`${name}: ${label}`}>
    <span>{label}</span>
    <Button aria-label={`Bớt một ${label}`} disabled={count === 0} onClick={() => onCount(count - 1)}>−</Button>
    <output aria-label={`Số ${label}`}>{count}</output>
    <Button aria-label={`Thêm một ${label}`} onClick={() => onCount(count + 1)}>+</Button>
  </div>
);

const Line = ({ item, draft, onDraft }: { readonly item: Item; readonly draft: PickupDraft; readonly onDraft: (draft: PickupDraft) => void }) => {
  const needs = FORMS.filter(({ of }) => item[of] > 0);
  const forms: readonly { readonly form: Form; readonly label: string }[] = needs.length > 0 ? needs : FORMS.slice(0, 1);
  return (
    <li>
      <strong>{item.name}</strong>
      {!item.required && <span className="soft">Nộp nếu có</span>}
      {item.note && <span className="soft">{item.note}</span>}
      {item.shownOnly ? <span>Chỉ xuất trình, không thu.</span> : (
        <>
          {forms.map(({ form, label }) => <Steps key={form} name={item.name} label={label} count={countOf(draft, item, form)} onCount={(count) => onDraft(counted(draft, item, form, count))} />)}
          {needs.length > 0 && <Button onClick={() => onDraft(allOf(draft, item))}>Đủ: {needs.map(({ of, label }) => `${item[of]} ${label.toLocaleLowerCase('vi')}`).join(', ')}</Button>}
        </>
      )}
    </li>
  );
};

/** The desk's published list, counted with the person; and whatever else goes into the envelope. */
export const PickupChecklist = ({ checklist, draft, onDraft }: { readonly checklist: readonly Item[]; readonly draft: PickupDraft; readonly onDraft: (draft: PickupDraft) => void }) => {
  const { others } = draft;
  return (
    <>
      <ul className="courier-lines">{checklist.map((item) => <Line key={item.itemId} item={item} draft={draft} onDraft={onDraft} />)}</ul>
      {others.map(({ name, count }, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines are only added at the end
        <div key={i} className="stack-tight">
          <Field label={`Giấy tờ khác ${i + 1}`} value={name} name={`others.${i}`} onValue={(text) => onDraft({ ...draft, others: others.map((one, at) => (at === i ? { ...one, name: text } : one)) })} />
          <Steps name={`Giấy tờ khác ${i + 1}`} label="Số bản" count={count} onCount={(next) => onDraft({ ...draft, others: others.map((one, at) => (at === i ? { ...one, count: Math.max(0, next) } : one)) })} />
        </div>
      ))}
      <Button onClick={() => onDraft({ ...draft, others: [...others, { name: '', count: 1 }] })}>Thêm giấy tờ ngoài danh sách</Button>
    </>
  );
};

import { formatInteger } from '#core/kernel/format.ts';
import type { RoundStop } from '#wire/courier.wire.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import type { DeliverDraft, RecalledPaper } from './deliver-draft.ts';

/** Old papers that the new one replaces: each is counted into her bag, or it is said why not. */
export const RecallPart = ({ stop, draft, onDraft }: { readonly stop: RoundStop; readonly draft: DeliverDraft; readonly onDraft: (draft: DeliverDraft) => void }) => {
  const { recalled } = draft;
  const put = (papers: readonly RecalledPaper[]): void => onDraft({ ...draft, recalled: papers });
  const change = (index: number, next: Partial<RecalledPaper>): void => put(recalled.map((paper, i) => (i === index ? { ...paper, ...next } : paper)));
  const [first] = stop.dossiers;
  return (
    <section className="courier-part">
      <h2>2. Thu hồi giấy tờ{recalled.length > 0 && ` (đã nhận ${formatInteger(recalled.filter(({ collected }) => collected).length)} trên ${formatInteger(recalled.length)})`}</h2>
      {recalled.length === 0 && <p>Không có giấy tờ cũ phải thu hồi thì bỏ qua mục này.</p>}
      {recalled.map((paper, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines are only added at the end
        <div key={i} className="stack-tight">
          {stop.dossiers.length > 1 && (
            <SelectField
              label="Của hồ sơ" value={paper.dossierId} onValue={(dossierId) => change(i, { dossierId: dossierId as RecalledPaper['dossierId'] })}
              options={stop.dossiers.map(({ dossierId, code, ownerName }) => ({ value: dossierId, label: `${ownerName}, ${code}` }))}
            />
          )}
          <Field label={`Giấy tờ thu hồi ${i + 1}`} value={paper.name} onValue={(name) => change(i, { name })} name={`recalledPapers.${i}.name`} />
          <RadioGroup
            legend={`Giấy tờ ${i + 1}`} hideLegend value={paper.collected ? 'yes' : 'no'} onValue={(value) => change(i, { collected: value === 'yes' })}
            choices={[{ value: 'yes', label: 'Đã nhận bản giấy' }, { value: 'no', label: 'Chưa thu hồi được' }]}
          />
          {!paper.collected && <Field label="Lý do chưa thu hồi được" value={paper.note} onValue={(note) => change(i, { note })} name={`recalledPapers.${i}.note`} />}
          <Button look="plain" onClick={() => put(recalled.filter((_, other) => other !== i))}>Bỏ dòng {i + 1}</Button>
        </div>
      ))}
      {first && <Button onClick={() => put([...recalled, { dossierId: first.dossierId, name: '', collected: true, note: '' }])}>Thêm giấy tờ thu hồi</Button>}
    </section>
  );
};

// The editor of the list: papers of the procedure at a press, others in free words, counts by form.
import type { ChecklistItem } from '#core/procedure/procedure.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { Icon } from '../../design/icon.tsx';
import { emptyLine, lineOfItem, type SupplementLine } from './supplement-list.ts';

const COUNTS = [['original', 'Bản chính'], ['certifiedCopy', 'Sao chứng thực'], ['plainCopy', 'Bản chụp']] as const;
const MOST = 99;
const countOf = (typed: string): number => Math.min(MOST, Math.max(0, Math.trunc(Number(typed)) || 0));

export const SupplementLines = ({ lines, onLines, checklist, faults }: {
  readonly lines: readonly SupplementLine[]; readonly onLines: (lines: readonly SupplementLine[]) => void;
  readonly checklist: readonly ChecklistItem[]; readonly faults: ReadonlyMap<number, string>;
}) => {
  const nextKey = Math.max(0, ...lines.map((line) => line.key)) + 1;
  const change = (key: number, part: Partial<SupplementLine>) => onLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const left = checklist.filter((item) => !lines.some((line) => line.name === item.name));
  return (
    <div className="stack-tight">
      <ol className="supplement-lines">
        {lines.map((line, index) => (
          <li key={line.key}>
            <div className="supplement-line">
              <Field label={`${index + 1}. Giấy tờ`} name={`items.${index}.name`} value={line.name} onValue={(name) => change(line.key, { name })} maxLength={500} error={faults.get(line.key)} autoFocus={line.name === ''} />
              {COUNTS.map(([field, label]) => (
                <Field key={field} label={label} inputMode="numeric" value={line[field] === 0 ? '' : String(line[field])} placeholder="0" onValue={(typed) => change(line.key, { [field]: countOf(typed) })} />
              ))}
              <Button look="plain" aria-label={`Bỏ dòng ${index + 1}`} onClick={() => onLines(lines.filter((one) => one.key !== line.key))}><Icon name="cross" size={16} /></Button>
            </div>
            <Field label="Nội dung cần sửa, lý do" hideLabel placeholder="Nội dung cần sửa hoặc lý do của riêng giấy tờ này (nếu có)" value={line.reason} onValue={(reason) => change(line.key, { reason })} maxLength={500} />
          </li>
        ))}
      </ol>
      <div className="row">
        {left.map((item) => <Button key={item.itemId} onClick={() => onLines([...lines, lineOfItem(nextKey, item)])}>+ {item.name}</Button>)}
        <Button look="plain" onClick={() => onLines([...lines, emptyLine(nextKey)])}>+ Giấy tờ khác</Button>
      </div>
    </div>
  );
};

// What of one dossier's papers came short or damaged, line by line; lines that are left as they are came whole.
import { useState } from 'react';
import type { BagLine } from '#wire/bags.wire.ts';
import { focusFirstError } from '../api/use-act.ts';
import { ConfirmDialog } from '../design/dialog.tsx';
import { Field, SelectField } from '../design/field.tsx';
import type { LineDifference } from './count-bag.ts';

type Draft = { readonly result: '' | 'short' | 'damaged'; readonly arrived: string; readonly note: string };
const WHOLE: Draft = { result: '', arrived: '', note: '' };

const arrivedOf = ({ arrived }: Draft, count: number): number | undefined => {
  if (count === 1) return 0;
  return /^\d{1,4}$/u.test(arrived.trim()) && Number(arrived) < count ? Number(arrived) : undefined;
};

const errorsOf = (line: BagLine, drafts: Readonly<Record<number, Draft>>): Readonly<Record<string, string>> => Object.fromEntries(line.papers.flatMap(({ lineNo, count }) => {
  const draft = drafts[lineNo] ?? WHOLE;
  if (draft.result === '') return [];
  return [
    ...(draft.result === 'short' && arrivedOf(draft, count) === undefined ? [[`papers.${lineNo}.arrived`, `Nhập số bản đã nhận, từ 0 đến ${count - 1}.`]] : []),
    ...(draft.note.trim() === '' ? [[`papers.${lineNo}.note`, 'Ghi rõ thiếu hoặc hư hỏng thế nào.']] : []),
  ];
}));

export const DifferenceDialog = ({ line, before, onDone, onClose }: {
  readonly line: BagLine; readonly before: readonly LineDifference[]; readonly onDone: (lines: readonly LineDifference[]) => void; readonly onClose: () => void;
}) => {
  const [drafts, setDrafts] = useState<Readonly<Record<number, Draft>>>(() => Object.fromEntries(before.map(({ lineNo, result, arrived, note }) => [lineNo, { result, arrived: String(arrived), note }])));
  const [tried, setTried] = useState(false);
  const errors = errorsOf(line, drafts);
  const set = (lineNo: number, change: Partial<Draft>) => setDrafts((all) => ({ ...all, [lineNo]: { ...(all[lineNo] ?? WHOLE), ...change } }));
  const confirm = (): void => {
    setTried(true);
    if (Object.keys(errors).length > 0) return void requestAnimationFrame(() => focusFirstError(errors));
    onDone(line.papers.flatMap(({ lineNo, count }): readonly LineDifference[] => {
      const draft = drafts[lineNo] ?? WHOLE;
      return draft.result === '' ? [] : [{ lineNo, result: draft.result, arrived: draft.result === 'short' ? (arrivedOf(draft, count) ?? 0) : count, note: draft.note.trim() }];
    }));
  };
  return (
    <ConfirmDialog wide title={`Thiếu, hư hỏng: ${line.code}`} act="Ghi kết quả kiểm đếm" onConfirm={confirm} onClose={onClose}>
      {line.papers.map(({ lineNo, name, count }) => {
        const draft = drafts[lineNo] ?? WHOLE;
        return (
          <div key={lineNo} className="fields">
            <SelectField
              width={draft.result === '' ? undefined : 'w5'} label={`${name} (${count} bản)`} name={`papers.${lineNo}.result`} value={draft.result}
              onValue={(result) => set(lineNo, { result: result === 'short' || result === 'damaged' ? result : '' })}
              options={[{ value: '', label: 'Đủ' }, { value: 'short', label: 'Thiếu' }, { value: 'damaged', label: 'Hư hỏng, rách nát' }]}
            />
            {draft.result === 'short' && count > 1 && <Field width="w2" label="Đã nhận" name={`papers.${lineNo}.arrived`} inputMode="numeric" value={draft.arrived} onValue={(arrived) => set(lineNo, { arrived })} error={tried ? errors[`papers.${lineNo}.arrived`] : undefined} />}
            {draft.result !== '' && <Field width="w5" label="Ghi rõ" name={`papers.${lineNo}.note`} maxLength={300} value={draft.note} onValue={(note) => set(lineNo, { note })} error={tried ? errors[`papers.${lineNo}.note`] : undefined} />}
          </div>
        );
      })}
    </ConfirmDialog>
  );
};

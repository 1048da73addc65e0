// A row that stands by a document, changed by a decision and for a reason: its dialog, whatever else the row says.
import { type ReactNode, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { type UseAct, focusFirstError } from '../api/use-act.ts';
import { Button } from '../design/button.tsx';
import { RadioGroup } from '../design/choices.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Field, TextAreaField } from '../design/field.tsx';
import { Banner } from '../design/frames.tsx';
import { MARK_WORDS } from './mark-words.ts';

type Errors = Readonly<Record<string, string>>;

/** What is missing is said once it was tried to save. */
export const useTried = <Command, Answer>(made: { readonly command: Command } | { readonly errors: Errors }, save: UseAct<Command, Answer>): { readonly errors: Errors; readonly submit: () => void } => {
  const [tried, setTried] = useState(false);
  return {
    errors: { ...save.errors, ...(tried && 'errors' in made ? made.errors : {}) },
    submit: () => {
      setTried('errors' in made);
      if ('errors' in made) return void requestAnimationFrame(() => focusFirstError(made.errors));
      void save.run(made.command);
    },
  };
};

type Documented = { readonly instrument: string; readonly mark: keyof typeof MARK_WORDS; readonly note: string; readonly decision: string; readonly reason: string };
type DocumentedDialogProps = {
  readonly title: string;
  readonly wide?: boolean;
  readonly words: Readonly<Record<'save' | 'lookAgain' | 'instrument' | 'example' | 'mark', string>>;
  readonly draft: Documented;
  readonly set: (change: Partial<Documented>) => void;
  readonly save: Pick<UseAct<never, unknown>, 'busy' | 'error' | 'errors'>;
  readonly errors: Errors;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export const DocumentedDialog = ({ title, wide = false, words, draft, set, save, errors, onSubmit, onClose, children }: DocumentedDialogProps) => (
  <Dialog
    title={title} wide={wide} onClose={onClose} onSubmit={onSubmit} locked={save.busy}
    foot={<><Button onClick={onClose} disabled={save.busy}>Quay lại</Button><Button type="submit" look="main" busy={save.busy}>{words.save}</Button></>}
  >
    {save.error && Object.keys(save.errors).length === 0 && (
      <Banner tone="red" acts={problemOf(save.error)?.code === 'changed-meanwhile' && <Button onClick={onClose}>{words.lookAgain}</Button>}>{save.error.message}</Banner>
    )}
    {children}
    <Field label={words.instrument} name="instrument" value={draft.instrument} error={errors['instrument']} maxLength={200} onValue={(instrument) => set({ instrument })} hint={`Số, ký hiệu, ví dụ ${words.example}`} />
    <RadioGroup legend={words.mark} name="mark" value={draft.mark} onValue={(mark) => set({ mark: mark as Documented['mark'] })} choices={(['verified', 'assumed'] as const).map((value) => ({ value, label: MARK_WORDS[value] }))} />
    <TextAreaField label="Ghi chú" optional name="note" rows={2} value={draft.note} error={errors['note']} maxLength={500} onValue={(note) => set({ note })} />
    <Field label="Căn cứ thay đổi" name="decision" value={draft.decision} error={errors['decision']} maxLength={200} onValue={(decision) => set({ decision })} hint="Số, ký hiệu quyết định hoặc công văn" />
    <TextAreaField label="Lý do" name="reason" rows={2} value={draft.reason} error={errors['reason']} maxLength={500} onValue={(reason) => set({ reason })} />
  </Dialog>
);

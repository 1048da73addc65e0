// One gap of the catalogue: what the source wrote, and the answer that fits it.
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { answersFor, type QuestionAnswer } from '#core/procedure/catalogue-question.ts';
import type { CatalogueQuestion } from '#wire/admin.wire.ts';
import { focusFirstError, type UseAct } from '../../api/use-act.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choices.tsx';
import { Banner, Panel } from '../../design/frames.tsx';
import { useKey } from '../../design/keys.ts';
import { LinkedDialog } from './linked-dialog.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { startDraft, toAnswer } from './answer-draft.ts';
import { ANSWER_LABELS, questionTitle, rawWords } from './question-words.ts';

const TAKING_TURNS = '(max-width: 900px)';

export type QuestionEditorProps = {
  readonly question: CatalogueQuestion;
  readonly act: Pick<UseAct<{ question: CatalogueQuestion; answer: QuestionAnswer }, unknown>, 'run' | 'busy' | 'error' | 'errors'>;
  readonly takeFocus: boolean;
  readonly onLater: (() => void) | undefined;
  readonly onReload: () => void;
};

export const QuestionEditor = ({ question, act, takeFocus, onLater, onReload }: QuestionEditorProps) => {
  const kinds = answersFor(question.kind);
  const [draft, setDraft] = useState(() => startDraft(question.kind, question.raw));
  const [tried, setTried] = useState(false);
  const [linking, setLinking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!takeFocus) return;
    // where list and answer take turns, the result of the last one and the title come into view, not only the first field
    const taking = window.matchMedia(TAKING_TURNS).matches;
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: taking });
    if (taking) document.getElementById('work')?.scrollTo({ top: 0 });
  }, [takeFocus]);
  const said = toAnswer(draft);
  const save = () => {
    setTried(!said.ok);
    if (said.ok) return void act.run({ question, answer: said.answer });
    requestAnimationFrame(() => focusFirstError(said.errors));
  };
  useKey('F9', act.busy ? undefined : save);
  const submit = (event: FormEvent) => { event.preventDefault(); if (!act.busy) save(); };
  const raw = rawWords(question);
  const errors = { ...act.errors, ...(tried && !said.ok ? said.errors : {}) };
  return (
    <Panel title={questionTitle(question)} acts={<Button onClick={() => setLinking(true)}>Cơ quan phối hợp</Button>}>
      {linking && <LinkedDialog code={question.procedureCode} onClose={() => setLinking(false)} />}
      <form className="stack" ref={form} onSubmit={submit} noValidate>
        <dl className="facts">
          <dt>Thủ tục</dt><dd>{question.procedureName} <span className="faint">({question.procedureCode}, phiên bản {question.version})</span></dd>
          {question.place && !raw.startsWith(question.place) && <><dt>Chỗ này</dt><dd>{question.place}</dd></>}
        </dl>
        <figure className="raw">
          <figcaption>Nguồn ghi</figcaption>
          {raw === '' ? <p className="faint">(để trống)</p> : <blockquote>{raw}</blockquote>}
        </figure>
        {act.error && Object.keys(act.errors).length === 0 && <Banner tone="red" acts={<Button onClick={onReload}>Tải lại danh sách</Button>}>{act.error.message}</Banner>}
        {kinds.length > 1 && <RadioGroup legend="Cách bổ sung" name="kind" value={draft.kind} onValue={(kind) => setDraft({ ...draft, kind: kind as QuestionAnswer['kind'] })} choices={kinds.map((kind) => ({ value: kind, label: ANSWER_LABELS[kind] }))} />}
        <AnswerFields questionKind={question.kind} draft={draft} onDraft={setDraft} errors={errors} />
        <div className="row-end">
          {onLater && <Button onClick={onLater}>Để sau</Button>}
          <Button type="submit" look="main" hotkey="F9" busy={act.busy}>Lưu bổ sung</Button>
        </div>
      </form>
    </Panel>
  );
};

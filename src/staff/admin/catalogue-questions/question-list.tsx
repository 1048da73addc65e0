// Open questions under their procedures: arrows move, Enter goes to the answer.
import type { KeyboardEvent } from 'react';
import type { CatalogueQuestion } from '#wire/admin.wire.ts';
import { inOrder, type QuestionGroup } from './question-pages.ts';
import { KIND_LABELS } from './question-words.ts';

export type QuestionListProps = {
  readonly groups: readonly QuestionGroup[];
  readonly chosenId: string | undefined;
  readonly onMove: (question: CatalogueQuestion) => void;
  readonly onOpen: (question: CatalogueQuestion) => void;
};

const itemId = (questionId: string) => `cau-${questionId}`;
export const focusItem = (questionId: string) => document.getElementById(itemId(questionId))?.focus();

export const QuestionList = ({ groups, chosenId, onMove, onOpen }: QuestionListProps) => {
  const all = inOrder(groups);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = all[all.findIndex((question) => question.questionId === chosenId) + step];
    if (!next) return;
    onMove(next);
    focusItem(next.questionId);
  };
  return (
    <div className="question-list">
      {groups.map((group) => (
        <section key={group.code} aria-labelledby={`tt-${group.code}`}>
          <h2 id={`tt-${group.code}`}><span>{group.name}</span><small>{group.code} · {group.questions.length} chỗ</small></h2>
          <ul>
            {group.questions.map((question) => {
              const chosen = question.questionId === chosenId;
              return (
                <li key={question.questionId}>
                  <button type="button" id={itemId(question.questionId)} className="question-item" aria-current={chosen || undefined} tabIndex={chosen || (chosenId === undefined && question === all[0]) ? 0 : -1} onKeyDown={move} onClick={() => onOpen(question)}>
                    <span>{KIND_LABELS[question.kind]}</span>{question.place && <small>{question.place}</small>}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
};

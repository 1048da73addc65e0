// The loaded list of open questions: grouped by procedure, and kept in place while it is worked off.
import type { AnswerQuestionAnswer, CatalogueQuestion, CatalogueQuestionsView } from '#wire/admin.wire.ts';

export type QuestionGroup = { readonly code: string; readonly name: string; readonly questions: readonly CatalogueQuestion[] };

/** Procedures in the order of the list; within one, in the order of its parts. */
export const groupQuestions = (questions: readonly CatalogueQuestion[]): readonly QuestionGroup[] => {
  const byCode = Map.groupBy(questions, (question) => question.procedureCode);
  return [...byCode].map(([code, own]) => ({
    code, name: own[0]?.procedureName ?? '',
    questions: own.toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }) || a.questionId.localeCompare(b.questionId)),
  }));
};

export const inOrder = (groups: readonly QuestionGroup[]): readonly CatalogueQuestion[] => groups.flatMap((group) => group.questions);

/** The next one down; at the end of the list, the one above. */
export const neighbourOf = (questions: readonly CatalogueQuestion[], questionId: string): CatalogueQuestion | undefined => {
  const at = questions.findIndex((question) => question.questionId === questionId);
  return at < 0 ? questions[0] : (questions[at + 1] ?? questions[at - 1]);
};

/** Takes an answered question out without asking the server again; what is left of its procedure follows to a new version. */
export const withoutAnswered = (pages: readonly CatalogueQuestionsView[], questionId: string, answer: AnswerQuestionAnswer): CatalogueQuestionsView[] =>
  pages.map((page) => ({
    ...page,
    open: Math.max(0, page.open - 1),
    procedures: answer.openQuestions === 0 ? Math.max(0, page.procedures - 1) : page.procedures,
    questions: page.questions.filter((question) => question.questionId !== questionId)
      .map((question) => (question.procedureCode === answer.procedureCode ? { ...question, version: answer.version } : question)),
  }));

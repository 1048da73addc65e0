// The open questions, page after page; an answered one leaves the loaded list at once and the rest stays where it is.
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { QuestionAnswer } from '#core/procedure/catalogue-question.ts';
import { answerQuestionAnswer, type AnswerQuestionAnswer, type CatalogueQuestion, catalogueQuestionsView, type CatalogueQuestionsView } from '#wire/admin.wire.ts';
import { ask } from '../../api/request.ts';
import { useAct } from '../../api/use-act.ts';
import { withoutAnswered } from './question-pages.ts';

const keyOf = (q: string) => ['catalogue-questions', q] as const;
const path = (q: string, after: string | undefined) => `/api/admin/catalogue-questions?${new URLSearchParams({ q, ...(after === undefined ? {} : { after }) }).toString()}`;

export const useQuestions = (q: string) => useInfiniteQuery({
  queryKey: keyOf(q),
  queryFn: ({ pageParam, signal }) => ask(path(q, pageParam), catalogueQuestionsView, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
  placeholderData: (before) => before,
  staleTime: 60_000,
  refetchOnWindowFocus: false,
});

type Input = { readonly question: CatalogueQuestion; readonly answer: QuestionAnswer };

export const useAnswerQuestion = (q: string, onDone: (answer: AnswerQuestionAnswer, question: CatalogueQuestion) => void) => {
  const client = useQueryClient();
  return useAct(({ question, answer }: Input) => ({ path: `/api/admin/catalogue-questions/${question.questionId}/answer`, body: answer, answer: answerQuestionAnswer }), {
    onDone: (said, { question }) => {
      onDone(said, question);
      client.setQueryData<InfiniteData<CatalogueQuestionsView>>(keyOf(q), (data) => data && { ...data, pages: withoutAnswered(data.pages, question.questionId, said) });
      void client.invalidateQueries({ queryKey: ['catalogue-questions'], refetchType: 'none' });
    },
  });
};

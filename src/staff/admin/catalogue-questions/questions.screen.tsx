// Danh mục thủ tục còn chờ bổ sung: the gaps on the left, one gap and its answer on the right.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatInteger } from '#core/kernel/format.ts';
import type { CatalogueQuestion, CatalogueQuestionsView } from '#wire/admin.wire.ts';
import { Button } from '../../design/button.tsx';
import { Banner, EmptyState, Loaded, Screen } from '../../design/frames.tsx';
import { KeyHints } from '../../design/key-hints.tsx';
import { useKey } from '../../design/keys.ts';
import '../admin.css';
import { LinkedDialog } from './linked-dialog.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { focusItem, QuestionList } from './question-list.tsx';
import { groupQuestions, inOrder, neighbourOf } from './question-pages.ts';
import { type QuestionsSearch, readQuestionsSearch } from './questions-search.ts';
import { resultWords } from './question-words.ts';
import { useAnswerQuestion, useQuestions } from './use-questions.ts';

const HINTS = [['↑ ↓', 'chọn chỗ'], ['Enter', 'vào trả lời'], ['F9', 'lưu, sang chỗ kế tiếp'], ['Esc', 'về danh sách']] as const;
/** This screen's own address; the tree of routes knows it by its plug-in only. */
const HERE = '/quan-tri/danh-muc' as '/';
/** Typed in the search: a procedure without gaps has its agencies entered too. */
const PROCEDURE_CODE = /^\d\.\d{6}$/u;
/** The next page is fetched while this many are still to be answered. */
const AHEAD = 12;

type PlaceProps = { readonly q: string; readonly cau: string | undefined; readonly onGo: (search: QuestionsSearch, replace: boolean) => void };
type WorkProps = PlaceProps & { readonly pages: readonly CatalogueQuestionsView[]; readonly more: { readonly has: boolean; readonly busy: boolean; readonly failed: boolean; readonly fetch: () => void }; readonly onReload: () => void };

const Work = ({ pages, more, q, cau, onGo, onReload }: WorkProps) => {
  const groups = groupQuestions(pages.flatMap((page) => page.questions));
  const all = inOrder(groups);
  const chosen = all.find((question) => question.questionId === cau) ?? all[0];
  const [done, setDone] = useState<string>();
  const [takeFocus, setTakeFocus] = useState(false);
  const goTo = (question: CatalogueQuestion | undefined, focus: boolean, replace: boolean) => {
    setTakeFocus(focus);
    onGo({ ...(q && { q }), ...(question && { cau: question.questionId }) }, replace);
  };
  const act = useAnswerQuestion(q, (answer, question) => {
    setDone(resultWords(question, answer));
    goTo(neighbourOf(all, question.questionId), true, true);
  });
  const left = chosen ? all.length - all.indexOf(chosen) : 0;
  useEffect(() => { if (left < AHEAD && more.has && !more.busy && !more.failed) more.fetch(); });
  useKey('Escape', chosen && (() => focusItem(chosen.questionId)));
  if (!chosen) {
    return (
      <>
        {done && <Banner>{done}</Banner>}
        {q ? <EmptyState icon="find" title={`Không còn chỗ nào chờ bổ sung khớp “${q}”`}>Tìm theo tên, mã thủ tục hoặc lĩnh vực, không cần dấu.</EmptyState>
          : <EmptyState title="Danh mục thủ tục đã đủ thông tin">Khi nhập danh mục có chỗ nguồn không ghi rõ, chỗ đó hiện ở đây để bổ sung.</EmptyState>}
      </>
    );
  }
  return (
    <div className="questions" data-view={cau === undefined ? 'list' : 'one'}>
      <div className="questions-list">
        <QuestionList groups={groups} chosenId={chosen.questionId} onMove={(question) => goTo(question, false, true)} onOpen={(question) => { if (question.questionId === chosen.questionId) document.querySelector<HTMLElement>('.questions-one form input, .questions-one form textarea')?.focus(); goTo(question, true, cau !== undefined); }} />
        {more.has && <div className="question-more"><Button busy={more.busy} onClick={more.fetch}>Xem thêm</Button></div>}
      </div>
      <div className="questions-one stack">
        <div className="questions-back"><Button look="plain" onClick={() => goTo(undefined, false, false)}>‹ Danh sách</Button></div>
        {done && <Banner>{done}</Banner>}
        <QuestionEditor key={chosen.questionId} question={chosen} act={act} takeFocus={takeFocus} onReload={onReload} onLater={all.length > 1 ? () => goTo(neighbourOf(all, chosen.questionId), true, true) : undefined} />
      </div>
    </div>
  );
};

export const QuestionsScreen = () => {
  const { q = '', cau } = readQuestionsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const questions = useQuestions(q);
  const go = (search: QuestionsSearch, replace: boolean) => void navigate({ to: HERE, search: search as object, replace });
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === q) return undefined;
    const timer = setTimeout(() => void navigate({ to: HERE, search: (wanted ? { q: wanted } : {}) as object, replace: true }), 220);
    return () => clearTimeout(timer);
  }, [typed, q, navigate]);
  const first = questions.data?.pages[0];
  const code = PROCEDURE_CODE.exec(q)?.[0];
  const [linking, setLinking] = useState<string>();
  return (
    <Screen title="Danh mục thủ tục còn chờ bổ sung" acts={<KeyHints hints={HINTS} />}>
      <div className="row-between">
        <input className="input questions-search" aria-label="Tìm thủ tục còn chờ bổ sung" placeholder="Tìm theo tên, mã thủ tục, lĩnh vực; không cần dấu" autoComplete="off" spellCheck={false} value={typed} onChange={(e) => setTyped(e.target.value)} />
        {code && <Button onClick={() => setLinking(code)}>Cơ quan phối hợp của {code}</Button>}
        {linking && <LinkedDialog code={linking} onClose={() => setLinking(undefined)} />}
        {first && first.open > 0 && <p className="soft" role="status">Còn <strong>{formatInteger(first.open)}</strong> chỗ của <strong>{formatInteger(first.procedures)}</strong> thủ tục</p>}
      </div>
      <Loaded from={questions} lines={8}>
        {(data) => <Work pages={data.pages} q={q} cau={cau} onGo={go} onReload={() => void questions.refetch()} more={{ has: questions.hasNextPage, busy: questions.isFetchingNextPage, failed: questions.isFetchNextPageError, fetch: () => void questions.fetchNextPage() }} />}
      </Loaded>
    </Screen>
  );
};

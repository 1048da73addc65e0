// One book: by month, searched without tones, opened and closed by the head, printed and taken to Excel whole.
import './books.css';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { formatMoment } from '#core/kernel/format.ts';
import type { BookView, OnePageOfBook } from '#wire/books.wire.ts';
import { Button } from '../design/button.tsx';
import { Field, SelectField } from '../design/field.tsx';
import { Banner, EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Icon } from '../design/icon.tsx';
import { Tabs } from '../design/tabs.tsx';
import { BookLines } from './book-lines.tsx';
import { type BookSearch, bookFilePath, bookTitle, STATE_LABELS, STATE_TONES } from './book-words.ts';
import { CloseBookDialog, NextVolumeDialog, OpenBookDialog } from './sign-book.tsx';
import { useBook } from './use-books.ts';

const GAP_WORDS = { 'lease-returned': 'lô số trả lại', 'lease-lost': 'mất cùng máy', spoilt: 'hỏng' } as const;

const Facts = ({ book, gaps }: { readonly book: BookView; readonly gaps: OnePageOfBook['gaps'] }) => (
  <dl className="book-facts">
    <div><dt>Quyển số</dt><dd>{book.name}</dd></div>
    <div><dt>{book.firstNumber > 1 ? 'Đã ghi' : 'Đã ghi đến số'}</dt><dd>{book.firstNumber > 1 ? (book.lastNumber < book.firstNumber ? 'chưa có số nào' : `từ số ${book.firstNumber} đến số ${book.lastNumber}`) : book.lastNumber}</dd></div>
    <div><dt>Mở sổ</dt><dd>{book.opened ? `${formatMoment(book.opened.at)}, ${book.opened.name}` : 'chưa ký'}</dd></div>
    {book.decision && <div><dt>Theo</dt><dd>{book.decision}</dd></div>}
    {book.closed && <div><dt>Khóa sổ</dt><dd>{formatMoment(book.closed.at)}, {book.closed.name}</dd></div>}
    {gaps.map((gap) => (
      <div key={gap.from}><dt>Số bỏ trống</dt><dd>{gap.from === gap.to ? gap.from : `${gap.from}–${gap.to}`} <span className="faint">({GAP_WORDS[gap.reason]}: {gap.note})</span></dd></div>
    ))}
  </dl>
);

const What = ({ book }: { readonly book: BookView }) => {
  if (book.state === 'unsigned') return <Banner tone="amber">Sổ chưa được ký mở. Số vẫn cấp liên tục; {book.isHead ? 'ông/bà ghi quyết định và ký mở sổ.' : 'người đứng đầu cơ quan ghi quyết định và ký mở sổ.'}</Banner>;
  if (book.state === 'to-close') return <Banner tone="amber">Năm {book.year} đã hết. {book.isHead ? 'Ông/bà xem lại rồi ký khóa sổ.' : 'Người đứng đầu cơ quan xem lại rồi ký khóa sổ.'}</Banner>;
  return null;
};

type Doing = 'open' | 'close' | 'next-volume' | undefined;

const Acts = ({ book, onDo }: { readonly book: BookView; readonly onDo: (doing: Doing) => void }) => (
  <>
    <a className="button" href={bookFilePath(book, 'csv')} download><Icon name="list" size={18} />Xuất Excel (CSV)</a>
    {book.opened && <a className="button" href={bookFilePath(book, 'pdf')} target="_blank" rel="noreferrer"><Icon name="print" size={18} />In cả quyển</a>}
    {book.isHead && book.isCurrent && book.state === 'open' && book.lastNumber >= book.firstNumber && <Button onClick={() => onDo('next-volume')}>Mở quyển tiếp theo</Button>}
    {book.isHead && !book.opened && <Button look="main" icon="check" hotkey="F9" onClick={() => onDo('open')}>Mở sổ</Button>}
    {book.isHead && book.isCurrent && book.opened && book.state === 'to-close' && <Button look="main" icon="stamp" hotkey="F9" onClick={() => onDo('close')}>Khóa sổ</Button>}
  </>
);

const volumesOf = ({ volumes, year }: BookView) => Array.from({ length: volumes }, (_, i) => ({ value: String(i + 1), label: `${String(i + 1).padStart(2, '0')}/${year}` }));

export const BookScreen = () => {
  const { slug = '', holderId = '', year = '' } = useParams({ strict: false }) as { slug?: string; holderId?: string; year?: string };
  const { quyen, thang, q = '' } = useSearch({ strict: false }) as BookSearch;
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const [doing, setDoing] = useState<Doing>();
  const pages = useBook({ slug, holderId, year: Number(year) }, quyen, thang, useDeferredValue(q));
  const first = pages.data?.pages[0];
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  const go = (search: BookSearch) => void navigate({ to: '/so/$slug/$holderId/$year', params: { slug, holderId, year }, search, replace: true });
  const kept: BookSearch = quyen === undefined ? {} : { quyen };
  const find = (text: string) => { setTyped(text); go({ ...kept, ...(thang ? { thang } : {}), ...(text.trim() && { q: text.trim() }) }); };
  const months = first?.months ?? [];
  const tabs = [{ id: '0', label: quyen === undefined ? 'Cả năm' : 'Cả quyển', count: months.reduce((sum, n) => sum + n, 0) }, ...months.flatMap((count, i) => (count > 0 || thang === i + 1 ? [{ id: String(i + 1), label: `Tháng ${i + 1}`, count }] : []))];
  return (
    <Screen title={first ? <>{bookTitle(first.book)} <span className={STATE_TONES[first.book.state]}>{STATE_LABELS[first.book.state]}</span></> : 'Sổ'} acts={first && <Acts book={first.book} onDo={setDoing} />}>
      <Loaded from={{ data: pages.data, error: pages.error, isPending: pages.isPending, refetch: pages.refetch }} lines={9}>
        {() => first && (
          <>
            <p className="faint">{first.book.holderName}</p>
            <What book={first.book} />
            <Facts book={first.book} gaps={first.gaps} />
            <div className="book-find">
              {first.book.volumes > 1 && <SelectField label="Quyển" name="volume" placeholder="Cả năm" value={quyen === undefined ? '' : String(quyen)} onValue={(id) => go(id === '' ? {} : { quyen: Number(id) })} options={volumesOf(first.book)} />}
              <Field label="Tìm trong sổ" name="q" placeholder="Tên không cần dấu, mã hồ sơ, số thứ tự" value={typed} onValue={find} />
            </div>
            <Tabs label="Tháng" value={String(thang ?? 0)} onValue={(id) => go({ ...kept, ...(id === '0' ? {} : { thang: Number(id) }), ...(q && { q }) })} tabs={tabs}>
              <Panel flush foot={pages.hasNextPage ? <div className="row-between"><span className="faint">Đang hiện {lines.length} dòng.</span><Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>Hiện thêm 100 dòng</Button></div> : undefined}>
                {lines.length === 0
                  ? <EmptyState icon={q ? 'find' : 'list'} title={q ? 'Không có dòng nào khớp' : 'Chưa có dòng nào'}>{q ? 'Bớt từ tìm, hoặc chọn “Cả năm”.' : 'Hồ sơ tiếp nhận sẽ tự vào sổ theo số thứ tự.'}</EmptyState>
                  : <BookLines lines={lines} title={bookTitle(first.book)} />}
              </Panel>
            </Tabs>
            {doing === 'open' && <OpenBookDialog book={first.book} onClose={() => setDoing(undefined)} />}
            {doing === 'next-volume' && <NextVolumeDialog book={first.book} onClose={() => setDoing(undefined)} onTurned={({ volume }) => { setDoing(undefined); go(volume === null ? {} : { quyen: volume }); }} />}
            {doing === 'close' && <CloseBookDialog book={first.book} onClose={() => setDoing(undefined)} />}
          </>
        )}
      </Loaded>
    </Screen>
  );
};

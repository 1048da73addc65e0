// The books that this person's desk or agency keeps, this year's first.
import './books.css';
import { Link } from '@tanstack/react-router';
import { formatDate } from '#core/kernel/format.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { BookView } from '#wire/books.wire.ts';
import { EmptyState, Loaded, Panel, Screen } from '../design/frames.tsx';
import { Table } from '../design/table.tsx';
import { KIND_LABELS, STATE_LABELS, STATE_TONES } from './book-words.ts';
import { useBooks } from './use-books.ts';

const Signed = ({ by }: { readonly by: BookView['opened'] }) =>
  by ? <>{formatDate(dateOf(by.at))}<div className="faint">{by.name}</div></> : <span className="faint">chưa</span>;

export const BooksScreen = () => {
  const books = useBooks();
  return (
    <Screen title="Sổ">
      <Loaded from={books} lines={6}>
        {({ books: all }) => (
          <Panel flush>
            {all.length === 0 ? <EmptyState icon="list" title="Chưa có quyển sổ nào">Sổ của quầy và của cơ quan ông/bà sẽ hiện ở đây.</EmptyState> : (
              <Table
                caption="Các quyển sổ" rows={all} rowKey={(row) => `${row.slug}/${row.holderId}/${row.year}/${row.volume}`} groupOf={(row) => `Năm ${row.year}`}
                columns={[
                  {
                    head: 'Sổ', cell: (row) => (
                      <>
                        <Link to="/so/$slug/$holderId/$year" params={{ slug: row.slug, holderId: row.holderId, year: String(row.year) }} search={row.volumes > 1 && row.volume !== null ? { quyen: row.volume } : {}}>{KIND_LABELS[row.kind]}</Link>
                        <div className="faint">{row.holderName}</div>
                      </>
                    ),
                  },
                  { head: 'Quyển số', cell: (row) => <span className="nowrap">{row.name}</span> },
                  { head: 'Tình trạng', cell: (row) => <span className={STATE_TONES[row.state]}>{STATE_LABELS[row.state]}</span> },
                  { head: 'Đã ghi đến số', number: true, cell: (row) => row.lastNumber },
                  { head: 'Mở sổ', cell: (row) => <Signed by={row.opened} /> },
                  { head: 'Khóa sổ', cell: (row) => <Signed by={row.closed} /> },
                ]}
              />
            )}
          </Panel>
        )}
      </Loaded>
    </Screen>
  );
};

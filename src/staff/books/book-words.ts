// The words of the register books, and what their addresses name.
import type { BookKind, BookState } from '#core/numbering/register-book.ts';
import type { BookView } from '#wire/books.wire.ts';

export const KIND_LABELS: Readonly<Record<BookKind, string>> = {
  'dossier-register': 'Sổ theo dõi hồ sơ',
  'SCT/BS': 'Sổ chứng thực bản sao từ bản chính',
  'SCT/CK,ĐC': 'Sổ chứng thực chữ ký, chứng thực điểm chỉ',
  'SCT/HĐ,GD': 'Sổ chứng thực hợp đồng, giao dịch',
};

export const STATE_LABELS: Readonly<Record<BookState, string>> = {
  unsigned: 'Chưa ký mở sổ', open: 'Đang ghi', 'to-close': 'Chờ khóa sổ', closed: 'Đã khóa',
};
export const STATE_TONES: Readonly<Record<BookState, string>> = {
  unsigned: 'chip chip-amber', open: 'chip chip-green', 'to-close': 'chip chip-amber', closed: 'chip',
};

export const bookTitle = ({ kind, year }: Pick<BookView, 'kind' | 'year'>): string => `${KIND_LABELS[kind]} năm ${year}`;
export const bookPath = ({ slug, holderId, year }: Pick<BookView, 'slug' | 'holderId' | 'year'>): string => `/api/books/${slug}/${holderId}/${year}`;

/** Whole books leave by volume, or all volumes of the year. */
export const bookFilePath = (book: Pick<BookView, 'slug' | 'holderId' | 'year' | 'volume' | 'volumes'>, kind: 'csv' | 'pdf'): string =>
  `${bookPath(book)}.${kind}${book.volume !== null && book.volumes > 1 ? `?volume=${book.volume}` : ''}`;

/** 'quyen' absent: the whole year. */
export type BookSearch = { readonly quyen?: number; readonly thang?: number; readonly q?: string };
export const readBookSearch = (search: Record<string, unknown>): BookSearch => {
  const month = Number(search['thang']);
  const volume = Number(search['quyen']);
  const q = search['q'];
  return {
    ...(Number.isInteger(volume) && volume >= 1 && volume <= 999 ? { quyen: volume } : {}),
    ...(Number.isInteger(month) && month >= 1 && month <= 12 ? { thang: month } : {}),
    ...(typeof q === 'string' && q !== '' ? { q } : typeof q === 'number' ? { q: String(q) } : {}),
  };
};

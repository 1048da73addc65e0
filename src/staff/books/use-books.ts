import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { booksView, onePageOfBook } from '#wire/books.wire.ts';
import { ask } from '../api/request.ts';

export const BOOKS = ['books'] as const;
export type BookName = { readonly slug: string; readonly holderId: string; readonly year: number };

export const useBooks = () => useQuery({ queryKey: [...BOOKS, 'list'], queryFn: ({ signal }) => ask('/api/books', booksView, signal) });

export const useBook = ({ slug, holderId, year }: BookName, volume: number | undefined, month: number | undefined, q: string) => useInfiniteQuery({
  queryKey: [...BOOKS, slug, holderId, year, volume ?? 0, month ?? 0, q],
  initialPageParam: 0,
  queryFn: ({ pageParam, signal }) => {
    const query = new URLSearchParams({ ...(volume === undefined ? {} : { volume: String(volume) }), ...(month === undefined ? {} : { month: String(month) }), ...(q && { q }), ...(pageParam > 0 ? { after: String(pageParam) } : {}) });
    return ask(`/api/books/${slug}/${encodeURIComponent(holderId)}/${year}?${query.toString()}`, onePageOfBook, signal);
  },
  getNextPageParam: (last) => last.next ?? undefined,
  placeholderData: (before) => before,
});

import { expect, test } from 'vitest';
import { bookPath, bookTitle, readBookSearch } from './book-words.ts';

test('an address names a month and what is looked for, and nothing else', () => {
  expect(readBookSearch({ thang: 11, q: 'sen' })).toEqual({ thang: 11, q: 'sen' });
  expect(readBookSearch({ thang: '3', q: 12 })).toEqual({ thang: 3, q: '12' });
  expect(readBookSearch({ thang: 13, q: '' })).toEqual({});
  expect(readBookSearch({ thang: 'x', q: ['a'] })).toEqual({});
});

test('a book is called by its kind and its year', () => {
  expect(bookTitle({ kind: 'dossier-register', year: 2019 })).toBe('Sổ theo dõi hồ sơ năm 2019');
  expect(bookPath({ slug: 'theo-doi', holderId: 'ky-bac', year: 2019 })).toBe('/api/books/theo-doi/ky-bac/2019');
});

import { expect, test } from 'vitest';
import { countWords, firstTabsOf, readInboxSearch, tabWithWork } from '../inbox-search.ts';
import { moveInList } from './list-keys.ts';

const IDS = ['a', 'b', 'c'];
const none = new Set<string>();

test('j and k walk the list and stop at its ends', () => {
  expect(moveInList({ at: -1, marked: none }, 'j', IDS)?.at).toBe(0);
  expect(moveInList({ at: 2, marked: none }, 'j', IDS)?.at).toBe(2);
  expect(moveInList({ at: 0, marked: none }, 'k', IDS)?.at).toBe(0);
});

test('x marks and unmarks the row, Enter opens it', () => {
  const once = moveInList({ at: 1, marked: none }, 'x', IDS);
  expect([...(once?.marked ?? [])]).toEqual(['b']);
  expect([...(moveInList({ at: 1, marked: once?.marked ?? none }, 'x', IDS)?.marked ?? [])]).toEqual([]);
  expect(moveInList({ at: 1, marked: none }, 'Enter', IDS)?.open).toBe('b');
});

test('without a row under the cursor nothing is marked or opened, and other keys do nothing', () => {
  expect(moveInList({ at: -1, marked: none }, 'x', IDS)).toBeUndefined();
  expect(moveInList({ at: -1, marked: none }, 'Enter', IDS)).toBeUndefined();
  expect(moveInList({ at: 0, marked: none }, 'q', IDS)).toBeUndefined();
  expect(moveInList({ at: 0, marked: none }, 'j', [])).toBeUndefined();
});

test('each role begins where its work is, and goes on where there is some', () => {
  expect(firstTabsOf(['signing-leader'])[0]).toBe('signing');
  expect(firstTabsOf(['records-clerk'])[0]).toBe('issuing');
  expect(firstTabsOf(['section-head', 'signing-leader'])[0]).toBe('new');
  expect(tabWithWork(['issuing', 'to-send', 'new'], { issuing: 0, 'to-send': 0, new: 3 })).toBe('new');
  expect(tabWithWork(['issuing', 'to-send', 'new'], {})).toBe('issuing');
});

test('an address with a foreign tab opens the first one; counts stop at the cap', () => {
  expect(readInboxSearch({ muc: 'drop table' })).toEqual({});
  expect(readInboxSearch({ muc: 'overdue' })).toEqual({ muc: 'overdue' });
  expect([countWords(1000, 1000), countWords(1001, 1000)]).toEqual(['1000', '1000+']);
});

import { expect, test } from 'vitest';
import { handlerOf, keyName } from './keys.ts';

const at = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('a key is named as it is printed on its button', () => {
  expect(keyName(at('F2'))).toBe('F2');
  expect(keyName(at('k', { ctrlKey: true }))).toBe('Ctrl+K');
  expect(keyName(at('Enter', { ctrlKey: true }))).toBe('Ctrl+Enter');
  expect(keyName(at('F2', { shiftKey: true }))).toBe('Shift+F2');
});

test('the screen opened last answers a key first', () => {
  const said: string[] = [];
  handlerOf(
    [
      { key: 'F9', run: () => said.push('first') },
      { key: 'F9', run: () => said.push('last') },
    ],
    'F9',
  )?.();
  expect(said).toEqual(['last']);
});

test('behind an open dialog no key acts', () => {
  expect(handlerOf([{ key: 'F9', run: () => undefined }, { barrier: true }], 'F9')).toBeUndefined();
  expect(handlerOf([{ barrier: true }, { key: 'F9', run: () => undefined }], 'F9')).toBeDefined();
});

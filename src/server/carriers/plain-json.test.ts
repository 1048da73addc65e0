import { expect, it } from 'vitest';
import { plainJson } from './plain-json.ts';

it.each([
  ['a\0b', 'ab'], ['\0\0', ''], ['\\u0000', '\\u0000'], ['\\\0', '\\'], ['\ud800', ''], ['x\udc00y', 'xy'], ['😀', '😀'], ['\\ud800', '\\ud800'], ['Kỳ Bắc', 'Kỳ Bắc'],
])('%j is kept as %j', (written, kept) => expect(JSON.parse(plainJson({ at: [written] }))).toEqual({ at: [kept] }));

it('a name of a field is cleaned as its value is', () => expect(plainJson({ 'a\0': 1 })).toBe('{"a":1}'));

import { expect, it } from 'vitest';
import { eventUri, uuidOfName } from './event-id.ts';

it('a UUID of a name is the one of the standard (RFC 9562, A.4)', () => {
  expect(uuidOfName('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

it('two events of a thing, and the same number of two things, are told apart', () => {
  const [one, other] = ['0190a5e0-0000-7000-8000-000000000001', '0190a5e0-0000-7000-8000-000000000002'];
  expect(new Set([eventUri(one, 1), eventUri(one, 2), eventUri(other, 1), eventUri(one, 1)]).size).toBe(3);
});

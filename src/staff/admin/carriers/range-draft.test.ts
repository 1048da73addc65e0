import { expect, it } from 'vitest';
import { makeRange } from './range-draft.ts';

const draft = { deskId: 'ky-bac', prefix: 'RR', from: '47312400', to: ' 47312499 ', decision: 'CV 1' };
const fieldsOf = (change: Partial<typeof draft>): readonly string[] => {
  const made = makeRange({ ...draft, ...change });
  return 'errors' in made ? Object.keys(made.errors) : [];
};

it('a range that is typed whole is given', () => {
  expect(makeRange(draft)).toEqual({ range: { deskId: 'ky-bac', prefix: 'RR', from: 47_312_400, to: 47_312_499, decision: 'CV 1' } });
});

it('what is missing or the core forbids is said at its field', () => {
  expect(fieldsOf({ deskId: '', from: '', to: '123456789', decision: ' ' })).toEqual(['deskId', 'from', 'to', 'decision']);
  expect(fieldsOf({ prefix: 'R' })).toEqual(['prefix']);
  expect(fieldsOf({ to: '47312399' })).toEqual(['to']);
});

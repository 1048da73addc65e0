import { expect, it } from 'vitest';
import { papersAfterText } from './papers-after.ts';

const code = 'H27-1';
it.each([
  { kind: 'dossier-not-at-agency', code }, { kind: 'papers-of-another-agency', code }, { kind: 'no-papers-to-follow', code }, { kind: 'papers-uncounted', codes: [code] },
  { kind: 'papers-not-on-record' }, { kind: 'already-recorded' }, { kind: 'signed-as-giver', codes: [code] }, { kind: 'role-not-allowed', act: 'accept-hand-over', needs: ['records-clerk'] },
] as const)('$kind says what is wrong and what to do', (refusal) => {
  const { title, detail } = papersAfterText(refusal);
  expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
  expect(detail).toMatch(/^[\p{Lu}“].+\.$/u);
  expect(`${title}${detail}`).toBe(`${title}${detail}`.normalize('NFC'));
});

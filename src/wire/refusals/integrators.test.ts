import { expect, it } from 'vitest';
import { integratorRefusalWords } from './integrators.ts';

it.each(['integrator-unit-unknown', 'integrator-last-day', 'integrator-revoked-already'] as const)('%s is told with what to do', (kind) => {
  const { title, detail, fieldErrors } = integratorRefusalWords({ kind });
  for (const text of [title, detail]) expect(text).toBe(text.normalize('NFC'));
  expect(detail).toMatch(/^\p{Lu}.+\.$/u);
  expect(fieldErrors.length).toBe(kind === 'integrator-revoked-already' ? 0 : 1);
});

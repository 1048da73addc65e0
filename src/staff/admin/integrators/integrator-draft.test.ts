import { expect, it } from 'vitest';
import { issueIntegratorCommand } from '#wire/integrators.wire.ts';
import { makeIntegrator, newIntegrator } from './integrator-draft.ts';

const typed = { name: ' Kho dữ liệu ', purpose: 'CV 12', unitId: '', lastDay: '31/12/2026' };

it('what is typed whole becomes the command, for the province where no unit is chosen', () => {
  const made = makeIntegrator(typed);
  expect(made).toEqual({ command: { name: 'Kho dữ liệu', purpose: 'CV 12', lastDay: '2026-12-31' } });
  expect(makeIntegrator({ ...typed, unitId: 'so-tu-phap' })).toMatchObject({ command: { unitId: 'so-tu-phap' } });
  expect('command' in made && issueIntegratorCommand.safeParse(made.command).success).toBe(true);
});

it('what is missing is said at its field', () => {
  const fieldsOf = (draft: typeof typed) => { const made = makeIntegrator(draft); return 'errors' in made ? Object.keys(made.errors) : []; };
  expect(fieldsOf(newIntegrator)).toEqual(['name', 'purpose', 'lastDay']);
  expect(fieldsOf({ ...typed, lastDay: '31/02/2026' })).toEqual(['lastDay']);
});

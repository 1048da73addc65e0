import { expect, it } from 'vitest';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { makeCommand, startFormDraft } from './form-draft.ts';

const row = SHIPPED_FORMS.rows.find(({ form, version }) => form === 'stop-notice' && version === 'v2025') ?? SHIPPED_FORMS.rows[0];
if (!row) throw new Error('no row');

it('a row as it stands needs a decision and a reason before it is a command', () => {
  expect(makeCommand(startFormDraft(row), row, 1)).toEqual({ errors: {
    decision: 'Ghi số, ký hiệu văn bản mà thay đổi này dựa vào.', reason: 'Ghi lý do thay đổi.',
  } });
});

it('what is typed is the command, trimmed; an emptied note is gone', () => {
  const draft = { validFrom: '2025-09-15', instrument: ' TT 03/2025/TT-VPCP ', mark: 'verified' as const, note: ' ', decision: ' CV 9 ', reason: 'Đã thấy bản gốc' };
  expect(makeCommand(draft, row, 4)).toEqual({ command: {
    baseVersion: 4, form: 'stop-notice', version: 'v2025', validFrom: '2025-09-15', instrument: 'TT 03/2025/TT-VPCP', mark: 'verified', decision: 'CV 9', reason: 'Đã thấy bản gốc',
  } });
});

it('a day that does not exist and an empty document are said at their fields', () => {
  const made = makeCommand({ ...startFormDraft(row), validFrom: '2025-02-30', instrument: '', decision: 'x', reason: 'y' }, row, 1);
  expect('errors' in made && Object.keys(made.errors)).toEqual(['validFrom', 'instrument']);
});

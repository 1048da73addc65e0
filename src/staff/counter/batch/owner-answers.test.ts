import { expect, test } from 'vitest';
import type { EForm } from '#core/procedure/procedure.ts';
import { commonForm, ownerAnswers } from './owner-answers.ts';

const form: EForm = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  title: 'Tờ khai',
  properties: {
    personName: { type: 'string', title: 'Họ và tên' },
    personBirthDate: { type: 'string', title: 'Ngày sinh', format: 'date' },
    reason: { type: 'string', title: 'Lý do' },
  },
  required: ['personName', 'reason'],
  groups: [
    { title: 'Người', fields: ['personName', 'personBirthDate'] },
    { title: 'Nội dung', fields: ['reason'] },
  ],
};

test('what is written once for all does not ask who it is about', () => {
  const common = commonForm(form);
  expect(Object.keys(common.properties)).toEqual(['reason']);
  expect(common.required).toEqual(['reason']);
  expect(common.groups.map((g) => g.title)).toEqual(['Nội dung']);
});

test('each row declares its own owner, in the way its form asks for dates', () => {
  const row = { fullName: ' Trần Thị Hai ', birthDate: '02031950' };
  expect(ownerAnswers(form, row)).toEqual({ personName: 'Trần Thị Hai', personBirthDate: '1950-03-02' });
  expect(ownerAnswers(form, { ...row, birthDate: '1950' })['personBirthDate']).toBe('1950');
  expect(ownerAnswers(undefined, row)).toEqual({});
});

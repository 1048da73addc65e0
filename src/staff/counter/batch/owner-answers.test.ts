import { expect, test } from 'vitest';
import type { EForm } from '#core/procedure/procedure.ts';
import { commonForm, listForm, ownerAnswers, ownForm } from './owner-answers.ts';

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
  const row = { fullName: ' Trần Thị Hai ', birthDate: '02031950', own: {} };
  expect(ownerAnswers(form, row)).toEqual({ personName: 'Trần Thị Hai', personBirthDate: '1950-03-02' });
  expect(ownerAnswers(form, { ...row, birthDate: '1950' })['personBirthDate']).toBe('1950');
  expect(ownerAnswers(undefined, row)).toEqual({});
});

const varied: EForm = {
  ...form,
  properties: {
    ...form.properties,
    copies: { type: 'integer', title: 'Số lượng' },
    married: { type: 'boolean', title: 'Đã kết hôn' },
    event: { type: 'string', title: 'Việc', enum: ['birth', 'death'], enumTitles: ['Khai sinh', 'Khai tử'] },
    on: { type: 'string', title: 'Ngày', format: 'date' },
  },
  required: ['personName', 'reason', 'copies'],
  groups: [{ title: 'Nội dung', fields: ['reason', 'copies', 'married', 'event', 'on'] }],
};

test('a field that differs from person to person leaves the common part and is asked in the row', () => {
  expect(Object.keys(listForm(varied).properties)).toEqual(['reason', 'copies', 'married', 'event', 'on']);
  expect(commonForm(varied, ['copies', 'event']).required).toEqual(['reason']);
  expect(ownForm(varied, ['copies', 'event'])).toMatchObject({ required: ['copies'], groups: [{ fields: ['copies', 'event'] }] });
});

test('what is typed in a row becomes an answer of the kind its field asks for', () => {
  const row = { fullName: 'A', birthDate: '', own: { copies: '3', married: 'Có', event: 'khai tu', on: '02031950', reason: ' ' } };
  expect(ownerAnswers(varied, row)).toMatchObject({ copies: 3, married: true, event: 'death', on: '1950-03-02' });
  expect(ownerAnswers(varied, row)).not.toHaveProperty('reason');
  expect(ownerAnswers(varied, { ...row, own: { copies: 'ba', event: 'khác', on: 'mai' } })).toMatchObject({ copies: 'ba', event: 'khác', on: 'mai' });
});

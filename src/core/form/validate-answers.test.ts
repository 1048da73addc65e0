import { describe, expect, test } from 'vitest';
import type { EForm } from '../procedure/procedure.ts';
import { validateAnswers } from './validate-answers.ts';

const form: EForm = {
  $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', title: 'Tờ khai đăng ký khai sinh',
  properties: {
    childName: { type: 'string', title: 'Họ, chữ đệm, tên của người được khai sinh', minLength: 2, maxLength: 20 },
    birthDate: { type: 'string', title: 'Ngày sinh', format: 'date' },
    sex: { type: 'string', title: 'Giới tính', enum: ['male', 'female'], enumTitles: ['Nam', 'Nữ'] },
    copies: { type: 'integer', title: 'Số bản sao', minimum: 0, maximum: 20 },
    isLate: { type: 'boolean', title: 'Đăng ký quá hạn' },
    phone: { type: 'string', title: 'Số điện thoại', format: 'phone' },
    number: { type: 'string', title: 'Số định danh cá nhân', format: 'personal-number' },
    book: { type: 'string', title: 'Quyển số', pattern: '^\\d{2}/\\d{4}$' },
  },
  required: ['childName', 'birthDate'],
  groups: [{ title: 'Người được khai sinh', fields: ['childName', 'birthDate', 'sex'] }],
};
const good = { childName: 'Trần Bé Thử', birthDate: '2019-11-10' };

describe('answers to an electronic form', () => {
  test('that fit have no fault', () => {
    expect(validateAnswers(form, { ...good, sex: 'male', copies: 0, isLate: false, phone: '0912345678', number: '042219001234', book: '01/2019' })).toEqual([]);
  });

  test('that are required and empty are named by their title', () => {
    expect(validateAnswers(form, { childName: '  ' })).toEqual([
      { path: 'answers.childName', code: 'required', params: { title: 'Họ, chữ đệm, tên của người được khai sinh' } },
      { path: 'answers.birthDate', code: 'required', params: { title: 'Ngày sinh' } },
    ]);
  });

  test.each([
    [{ childName: 'A' }, 'too-short'], [{ childName: 'Nguyễn Thị Tên Rất Là Dài' }, 'too-long'], [{ childName: 5 }, 'not-text'],
    [{ birthDate: '10/11/2019' }, 'date-shape'], [{ birthDate: '2019-02-30' }, 'date-shape'],
    [{ sex: 'other' }, 'not-in-list'], [{ copies: 21 }, 'too-big'], [{ copies: -1 }, 'too-small'], [{ copies: 1.5 }, 'not-whole-number'], [{ copies: '2' }, 'not-whole-number'],
    [{ isLate: 'yes' }, 'not-yes-no'], [{ phone: '123' }, 'phone-shape'], [{ number: '123' }, 'personal-number-shape'], [{ book: '1/19' }, 'pattern'],
    [{ surprise: 'x' }, 'unknown-field'], [{ constructor: 'x' }, 'unknown-field'],
  ] as const)('%o is %s', (change, code) => {
    const [path] = Object.keys(change);
    expect(validateAnswers(form, { ...good, ...(change as Record<string, string | number | boolean>) })).toMatchObject([{ path: `answers.${path}`, code }]);
  });

  test('letters are counted as people count them, however they were typed', () => {
    expect(validateAnswers(form, { ...good, childName: 'Nguyễn Thị Thuỷ Tiên'.normalize('NFD') })).toEqual([]);
  });

  test('to a procedure without a form are none', () => {
    expect(validateAnswers(undefined, {})).toEqual([]);
    expect(validateAnswers(undefined, { any: 1 })).toMatchObject([{ code: 'unknown-field' }]);
  });
});

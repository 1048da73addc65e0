import { expect, it } from 'vitest';
import { z } from 'zod';
import { speakVietnamese } from './field-messages.ts';

speakVietnamese();
const messageOf = (schema: z.ZodType, value: unknown): string | undefined => schema.safeParse(value).error?.issues[0]?.message;

it.each([
  [z.string().min(1), '', 'Mục này chưa được điền.'],
  [z.string(), undefined, 'Mục này chưa được điền.'],
  [z.string(), 7, 'Giá trị không đúng kiểu.'],
  [z.string().min(10), 'x', 'Cần ít nhất 10 ký tự.'],
  [z.string().max(2), 'xyz', 'Không quá 2 ký tự.'],
  [z.array(z.string()).min(1), [], 'Cần chọn ít nhất một mục.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Không quá 1 mục.'],
  [z.int().min(1), 0, 'Giá trị nhỏ nhất là 1.'],
  [z.number().max(150), 200, 'Giá trị lớn nhất là 150.'],
  [z.number().gt(0), 0, 'Giá trị phải lớn hơn 0.'],
  [z.enum(['a', 'b']), 'c', 'Giá trị không có trong danh sách cho phép.'],
  [z.enum(['a', 'b']), undefined, 'Cần chọn một giá trị.'],
  [z.email(), 'x', 'Địa chỉ thư điện tử chưa đúng.'],
  [z.string().regex(/^\d+$/), 'x', 'Nội dung chưa đúng dạng.'],
  [z.string().regex(/^\d+$/, 'Chỉ gồm chữ số.'), 'x', 'Chỉ gồm chữ số.'],
  [z.strictObject({}), { a: 1 }, 'Có mục không được phép gửi kèm.'],
])('a field that does not fit says so in Vietnamese (%#)', (schema, value, message) => {
  expect(messageOf(schema, value)).toBe(message);
});

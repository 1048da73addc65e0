// Answers that fit a declaration form: what a demo dossier or a test writes into the fields of any schema.
import type { EForm, EFormField } from '#core/procedure/procedure.ts';
import type { Person } from '#core/people/person.ts';
import { personalNumberOf } from './people.ts';

type Answer = string | number | boolean;

const ethnicity = /dân tộc/i;
const country = /quốc tịch/i;
const place = /(nơi|quê quán|địa chỉ|địa điểm|hộ khẩu|chỗ ở|đã đăng ký tại|hiện ở|nguyên quán)/i;
const personName = /(họ, chữ đệm|họ và tên|tên chủ đầu tư)/i;

const textAnswer = (field: EFormField, person: Person): string => {
  if (field.format === 'date') return person.birthDate ?? '1980-01-01';
  if (field.format === 'phone') return person.phone ?? '0900000001';
  if (field.format === 'personal-number') return personalNumberOf(person.sex ?? 'male', Number((person.birthDate ?? '1980').slice(0, 4)), person.fullName.length * 997);
  if (field.enum !== undefined) {
    const sexes: readonly string[] = ['nam', 'nu'];
    return field.enum.every((value) => sexes.includes(value)) ? (person.sex === 'female' ? 'nu' : 'nam') : (field.enum[0] as string);
  }
  if (field.pattern !== undefined) return field.pattern.includes('[01]?') ? '09:30' : '120';
  if (ethnicity.test(field.title)) return 'Kinh';
  if (country.test(field.title)) return 'Việt Nam';
  if (personName.test(field.title)) return person.fullName;
  if (/giấy tờ|chứng minh nhân dân/i.test(field.title)) return person.identity.number;
  if (place.test(field.title)) return [person.address.line, person.address.communeName, person.address.provinceName].join(', ');
  if (/sinh/i.test(field.title)) return person.birthDate ?? '1980';
  if (/quan hệ/i.test(field.title)) return 'Bản thân';
  return 'Dữ liệu mẫu';
};

const answerTo = (field: EFormField, person: Person): Answer => {
  if (field.type === 'boolean') return false;
  if (field.type === 'integer') return Math.max(1, field.minimum ?? 1);
  return textAnswer(field, person).slice(0, field.maxLength ?? 200);
};

/** Every required field of the form, filled for this person. */
export const answersFor = (form: EForm | undefined, person: Person): Readonly<Record<string, Answer>> =>
  form === undefined ? {} : Object.fromEntries(form.required.flatMap((name) => {
    const field = form.properties[name];
    return field === undefined ? [] : [[name, answerTo(field, person)]];
  }));

// Answers that fit a declaration form: what a demo dossier or a test writes into the fields of any schema.
import type { EForm, EFormField } from '#core/procedure/procedure.ts';
import type { Person } from '#core/people/person.ts';
import { aChild, aPerson, type PeopleYear, personalNumberOf } from './people.ts';

type Answer = string | number | boolean;
type Subject = Pick<Person, 'fullName' | 'birthDate' | 'sex' | 'identity' | 'address' | 'phone'>;

const yearOf = (person: Person): PeopleYear => (person.identity.kind === 'old-identity-card' ? 2019 : 2026);
const seedOf = (person: Person): number => Number(person.identity.number.slice(-5)) || person.fullName.length * 97;

/** The person, or the first made-up neighbour of that sex. */
const someone = (person: Person, sex: 'male' | 'female', from: number): Person => {
  if (person.sex === sex && from === 0) return person;
  for (let n = seedOf(person) + 1_000 + from; ; n++) {
    const other = aPerson(n, yearOf(person), person.address);
    if (other.sex === sex) return other;
  }
};

/** Whom a field speaks of, by the beginning of its name. */
const subjectOf = (name: string, person: Person): Subject => {
  if (name.startsWith('child')) return { ...person, ...aChild(seedOf(person), yearOf(person)) };
  if (/^(mother|bride)/.test(name)) return someone(person, 'female', 0);
  if (/^(father|groom)/.test(name)) return someone(person, 'male', 0);
  return name.startsWith('deceased') ? someone(person, 'male', 40) : person;
};

const numberOf = ({ sex, birthDate, identity }: Subject): string =>
  /^\d{12}$/.test(identity.number) ? identity.number : personalNumberOf(sex ?? 'male', Number((birthDate ?? '1980').slice(0, 4)), Number(identity.number.slice(-5)));

const formatted = (field: EFormField, who: Subject, year: PeopleYear): string | undefined => {
  switch (field.format) {
    case 'date': return /sinh/i.test(field.title) ? (who.birthDate ?? '1980-01-01') : `${year}-10-12`;
    case 'phone': return who.phone ?? '0900000001';
    case 'personal-number': return numberOf(who);
    case undefined: return undefined;
  }
};

const SEXES: readonly string[] = ['nam', 'nu'];
const chosen = (options: readonly string[], who: Subject): string =>
  options.every((value) => SEXES.includes(value)) ? (who.sex === 'female' ? 'nu' : 'nam') : (options[0] as string);

const FREE: readonly (readonly [RegExp, (who: Subject) => string])[] = [
  [/dân tộc/i, () => 'Kinh'],
  [/quốc tịch/i, () => 'Việt Nam'],
  [/ngày, tháng, năm sinh/i, (who) => who.birthDate ?? '1980'],
  [/họ, chữ đệm|họ và tên|tên chủ đầu tư/i, (who) => who.fullName],
  [/giấy tờ tùy thân|chứng minh nhân dân/i, (who) => who.identity.number],
  [/nơi|quê quán|địa chỉ|địa điểm|hộ khẩu thường trú|chỗ ở|đã đăng ký tại|hiện ở|nguyên quán|cư trú tại/i, ({ address }) => [address.line, address.communeName, address.districtName, address.provinceName].filter(Boolean).join(', ')],
  [/quan hệ/i, () => 'Bản thân'],
  [/nguyên nhân chết/i, () => 'Tuổi già'],
];

const answerTo = (name: string, field: EFormField, person: Person): Answer => {
  if (field.type === 'boolean') return false;
  if (field.type === 'integer') return Math.max(1, field.minimum ?? 1);
  const who = subjectOf(name, person);
  const known = formatted(field, who, yearOf(person));
  if (known !== undefined) return known;
  if (field.enum !== undefined) return chosen(field.enum, who);
  if (field.pattern !== undefined) return '120';
  const text = FREE.find(([title]) => title.test(field.title))?.[1](who) ?? 'Dữ liệu mẫu';
  return text.slice(0, field.maxLength ?? 200);
};

/** Every required field of the form, filled for this person. */
export const answersFor = (form: EForm | undefined, person: Person): Readonly<Record<string, Answer>> =>
  form === undefined ? {} : Object.fromEntries(form.required.flatMap((name) => {
    const field = form.properties[name];
    return field === undefined ? [] : [[name, answerTo(name, field, person)]];
  }));

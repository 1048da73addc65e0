// The declaration speaks of several people; one of them may be the applicant or the owner. Only where the same
// number stands in both are name and birth date compared: a father is not the declarant because both are men.
// What differs is a warning; both stay as written, and putting one right is a procedure of its own.
// @law Luật Hộ tịch 60/2014/QH13 Đ.28; NĐ 61/2018/NĐ-CP Đ.17
import type { FieldWarning } from '../kernel/field-error.ts';
import type { Parties, Person } from './person.ts';
import { differingFields } from './validate-parties.ts';

/** Thay đổi, cải chính, bổ sung hộ tịch: the same code in 2019 and 2026. */
export const CORRECTION_PROCEDURE = '1.004859';

type Answers = Readonly<Record<string, string | number | boolean>>;

const textOf = (answers: Answers, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** 'CMND số 183000001, cấp ngày …' holds the number as a run of its own. */
const holdsNumber = (written: string, person: Person): boolean => {
  const number = person.identity.number.replace(/\s/g, '');
  return number.length >= 8 && (written.replace(/\s/g, '') === number || written.split(/[^0-9A-Za-z]+/).includes(number));
};

/** Fields of a person in a form are named alike: motherName, motherBirthDate, motherIdentity. */
export const differingAnswers = (parties: Parties, answers: Answers): readonly FieldWarning[] => {
  const people = parties.owner ? [parties.owner, parties.applicant] : [parties.applicant];
  return Object.keys(answers).flatMap((field): readonly FieldWarning[] => {
    const [, whose] = /^(.+)Name$/.exec(field) ?? [];
    if (whose === undefined) return [];
    const number = textOf(answers, `${whose}Identity`) || textOf(answers, `${whose}Number`);
    const same = people.find((person) => holdsNumber(number, person));
    if (!same) return [];
    const written = { fullName: textOf(answers, field), birthDate: textOf(answers, `${whose}BirthDate`) };
    if (written.fullName === '') return [];
    return differingFields(same, written).map((code) => ({
      path: `answers.${code === 'name-differs' ? field : `${whose}BirthDate`}`, code,
    }));
  });
};

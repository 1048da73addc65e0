import { describe, expect, it } from 'vitest';
import { farmer } from '#testing/desk-commands.ts';
import { differingAnswers } from './same-person.ts';

const mother = { ...farmer, fullName: 'Nguyễn Thị Thúy', birthDate: '1987-05-12' };
const told = (answers: Record<string, string>, parties = { applicant: mother }) =>
  differingAnswers(parties, answers).map(({ path, code }) => `${path} ${code}`);

describe('the same person in the papers and in the declaration', () => {
  it('is known by the number alone, also where it stands in a sentence', () => {
    expect(told({ motherName: 'Nguyễn Thị Thùy', motherIdentity: '183000001' })).toEqual(['answers.motherName name-differs']);
    expect(told({ motherName: 'Nguyễn Thị Thùy', motherIdentity: 'CMND số 183000001, Công an Hà Tĩnh' })).toEqual(['answers.motherName name-differs']);
    expect(told({ motherName: 'Nguyễn Thị Thùy', motherNumber: '183 000 001' })).toEqual(['answers.motherName name-differs']);
  });
  it('another person is never compared', () => {
    expect(told({ fatherName: 'Lê Văn Khác', fatherIdentity: '183000009', childName: 'Lê Thị Con' })).toEqual([]);
    expect(told({ fatherName: 'Lê Văn Khác', fatherIdentity: '1830000010' })).toEqual([]);
  });
  it.each([
    ['1987-05-12', []], ['12/05/1987', []], ['1987', []],
    ['1987-05-21', ['answers.motherBirthDate birth-date-differs']], ['1978', ['answers.motherBirthDate birth-date-differs']],
  ])('born %s beside 12/05/1987: %j', (motherBirthDate, said) => {
    expect(told({ motherName: 'NGUYỄN THỊ THÚY', motherIdentity: '183000001', motherBirthDate })).toEqual(said);
  });
  it('may be the owner whom somebody else came for', () => {
    const owner = { ...farmer, fullName: 'Trần Thị Hai', identity: { ...farmer.identity, number: '183000002' } };
    expect(told({ personName: 'Trần Thị Hải', personIdentity: '183000002' }, { applicant: mother, owner } as never)).toEqual(['answers.personName name-differs']);
  });
  it('nobody without a number is taken for anybody', () => {
    const unnumbered = { ...mother, identity: { kind: 'none' as const, number: '', reason: 'Mất' } };
    expect(told({ personName: 'Ai Đó', personIdentity: '' }, { applicant: unnumbered } as never)).toEqual([]);
  });
});

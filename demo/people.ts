// Made-up people, the same ones for the same number: used by the demo worlds and by tests.
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Address, IdentityPaper, Person } from '#core/people/person.ts';
import { FAMILY_NAMES, GIVEN_NAMES_FEMALE, GIVEN_NAMES_MALE, HAMLETS, MIDDLE_NAMES_FEMALE, MIDDLE_NAMES_MALE } from './names.ts';
import { type Random, seededRandom } from './random.ts';

export type PeopleYear = 2019 | 2026;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const nameOf = (random: Random, sex: 'male' | 'female'): string => [
  random.pick(FAMILY_NAMES),
  random.pick(sex === 'male' ? MIDDLE_NAMES_MALE : MIDDLE_NAMES_FEMALE),
  random.pick(sex === 'male' ? GIVEN_NAMES_MALE : GIVEN_NAMES_FEMALE),
].join(' ');

/** Twelve digits of the right shape: Hà Tĩnh, century and sex, year, six digits that begin with 9. */
export const personalNumberOf = (sex: 'male' | 'female', birthYear: number, serial: number): string => {
  const century = (birthYear < 2000 ? 0 : 2) + (sex === 'male' ? 0 : 1);
  return `042${century}${pad(birthYear % 100, 2)}9${pad(serial % 100_000, 5)}`;
};

const identityOf = (year: PeopleYear, sex: 'male' | 'female', birthYear: number, n: number): IdentityPaper => year === 2019
  ? { kind: 'old-identity-card', number: `189${pad(n % 1_000_000, 6)}`, issuedOn: `20${pad(10 + (n % 9), 2)}-05-1${n % 10}` as PlainDate, issuedBy: 'Công an tỉnh Hà Tĩnh' }
  : { kind: n % 3 === 0 ? 'citizen-card' : 'identity-card-2024', number: personalNumberOf(sex, birthYear, n), issuedOn: (n % 3 === 0 ? '2022-03-15' : '2025-02-20') as PlainDate, issuedBy: n % 3 === 0 ? 'Cục Cảnh sát quản lý hành chính về trật tự xã hội' : 'Bộ Công an' };

const DEFAULT_PLACE: Readonly<Record<PeopleYear, Omit<Address, 'line'>>> = {
  2019: { communeName: 'xã Kỳ Bắc', districtName: 'huyện Kỳ Anh', provinceName: 'tỉnh Hà Tĩnh' },
  2026: { communeName: 'xã Kỳ Xuân', provinceName: 'tỉnh Hà Tĩnh' },
};

/** The n-th person of a world; about one in eleven has no phone. */
export const aPerson = (n: number, year: PeopleYear = 2019, place: Omit<Address, 'line'> = DEFAULT_PLACE[year]): Person => {
  const random = seededRandom(n * 7919 + year);
  const sex = random.chance(0.5) ? 'male' as const : 'female' as const;
  const birthYear = random.between(year - 78, year - 19);
  return {
    fullName: nameOf(random, sex),
    birthDate: `${birthYear}-${pad(random.between(1, 12), 2)}-${pad(random.between(1, 28), 2)}`,
    sex,
    identity: identityOf(year, sex, birthYear, n),
    ...(n % 11 === 10 ? {} : { phone: `0900${pad(n % 1_000_000, 6)}` }),
    address: { line: random.pick(HAMLETS), ...place },
  };
};

/** A small child: a name and a birth date, in 2026 also a number. */
export const aChild = (n: number, year: PeopleYear = 2019): Pick<Person, 'fullName' | 'birthDate' | 'sex'> => {
  const random = seededRandom(n * 104_729 + year);
  const sex = random.chance(0.5) ? 'male' as const : 'female' as const;
  return { fullName: nameOf(random, sex), birthDate: `${year}-${pad(random.between(8, 10), 2)}-${pad(random.between(1, 28), 2)}`, sex };
};

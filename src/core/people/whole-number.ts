// Four digits are enough to read where a dossier stands, not to write to it: whoever sends something names a whole
// number that stands in it, of the applicant or of the owner. A number of few characters proves nothing.
// @law NĐ 13/2023/NĐ-CP Đ.3; Luật 91/2025/QH15
import { readPhone } from './phone.ts';
import type { Parties, Person } from './person.ts';

export const NUMBER_FACTORS = ['applicant-identity', 'applicant-phone', 'owner-identity', 'owner-phone'] as const;
export type NumberFactor = (typeof NUMBER_FACTORS)[number];

export const LEAST_OF_NUMBER = 8;

const bare = (written: string): string => written.normalize('NFKC').replace(/[\s.\-–]/g, '').toUpperCase();

/** As it was written down and as it is dialled today. */
const phonesOf = (written: string): readonly string[] => {
  const read = readPhone(written.normalize('NFKC'));
  if (read.kind === 'invalid') return [];
  return read.kind === 'old-mobile' && read.now !== undefined ? [read.digits, read.now] : [read.digits];
};

const matches = (person: Person | undefined, typed: string): 'identity' | 'phone' | undefined => {
  if (!person) return undefined;
  if (bare(person.identity.number) === bare(typed)) return 'identity';
  const phones = phonesOf(typed);
  return person.phone !== undefined && phonesOf(person.phone).some((phone) => phones.includes(phone)) ? 'phone' : undefined;
};

/** By which number of whom; undefined: by none. */
export const factorOf = ({ applicant, owner }: Parties, typed: string): NumberFactor | undefined => {
  if (bare(typed).length < LEAST_OF_NUMBER) return undefined;
  const ofApplicant = matches(applicant, typed);
  if (ofApplicant) return `applicant-${ofApplicant}`;
  const ofOwner = matches(owner, typed);
  return ofOwner && `owner-${ofOwner}`;
};

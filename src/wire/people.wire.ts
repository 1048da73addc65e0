// Applicant and owner as they are written down; nothing is corrected by itself.
import { z } from 'zod';
import type { Parties, Person } from '#core/people/person.ts';
import { line, maybeLine, plainDate } from './fields.ts';

export const IDENTITY_KINDS = [
  'identity-card-2024', 'citizen-card', 'old-identity-card', 'personal-number', 'passport',
  'identity-certificate', 'electronic-identity', 'other-photo-paper', 'none',
] as const;

export const identityPaper = z.object({
  kind: z.enum(IDENTITY_KINDS),
  number: maybeLine(40), // empty only where kind is 'none': the core asks for it
  issuedOn: plainDate.optional(),
  issuedBy: line(200).optional(),
  reason: line(500).optional(),
});

export const address = z.object({
  line: maybeLine(300),
  communeName: line(120),
  districtName: line(120).optional(),
  provinceName: line(120),
});

export const person = z.object({
  fullName: line(160),
  birthDate: line(20).optional(),
  sex: z.enum(['male', 'female']).optional(),
  identity: identityPaper,
  phone: line(20).optional(),
  email: line(200).optional(),
  address,
  organisationName: line(300).optional(),
}) satisfies z.ZodType<Person>;

export const representation = z.object({
  relation: line(120),
  kind: z.enum(['family', 'authorisation', 'introduction-letter', 'legal-representative']),
  paperNumber: line(80).optional(),
  paperDate: plainDate.optional(),
});

export const parties = z.object({
  applicant: person,
  owner: person.optional(),
  representation: representation.optional(),
}) satisfies z.ZodType<Parties>;

// Signing in, who I am, and the officer beside the clerk.
import { z } from 'zod';
import { type AccountId, type DeskId, type ProvinceId, ROLES, type UnitId } from '#core/organisation/organisation.ts';
import { id, line, moment, plainDate, slug } from './fields.ts';

const accountId = id<AccountId>();
const deskId = slug<DeskId>();
const unitId = slug<UnitId>();
const provinceId = z.int() as unknown as z.ZodType<ProvinceId, number>;

export const PASSWORD_MIN_LENGTH = 10;
const PASSWORD_MAX_LENGTH = 200;

export const signInCommandSchema = z.strictObject({
  login: line(80),
  password: z.string().min(1).max(PASSWORD_MAX_LENGTH),
});

export const changePasswordCommandSchema = z.strictObject({
  currentPassword: z.string().min(1).max(PASSWORD_MAX_LENGTH),
  newPassword: z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH),
});

/** The officer is named by login or, picked from `desk.officers`, by account. */
export const openPresenceCommandSchema = z
  .strictObject({
    login: line(80).optional(),
    accountId: accountId.optional(),
    pin: z.string().regex(/^\d{6}$/, 'Mã PIN gồm 6 chữ số.'),
  })
  .refine((c) => (c.login === undefined) !== (c.accountId === undefined), {
    path: ['accountId'], message: 'Chọn công chức tiếp nhận.',
  });

export const presentOfficerSchema = z.object({
  accountId,
  fullName: z.string(),
  title: z.string(),
  /** Real time. */
  until: moment,
});

const assignmentSchema = z.object({
  role: z.enum(ROLES),
  unitId,
  unitName: z.string(),
  deskId: deskId.optional(),
  validFrom: plainDate,
  validTo: plainDate.optional(),
  signingCapacity: z.object({ prefix: z.enum(['TM.', 'KT.', 'TL.', 'TUQ.', '']), title: z.string() }).optional(),
});

const deskSchema = z.object({
  deskId,
  name: z.string(),
  shortName: z.string(),
  address: z.string(),
  phone: z.string(),
  postOfficeUnitId: unitId,
  communeUnitId: unitId,
  communeName: z.string(),
  receivingUnitId: unitId,
  siteId: z.string(),
  officerConfirmation: z.enum(['pin-each', 'key-while-present']),
  supportReturn: z.enum(['officer-confirms', 'clerk-alone']).optional(),
  /** Commune officers of this desk today, to choose from when presence is opened. */
  officers: z.array(z.object({ accountId, fullName: z.string(), title: z.string() })),
});

export const meSchema = z.object({
  account: z.object({ accountId, login: z.string(), fullName: z.string(), title: z.string() }),
  roles: z.array(z.enum(ROLES)),
  assignments: z.array(assignmentSchema),
  desk: deskSchema.nullable(),
  world: z.object({ provinceId, name: z.string(), title: z.string(), isDemo: z.boolean() }),
  businessNow: moment,
  csrfToken: z.string(),
  mustChangePassword: z.boolean(),
  /** May sign with a PIN of their own. */
  hasPin: z.boolean().optional(),
  presentOfficer: presentOfficerSchema.nullable(),
});

export type PresentOfficerView = z.infer<typeof presentOfficerSchema>;
export type MeDesk = z.infer<typeof deskSchema>;
export type Me = z.infer<typeof meSchema>;

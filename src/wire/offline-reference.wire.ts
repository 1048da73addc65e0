// The parts of the reference, by key: what a counter decides with by itself. Versions and validities are whole, so that
// it is right the day after tomorrow too. Keys: desk, staff, organisation, calendar, calendar:<version> (of dossiers
// that keep an older one), forms, procedure:<code>.
import { z } from 'zod';
import type { Desk, ProvinceId, Unit } from '#core/organisation/organisation.ts';
import { plainDate } from './fields.ts';
import { formTable } from './forms.wire.ts';
import { certificationSigner, channel, desk, procedureVersion, transferEntry, unitId, workingCalendar } from './procedure.wire.ts';
import { meSchema } from './session.wire.ts';

const clockStart = z.object({
  value: z.enum(['desk', 'hand-over', 'competent-agency']), channel: channel.optional(),
  validFrom: plainDate, validTo: plainDate.optional(), law: z.string().optional(),
});

const unit = z.object({
  provinceId: z.int() as unknown as z.ZodType<ProvinceId, number>, unitId,
  kind: z.enum([
    'province', 'department', 'section', 'district', 'commune', 'commune-police', 'social-insurance', 'provincial-post', 'district-post', 'commune-post',
  ]),
  name: z.string(), shortName: z.string(), parentUnitId: unitId.optional(), agencyCode2018: z.string().optional(), agencyCode2025: z.string().optional(),
  gsoCode: z.string().optional(), address: z.string().optional(), phone: z.string().optional(),
  validFrom: plainDate, validTo: plainDate.optional(), successorUnitId: unitId.optional(),
}) satisfies z.ZodType<Unit>;

export const deskPart = z.object({
  desk: z.object({ ...desk.shape, clockStart: z.array(clockStart).readonly().optional() }) satisfies z.ZodType<Desk>,
  /** Where the citizen's pages stand, for the QR on papers. */
  origin: z.string(),
  world: meSchema.shape.world,
  transfers: z.array(transferEntry).readonly(),
  /** A counter that fetched its part before them knows none. */
  signers: z.array(certificationSigner).readonly().default([]),
  /** Receptions at this desk in the last ninety days, by procedure. */
  useCounts: z.record(z.string(), z.int()),
});
export const staffPart = z.object({
  people: z.array(z.object({ ...meSchema.shape.account.shape, assignments: meSchema.shape.assignments })).readonly(),
});
export const organisationPart = z.object({ units: z.array(unit).readonly() });
export const calendarPart = workingCalendar;
export const formsPart = formTable;
export const procedurePart = z.object({ versions: z.array(procedureVersion).readonly() });

export type DeskPart = z.output<typeof deskPart>;
export type StaffPart = z.output<typeof staffPart>;

// GET /api/desk/warnings, /api/office/warnings: one page of what stands, the most urgent first, and how much in all.
import { z } from 'zod';
import { WARNING_STEPS } from '#core/warning/standing-warnings.ts';
import { NEXT_STEPS, WARNING_KINDS } from '#core/warning/warned-of.ts';
import type { WarningSettings } from '#core/warning/warning-settings.ts';
import { dossierId, dossierState } from './dossier-parts.wire.ts';
import { moment, plainDate } from './fields.ts';
import { WARNING_LISTS } from './list-names.ts';
import { deskId } from './procedure.wire.ts';

/** 'all': what falls due; apologies and uncollected outcomes have lists of their own. */
export type WarningList = (typeof WARNING_LISTS)[number];

export const WARNING_PAGE = 50;

const flag = z.enum(['1']).optional();

export const warningsQuery = z.object({
  list: z.enum(WARNING_LISTS).default('all'),
  after: z.string().max(120).optional(),
  /** The agency's: only what this person has in hand. */
  mine: flag,
  /** For the rail: how many, without the rows. */
  onlyCounts: flag,
  deskId: deskId.optional(),
});

const whole = (least: number, most: number) => z.int().min(least).max(most);
export const warningSettings = z.object({
  firstDays: whole(2, 30), secondDays: whole(1, 29), lastMinutes: whole(15, 480), uncollectedDays: whole(1, 60),
}) satisfies z.ZodType<WarningSettings>;

export const warningRow = z.object({
  kind: z.enum(WARNING_KINDS),
  urgency: z.enum(['overdue', 'finished', ...WARNING_STEPS]),
  /** Of what is finished: how many days after its day the work ended; 0 = in time. */
  daysLate: z.number().optional(),
  /** The moment that this line is about. */
  fallsAt: moment,
  nextStep: z.enum(NEXT_STEPS),
  dossierId, code: z.string(), procedureName: z.string(), ownerName: z.string(),
  phone: z.string().optional(),
  state: dossierState,
  dueAt: moment.optional(),
  /** The last day to sign an apology, while one may still be signed. */
  apologyBy: plainDate.optional(),
  stepName: z.string().optional(),
  inChargeName: z.string().optional(),
  deskName: z.string(), agencyName: z.string(),
});
export type WarningRow = z.output<typeof warningRow>;

export const warningsView = z.object({
  now: moment,
  settings: warningSettings,
  lists: z.array(z.enum(WARNING_LISTS)),
  counts: z.partialRecord(z.enum(WARNING_LISTS), z.number()),
  rows: z.array(warningRow),
  next: z.string().nullable(),
});
export type WarningsView = z.output<typeof warningsView>;

export const warningSettingsView = z.object({
  usual: warningSettings,
  holders: z.array(z.object({
    holder: z.string(), name: z.string(), kind: z.enum(['desk', 'unit']),
    /** Absent: the usual ones. */
    settings: warningSettings.optional(), changedAt: moment.optional(),
  })),
});
export type WarningSettingsView = z.output<typeof warningSettingsView>;
export const warningsChangedAnswer = z.object({ holder: z.string(), settings: warningSettings });

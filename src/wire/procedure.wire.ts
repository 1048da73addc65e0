// A procedure version, a line of the transfer register and the working calendar, as the screens get them.
import { z } from 'zod';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { CertificationSigner } from '#core/dossier/certify-copies.ts';
import type { AccountId, Desk, DeskId, ProvinceId, UnitId } from '#core/organisation/organisation.ts';
import type { ProcedureCode, ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { id, plainDate, slug, wallTime } from './fields.ts';

export const channel = z.enum(['counter', 'online', 'post']);
export const procedureCode = slug<ProcedureCode>();
export const deskId = slug<DeskId>();
export const unitId = slug<UnitId>();
export const receptionMode = z.enum(['support', 'delegated', 'postal-service']);

const checklistItem = z.object({
  itemId: z.string(), name: z.string(), required: z.boolean(),
  original: z.int(), certifiedCopy: z.int(), plainCopy: z.int(),
  shownOnly: z.boolean().optional(), formTemplate: z.string().optional(), note: z.string().optional(),
});

export const timeLimit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working-days'), days: z.number(), extraDaysIfLarge: z.number().optional() }),
  z.object({ kind: z.literal('calendar-days'), days: z.number() }),
  z.object({ kind: z.literal('working-hours'), hours: z.number() }),
  z.object({ kind: z.literal('clock-hours'), hours: z.number() }),
  z.object({ kind: z.literal('same-day'), extraDaysIfLarge: z.number().optional() }),
]);

const feeItem = z.object({
  feeId: z.string(), kind: z.enum(['fee', 'charge']), name: z.string(), amount: z.number().optional(),
  unit: z.string().optional(), channel: channel.optional(), legalGround: z.string().optional(),
  note: z.string().optional(), exemptions: z.array(z.string()).readonly().optional(),
});

const eFormField = z.object({
  type: z.enum(['string', 'integer', 'boolean']), title: z.string(),
  enum: z.array(z.string()).readonly().optional(), enumTitles: z.array(z.string()).readonly().optional(),
  format: z.enum(['date', 'phone', 'personal-number']).optional(), pattern: z.string().optional(),
  minLength: z.number().optional(), maxLength: z.number().optional(),
  minimum: z.number().optional(), maximum: z.number().optional(), description: z.string().optional(),
});

const eForm = z.object({
  $schema: z.literal('https://json-schema.org/draft/2020-12/schema'),
  type: z.literal('object'), title: z.string(),
  properties: z.record(z.string(), eFormField),
  required: z.array(z.string()).readonly(),
  groups: z.array(z.object({ title: z.string(), fields: z.array(z.string()).readonly() })).readonly(),
});

export const linkedAgency = z.object({ agency: z.string(), limit: timeLimit, source: z.string().optional() });

export const procedureVersion = z.object({
  code: procedureCode, version: z.int(), validFrom: plainDate, validTo: plainDate.optional(),
  name: z.string(), field: z.string(), level: z.enum(['commune', 'district', 'province', 'ministry']),
  authority: z.string(), everydayNames: z.array(z.string()).readonly(), channels: z.array(channel).readonly(),
  cases: z.array(z.object({ caseId: z.string(), name: z.string(), checklist: z.array(checklistItem).readonly() })).readonly(),
  limits: z.array(z.object({ channel, limit: timeLimit, note: z.string().optional() })).readonly(),
  linked: z.array(linkedAgency).readonly().optional(),
  fees: z.array(feeItem).readonly(),
  outcomes: z.array(z.object({ outcomeId: z.string(), name: z.string(), code: z.string().optional() })).readonly(),
  legalGrounds: z.array(z.object({ instrument: z.string(), article: z.string().optional(), note: z.string().optional() })).readonly(),
  mustBePresent: z.boolean(), signsRegister: z.boolean(), resolvedAtDesk: z.boolean(),
  numberSource: z.enum(['ours', 'theirs']), slips: z.enum(['one-stop', 'residence-police']),
  eForm: eForm.optional(),
  steps: z.array(z.object({
    stepId: z.string(), name: z.string(),
    role: z.enum(['agency-officer', 'section-head', 'signing-leader', 'records-clerk']), hours: z.number(),
  })).readonly(),
  extensions: z.array(z.object({
    extensionId: z.string(), ground: z.string(), law: z.string(),
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('working-days'), days: z.number() }),
      z.object({ kind: z.literal('calendar-days'), days: z.number() }),
      z.object({ kind: z.literal('working-hours'), hours: z.number() }),
    ]),
  })).readonly().optional(),
  incomplete: z.array(z.string()).readonly(),
  source: z.string(),
}) satisfies z.ZodType<ProcedureVersion>;

export const transferEntry = z.object({
  deskId, procedureCode, agencyUnitId: unitId, mode: receptionMode,
  validFrom: plainDate, validTo: plainDate.optional(), decision: z.string(), delegation: z.string().optional(),
}) satisfies z.ZodType<TransferEntry>;

export const certificationSigner = z.object({
  accountId: id<AccountId>(), unitId, name: z.string(), title: z.string(), validFrom: plainDate, validTo: plainDate.optional(),
}) satisfies z.ZodType<CertificationSigner>;

export const desk = z.object({
  provinceId: z.int() as unknown as z.ZodType<ProvinceId, number>,
  deskId, name: z.string(), shortName: z.string(), postOfficeUnitId: unitId, communeUnitId: unitId,
  receivingUnitId: unitId, address: z.string(), phone: z.string(), siteId: z.string(),
  officerConfirmation: z.enum(['pin-each', 'key-while-present']),
  supportReturn: z.enum(['officer-confirms', 'clerk-alone']).optional(),
  validFrom: plainDate, validTo: plainDate.optional(),
}) satisfies z.ZodType<Desk>;

export const workingCalendar = z.object({
  calendarId: z.string(), version: z.int(), weeklyRest: z.array(z.int()).readonly(),
  days: z.array(z.object({
    date: plainDate, kind: z.enum(['holiday', 'compensatory', 'swap-off', 'make-up']), name: z.string(),
    status: z.enum(['confirmed', 'unconfirmed']), source: z.string().optional(),
  })).readonly(),
  sites: z.array(z.object({
    siteId: z.string(),
    rules: z.array(z.object({
      name: z.string(), fromMonthDay: z.string(), toMonthDay: z.string(), weekdays: z.array(z.int()).readonly(),
      sessions: z.array(z.object({ from: wallTime, to: wallTime })).readonly(),
    })).readonly(),
  })).readonly(),
}) satisfies z.ZodType<WorkingCalendar>;

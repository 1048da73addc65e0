// GET /api/admin/transfer-register/choices, POST /api/admin/transfer-register: a line of the register, by a decision.
import { z } from 'zod';
import type { AddRegisterLine } from '#core/procedure/add-register-line.ts';
import { line, plainDate } from './fields.ts';
import { deskId, procedureCode, receptionMode, unitId } from './procedure.wire.ts';

export const registerChoicesQuery = z.object({ code: procedureCode.optional(), desk: deskId.optional() });
export type RegisterChoicesQuery = z.output<typeof registerChoicesQuery>;
export const registerChoices = z.object({
  desks: z.array(z.object({ deskId, name: z.string() })),
  /** Units that may decide; post offices are none. */
  agencies: z.array(z.object({ unitId, name: z.string() })),
  /** Of the code asked for; null where the catalogue does not have it. */
  procedureName: z.string().nullable(),
  /** The line of this desk and code that a new one would end. */
  held: z.object({ agencyName: z.string(), mode: receptionMode, validFrom: plainDate }).nullable(),
});
export type RegisterChoices = z.output<typeof registerChoices>;

export const registerLineCommand = z.object({
  deskId, procedureCode, agencyUnitId: unitId, mode: receptionMode, validFrom: plainDate, decision: line(300), delegation: line(300).optional(),
}) satisfies z.ZodType<AddRegisterLine>;
export const registerLineAnswer = z.object({ endedFrom: plainDate.nullable() });

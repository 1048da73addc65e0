// Programs of other houses that read the chain of custody: what an administrator gives them, and sees of them.
import { z } from 'zod';
import type { UnitId } from '#core/organisation/organisation.ts';
import { id, line, moment, plainDate, slug } from './fields.ts';

export const issueIntegratorCommand = z.strictObject({
  name: line(120), purpose: line(300),
  /** Absent: the whole province; otherwise what this unit and those below it decide or receive. */
  unitId: slug<UnitId>().optional(),
  /** The last day on which it is good. */
  lastDay: plainDate,
});
export type IssueIntegrator = z.output<typeof issueIntegratorCommand>;
/** The token is told here and never again. */
export const integratorIssued = z.object({ integratorId: id(), issuedAt: moment, token: z.string(), address: z.string() });

export const revokeIntegratorCommand = z.strictObject({ reason: line(300) });
export const integratorRevoked = z.object({ integratorId: id(), revokedAt: moment });

export const integratorsView = z.object({
  integrators: z.array(z.object({
    integratorId: id(), name: z.string(), purpose: z.string(), unitName: z.string().nullable(), issuedAt: moment, issuedByName: z.string(), lastDay: plainDate,
    standing: z.enum(['good', 'ended', 'revoked']), lastUsedAt: moment.nullable(), revokedAt: moment.nullable(), revokedByName: z.string().nullable(), revokedReason: z.string().nullable(),
  })),
  units: z.array(z.object({ unitId: slug<UnitId>(), name: z.string() })),
});
export type IntegratorView = z.output<typeof integratorsView>['integrators'][number];

export type IntegratorRefused =
  | { readonly kind: 'integrator-unit-unknown' }
  | { readonly kind: 'integrator-last-day' }
  | { readonly kind: 'integrator-revoked-already' };

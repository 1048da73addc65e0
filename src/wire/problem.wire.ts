// RFC 9457: how every fault and refusal reaches a screen.
import { z } from 'zod';

export const fieldErrorSchema = z.object({
  /** 'parties.applicant.identity.number' */
  path: z.string(),
  message: z.string(),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  traceId: z.string(),
  code: z.string(),
  fieldErrors: z.array(fieldErrorSchema).optional(),
  /** The refusal of the core, as the screen would have computed it. */
  refusal: z.looseObject({ kind: z.string() }).optional(),
});

export type FieldError = z.infer<typeof fieldErrorSchema>;
export type Problem = z.infer<typeof problemSchema>;

// POST /api/files (multipart, one file): kept by the hash of its content.
import { z } from 'zod';
import { sha256 } from './fields.ts';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const mediaType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);
export type MediaType = z.output<typeof mediaType>;

export const storedFileAnswer = z.object({ sha256, mediaType, bytes: z.int() });
export const fileParams = z.object({ sha256 });

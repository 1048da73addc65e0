// POST /api/desk/dossiers/:id/cancel-entry: entered by mistake; its number stays used and says so.
import { z } from 'zod';
import { deskActBase } from './dossier-parts.wire.ts';
import { lines } from './fields.ts';

export const cancelEntryCommand = z.object({ ...deskActBase, reason: lines(1000) });
export type CancelEntryCommand = z.output<typeof cancelEntryCommand>;

// How far a counter has read: of each journal chain that can touch its dossiers the last entry seen. A chain's entries
// are numbered in the order in which they commit (its head is locked until then), so nothing can become visible later
// behind a number already passed, as it could behind a time. The first reading walks the dossiers themselves; its
// chains are noted before it begins, and whatever happens meanwhile comes again.
import { z } from 'zod';

const cursor = z.strictObject({
  chains: z.record(z.string().max(120), z.int().min(0)),
  /** While the first reading goes on: the last dossier it gave. */
  after: z.guid().optional(),
});
export type Cursor = z.output<typeof cursor>;

export const writeCursor = (at: Cursor): string => Buffer.from(JSON.stringify(at)).toString('base64url');

/** Undefined for a text that is no cursor of ours: the counter begins anew. */
export const readCursor = (text: string): Cursor | undefined => {
  try {
    const parsed = cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

// What may be said of a fault in a log.
const textOf = (value: unknown, key: string): string | undefined =>
  typeof value === 'object' && value !== null && key in value ? String((value as Record<string, unknown>)[key]) : undefined;

/** Frames only: the first line of a stack repeats the message. */
export const safeFault = (error: unknown): { readonly name: string; readonly code?: string; readonly at?: string } => ({
  name: error instanceof Error ? error.name : typeof error,
  code: textOf(error, 'code'),
  at: error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).join('\n') : undefined,
});

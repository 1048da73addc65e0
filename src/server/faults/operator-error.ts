// A fault that the person running the program can mend: shown as one sentence, without a stack.
const OPERATOR = 'OperatorError';

export const operatorError = (message: string, cause?: unknown): Error => {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = OPERATOR;
  return error;
};

export const isOperatorError = (value: unknown): value is Error => value instanceof Error && value.name === OPERATOR;

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH', '57P03', '28P01', '28000', '3D000', '53300']);

/** No connection, no such database, no such role: told apart from a refusal (exit code 3). */
export const isUnreachable = (value: unknown): boolean => {
  for (let error = value; error instanceof Error; error = error.cause) {
    if (UNREACHABLE.has((error as { code?: string }).code ?? '')) return true;
    if (error instanceof AggregateError && error.errors.some(isUnreachable)) return true;
  }
  return false;
};

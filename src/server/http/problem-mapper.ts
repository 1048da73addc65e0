// The only place where exceptions end. A fault's own words may quote a person's data, so neither
// the log nor the answer carries them: the log keeps the kind of fault and where it was thrown.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import type { FieldError } from '#wire/problem.wire.ts';
import { safeFault } from './fault.ts';
import { isProblem, sendProblem } from './problem.ts';
import type { ProblemCode } from './problem-text.ts';
import type { App } from './route.ts';

/** How a slice answers faults of its own pages (the citizen's are HTML). */
export type FaultPage = (request: FastifyRequest, reply: FastifyReply, code: ProblemCode, retryAfterSeconds?: number) => FastifyReply;

const BY_FASTIFY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_PARTS_LIMIT: 'too-large',
  FST_FILES_LIMIT: 'too-large',
  FST_FIELDS_LIMIT: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media',
  FST_ERR_NOT_FOUND: 'not-found',
};

const UNAVAILABLE = new Set(['57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT']);

/** Nobody reads more; a body made of errors must not come back many times as long. */
const MOST_FIELD_ERRORS = 100;

const fieldErrorsOf = (error: { readonly validation: readonly { readonly instancePath: string; readonly message?: string }[] }): FieldError[] =>
  error.validation.slice(0, MOST_FIELD_ERRORS).map((v) => ({ path: v.instancePath.replace(/^\//, '').replaceAll('/', '.'), message: v.message ?? '' }));

const codeOf = (error: FastifyError): ProblemCode => {
  const byCode = BY_FASTIFY_CODE[error.code];
  if (byCode) return byCode;
  if (UNAVAILABLE.has(error.code)) return 'unavailable';
  const status = error.statusCode ?? 500;
  if (status === 429) return 'too-many-requests';
  if (status === 404) return 'not-found';
  return status >= 400 && status < 500 ? 'bad-request' : 'fault';
};

export const mapProblems = (app: App, isPage: (url: string) => boolean, faultPage: FaultPage): void => {
  const answer = (request: FastifyRequest, reply: FastifyReply, code: ProblemCode): FastifyReply =>
    isPage(request.url)
      ? faultPage(request, reply, code, Number(reply.getHeader('retry-after')) || undefined)
      : sendProblem(request, reply, code);

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (isProblem(error)) {
      return isPage(request.url)
        ? faultPage(request, reply, error.problemCode, error.problemDetails.retryAfterSeconds)
        : sendProblem(request, reply, error.problemCode, error.problemDetails);
    }
    if (hasZodFastifySchemaValidationErrors(error) && !isPage(request.url)) {
      // what names an address that does not exist is simply not there
      if (error.validationContext === 'params') return sendProblem(request, reply, 'not-found');
      return sendProblem(request, reply, 'invalid-fields', { fieldErrors: fieldErrorsOf(error) });
    }
    const code = hasZodFastifySchemaValidationErrors(error) ? 'bad-request' : codeOf(error);
    if (code === 'fault' || code === 'unavailable') {
      const issues = isResponseSerializationError(error) ? error.cause?.issues?.map((i) => `${i.path.join('.')} ${i.code}`) : undefined;
      request.log.error({ traceId: request.id, route: request.routeOptions.url, fault: safeFault(error), issues }, 'fault');
    }
    return answer(request, reply, code);
  });
  app.setNotFoundHandler((request, reply) => answer(request, reply, 'not-found'));
};

// A fault or refusal at the HTTP edge as one RFC 9457 problem; nothing of a person stands in it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldError, Problem } from '#wire/problem.wire.ts';
import { refusalStatus } from '#wire/refusal-status.ts';
import type { Performed } from '../acts/act.ts';
import { PROBLEM_TEXTS, type ProblemCode } from './problem-text.ts';

export type ProblemDetails = {
  readonly detail?: string;
  readonly fieldErrors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
};
export type ProblemError = Error & { readonly problemCode: ProblemCode; readonly problemDetails: ProblemDetails };

/** Thrown by routes where nothing can go on; caught by the mapper only. */
export const problem = (code: ProblemCode, details: ProblemDetails = {}): ProblemError =>
  Object.assign(new Error(code), { problemCode: code, problemDetails: details, statusCode: PROBLEM_TEXTS[code].status });

export const isProblem = (error: unknown): error is ProblemError => error instanceof Error && 'problemCode' in error;

export const notFound = (): ProblemError => problem('not-found');

const send = (reply: FastifyReply, body: Problem): FastifyReply =>
  reply.code(body.status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify).send(body);

export const sendProblem = (
  request: FastifyRequest, reply: FastifyReply, code: ProblemCode, details: ProblemDetails = {},
): FastifyReply => {
  const text = PROBLEM_TEXTS[code];
  if (details.retryAfterSeconds !== undefined) void reply.header('retry-after', String(details.retryAfterSeconds));
  return send(reply, {
    type: `/loi/${code}`, title: text.title, status: text.status, detail: details.detail ?? text.detail,
    traceId: request.id, code, ...(details.fieldErrors ? { fieldErrors: [...details.fieldErrors] } : {}),
  });
};

export type RefusalText = { readonly title: string; readonly detail?: string; readonly fieldErrors?: readonly FieldError[] } | string;

export const sendRefusal = <R extends { readonly kind: string }>(
  request: FastifyRequest, reply: FastifyReply, refusal: R, textOf: (refusal: R) => RefusalText,
): FastifyReply => {
  const text = textOf(refusal);
  const words: Exclude<RefusalText, string> = typeof text === 'string' ? { title: 'Chưa thực hiện được', detail: text } : text;
  return send(reply, {
    type: `/loi/${refusal.kind}`, title: words.title, detail: words.detail ?? words.title,
    status: refusalStatus(refusal.kind), traceId: request.id, code: refusal.kind, refusal: { ...refusal },
    ...(words.fieldErrors ? { fieldErrors: [...words.fieldErrors] } : {}),
  });
};

/** The one way an act's outcome becomes an answer. */
export const sendPerformed = <R extends { readonly kind: string }, Answer>(
  request: FastifyRequest, reply: FastifyReply, performed: Performed<R, Answer>,
  options: { readonly status?: 200 | 201; readonly refusalText: (refusal: R) => RefusalText },
): FastifyReply => {
  switch (performed.kind) {
    case 'done':
      if (performed.replayed) void reply.header('idempotency-replayed', 'true');
      return reply.code(options.status ?? 200).send(performed.answer);
    case 'refused': return sendRefusal(request, reply, performed.refusal, options.refusalText);
    case 'not-found': return sendProblem(request, reply, 'not-found');
    case 'key-reused': return sendProblem(request, reply, 'key-reused');
  }
};

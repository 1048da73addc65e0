import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FileStore } from '#adapters/file-store/port.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { MAX_FILE_BYTES, fileParams, storedFileAnswer } from '#wire/file.wire.ts';
import { findReader } from '../reading/reader.sql.ts';
import { notFound, problem } from '../http/problem.ts';
import { type App, type Deps, requireActor, staffOnly } from '../http/route.ts';
import { findReadableFile, saveStoredFile } from './files.sql.ts';
import { sendStored } from './send-stored.ts';
import { sniffMediaType } from './sniff.ts';
import { refuseTooMany } from './upload-limit.ts';

export type FileDeps = Deps & { readonly fileStore: FileStore };

/** A courier sends what proves a delivery, and reads nothing; a supervisor of the post sends what is brought with a complaint, and reads it there. */
const READERS = ['postal-clerk', 'commune-officer', 'agency-officer', 'section-head', 'signing-leader', 'records-clerk'] as const;
const SENDERS = [...READERS, 'courier', 'post-supervisor'] as const;

const ONLY = 'Chỉ nhận tệp PDF, JPEG hoặc PNG, và loại tệp phải đúng với nội dung.';

/** A limit has a code and keeps its own answer; a form that breaks off or has no parts is only unreadable. */
const isLimit = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('FST_');

const readUpload = async (request: FastifyRequest): Promise<{ readonly content: Buffer; readonly said: string }> => {
  try {
    const part = await request.file();
    if (part) return { content: await part.toBuffer(), said: part.mimetype };
  } catch (error) {
    throw isLimit(error) ? error : problem('bad-request');
  }
  throw problem('unsupported-media', { detail: ONLY });
};

/** Stored by content, so the same file sent twice has one effect and needs no key. */
export const fileRoutes = (app: App, deps: FileDeps): void => {
  const { pool, world, clock, fileStore } = deps;

  app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: MAX_FILE_BYTES, headerPairs: 20 } });
    scope.post('/api/files', {
      config: { roles: SENDERS },
      preHandler: staffOnly,
      bodyLimit: MAX_FILE_BYTES + 65_536,
      schema: { summary: 'Tải tệp quét lên (multipart, một tệp)', response: { 201: storedFileAnswer } },
    }, async (request, reply) => {
      const actor = requireActor(request);
      await refuseTooMany(deps, actor.accountId);
      const { content, said } = await readUpload(request);
      const mediaType = sniffMediaType(content);
      if (mediaType === undefined || said !== mediaType) throw problem('unsupported-media', { detail: ONLY });
      const sha256 = createHash('sha256').update(content).digest('hex') as Sha256;
      const file = { sha256, mediaType, bytes: content.length };
      await fileStore.put(sha256, content);
      await saveStoredFile(pool, world.provinceId, file, actor.accountId, {
        deskId: actor.deskId, unitId: actor.assignments.find((assignment) => assignment.deskId === undefined)?.unitId,
      });
      return reply.code(201).send(file);
    });
  });

  app.get('/api/files/:sha256', {
    config: { roles: READERS },
    preHandler: staffOnly,
    schema: { summary: 'Xem tệp quét', params: fileParams },
  }, async (request, reply) => {
    const reader = await findReader(pool, world.provinceId, requireActor(request).accountId, dateOf(clock.businessNow()));
    const file = await findReadableFile(pool, world.provinceId, reader, request.params.sha256);
    if (!file) throw notFound();
    return sendStored(request, reply, fileStore, file);
  });
};

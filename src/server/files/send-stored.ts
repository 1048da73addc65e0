// A stored file to whoever was found to be allowed to read it: asked for anew each time, so that whoever has signed out
// sees nothing of it, and the same is not sent twice.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileStore } from '#adapters/file-store/port.ts';
import { notFound } from '../http/problem.ts';
import type { StoredFile } from './files.sql.ts';

export const sendStored = async (request: FastifyRequest, reply: FastifyReply, store: FileStore, file: Pick<StoredFile, 'sha256' | 'mediaType'>): Promise<FastifyReply> => {
  const etag = `"${file.sha256}"`;
  void reply.header('cache-control', 'private, no-cache').header('etag', etag);
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  const content = await store.get(file.sha256);
  if (!content) throw notFound();
  return reply
    .header('content-disposition', `inline; filename="${file.sha256.slice(0, 12)}.${file.mediaType.split('/')[1]}"`)
    .type(file.mediaType)
    .send(Buffer.from(content));
};

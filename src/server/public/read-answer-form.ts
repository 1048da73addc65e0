// The form with its files, read part by part. Who sends is asked before the first file is read: the files of somebody
// who may not send run through and are kept nowhere, not even in memory.
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { SentFile } from '#core/dossier/answer-supplement.ts';
import { MAX_FILE_BYTES, type MediaType } from '#wire/file.wire.ts';
import { sniffMediaType } from '../files/sniff.ts';
import { problem } from '../http/problem.ts';
import { ANSWER_LIMITS } from './answer-supplement.act.ts';

/** More than is taken, so that a few too many are told of on the page and not by a line cut off. */
export const FORM_LIMITS = { files: 3 * ANSWER_LIMITS.files, fields: 10, parts: 100, fieldSize: 8_192, fileSize: MAX_FILE_BYTES + 1, headerPairs: 20 } as const;
export const FORM_BYTES = 3 * ANSWER_LIMITS.bytes;

export type ReadFile = SentFile & { readonly sha256: string; readonly mediaType: MediaType; readonly content: Buffer };
export type Fields = Readonly<Record<string, string>>;
export type ReadForm<Who> = { readonly fields: Fields; readonly who: Who; readonly files: readonly (ReadFile | SentFile)[] };

export const isReadFile = (file: ReadFile | SentFile): file is ReadFile => 'content' in file;

const itemNoOf = (field: string): number => Number(/^giay-(\d{1,2})$/.exec(field)?.[1] ?? 0);

const readFile = async (stream: AsyncIterable<Buffer>, itemNo: number, room: number): Promise<ReadFile | SentFile> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes <= room) chunks.push(chunk);
  }
  const content = Buffer.concat(chunks);
  const mediaType = bytes <= room ? sniffMediaType(content) : undefined;
  // what was not kept is too large or one too many, which is said of it first
  if (mediaType === undefined) return { itemNo, bytes, readable: bytes > room };
  return { itemNo, bytes, readable: true, mediaType, content, sha256: createHash('sha256').update(content).digest('hex') };
};

/** A place where no file was chosen comes along as a file without name and content. */
const isChosen = (file: SentFile, name: string | undefined): boolean => file.bytes > 0 || (name ?? '') !== '';

/** `who` is asked once, with the fields that came before the first file; undefined: nothing is read. */
export const readAnswerForm = async <Who>(request: FastifyRequest, ask: (fields: Fields) => Promise<{ readonly who: Who; readonly mayRead: boolean }>): Promise<ReadForm<Who>> => {
  if (Number(request.headers['content-length'] ?? 0) > FORM_BYTES) throw problem('too-large');
  const fields: Record<string, string> = {};
  const files: (ReadFile | SentFile)[] = [];
  let asked: { readonly who: Who; readonly mayRead: boolean } | undefined;
  let total = 0;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        // said twice, the first holds: by it was asked who sends, and no other dossier is opened by a later one
        if (!Object.hasOwn(fields, part.fieldname)) fields[part.fieldname] = typeof part.value === 'string' ? part.value : '';
        continue;
      }
      asked ??= await ask(fields);
      if (!asked.mayRead) {
        part.file.resume();
        continue;
      }
      const file = await readFile(part.file as AsyncIterable<Buffer>, itemNoOf(part.fieldname), Math.min(MAX_FILE_BYTES, ANSWER_LIMITS.bytes - total));
      if (!isChosen(file, part.filename)) continue;
      total += isReadFile(file) ? file.bytes : 0;
      files.push(file);
    }
  } catch (error) {
    // a limit has a code and keeps its own answer; a form that breaks off or has no parts is only unreadable
    const isKnown = error instanceof Error && ('problemCode' in error || ('code' in error && String(error.code).startsWith('FST_')));
    throw isKnown ? error : problem('bad-request');
  }
  asked ??= await ask(fields);
  return { fields, who: asked.who, files };
};

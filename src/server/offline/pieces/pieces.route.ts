// A scan comes in pieces over a weak line: each goes on where the last ended, and the whole is stored only when it is
// what its name says.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FileStore } from '#adapters/file-store/port.ts';
import { MAX_FILE_BYTES, fileParams } from '#wire/file.wire.ts';
import { filePieceAnswer } from '#wire/offline.wire.ts';
import { saveStoredFile } from '../../files/files.sql.ts';
import { sniffMediaType } from '../../files/sniff.ts';
import { refuseTooMany } from '../../files/upload-limit.ts';
import { problem } from '../../http/problem.ts';
import { type App, type Deps, requireActor, staffOnly } from '../../http/route.ts';
import { requireDevice } from '../device/device.ts';
import { countPieces, countUnderWay, dropPieces, insertPiece, isAtDesk, readPieces } from './pieces.sql.ts';

const PIECE_BYTES = 262_144;
/** A full day of scans that all broke off. */
const MOST_UNDER_WAY = 32 * MAX_FILE_BYTES;
/** A machine that was away for days brings them together. */
const HOURS_BROUGHT = 4;

const place = z.object({ offset: z.coerce.number().int().min(0).max(MAX_FILE_BYTES), total: z.coerce.number().int().min(1).max(MAX_FILE_BYTES) });

export const pieceRoutes = (scope: App, deps: Deps & { readonly fileStore: FileStore }): void => {
  const { pool, world: { provinceId }, fileStore } = deps;
  scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: PIECE_BYTES }, (_request, body, done) => done(null, body));

  scope.put('/api/desk/offline/files/:sha256', {
    config: { roles: ['postal-clerk', 'commune-officer'], revokedDevice: 'heard' },
    preHandler: staffOnly,
    bodyLimit: PIECE_BYTES,
    schema: { summary: 'Gửi tiếp một phần của bản quét', params: fileParams, querystring: place, response: { 200: filePieceAnswer } },
  }, async (request) => {
    const { deviceId, deskId } = requireDevice(request);
    const { accountId } = requireActor(request);
    const { sha256 } = request.params;
    const { offset, total } = request.query;
    if (await isAtDesk(pool, provinceId, deskId, sha256)) return { sha256, received: total, complete: true };
    const piece = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    if (offset + piece.length > total) throw problem('too-large', { detail: 'Phần gửi lên vượt quá độ dài đã báo của bản quét.' });
    if (piece.length > 0) {
      if (offset === 0) await refuseTooMany(deps, accountId, HOURS_BROUGHT);
      if ((await countUnderWay(pool, provinceId, deviceId)) + piece.length > MOST_UNDER_WAY) throw problem('too-many-uploads', { retryAfterSeconds: 600 });
      await insertPiece(pool, provinceId, deviceId, sha256, offset, piece);
    }
    const received = await countPieces(pool, provinceId, deviceId, sha256);
    if (received < total) return { sha256, received, complete: false };

    const content = await readPieces(pool, provinceId, deviceId, sha256);
    const mediaType = sniffMediaType(content);
    const isItself = createHash('sha256').update(content).digest('hex') === sha256;
    if (!isItself || mediaType === undefined) {
      await dropPieces(pool, provinceId, deviceId, sha256);
      if (isItself) throw problem('unsupported-media', { detail: 'Chỉ nhận tệp PDF, JPEG hoặc PNG.' });
      throw problem('scan-differs', { detail: `Bản quét ${sha256.slice(0, 12)}… nhận được không giống bản đã quét. Gửi lại từ đầu; nếu vẫn sai, quét lại giấy.` });
    }
    await fileStore.put(sha256, content);
    await saveStoredFile(pool, provinceId, { sha256, mediaType, bytes: content.length }, accountId, { deskId });
    await dropPieces(pool, provinceId, deviceId, sha256);
    return { sha256, received, complete: true };
  });
};

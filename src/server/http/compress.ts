// Texts go out compressed: the desks are on slow lines. Files of the staff app are compressed at build.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { App } from './route.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const WORTH_BYTES = 1_024;
const TEXTS = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/;

export const compressTexts = (app: App): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    const type = String(reply.getHeader('content-type') ?? '');
    if (!TEXTS.test(type) || payload.length < WORTH_BYTES || reply.hasHeader('content-encoding')) return payload;
    const accepts = request.headers['accept-encoding'] ?? '';
    const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined;
    void reply.header('vary', 'accept-encoding');
    if (!encoding) return payload;
    const packed = encoding === 'br'
      ? await toBrotli(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await toGzip(payload);
    void reply.header('content-encoding', encoding);
    void reply.header('content-length', packed.length);
    return packed;
  });
};

// The two files of the citizen pages, under addresses that change with their content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { App } from '../http/route.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Line breaks and leading blanks cost bytes on every phone. */
const tighten = (css: string): string => css.replace(/\n\s*/g, '').replace(/\s*([{};,>])\s*/g, '$1').replace(/: /g, ':');

const addressOf = (name: string, extension: string, content: string): string =>
  `/cong-khai/${name}-${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${extension}`;

const CSS = tighten(read('../../public/site.css'));
const MARK = read('../../public/mark.svg').trim();

export const STYLESHEET = addressOf('trang', 'css', CSS);
export const MARK_ADDRESS = addressOf('dau', 'svg', MARK);

export const assetRoutes = (app: App): void => {
  const serve = (address: string, type: string, content: string): void => {
    app.get(address, { schema: { hide: true } }, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(content));
  };
  serve(STYLESHEET, 'text/css; charset=utf-8', CSS);
  serve(MARK_ADDRESS, 'image/svg+xml', MARK);
  app.get('/robots.txt', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /q/\nDisallow: /api/\nDisallow: /lam-viec/\n'));
};

// A citizen page as an answer: in its frame, never older than what the server knows.
import type { FastifyReply } from 'fastify';
import { type Page, renderPage } from '#public/layout.ts';
import type { Deps } from '../http/route.ts';
import { MARK_ADDRESS, STYLESHEET } from './assets.ts';
import type { PublicFacts } from './public-facts.ts';

/**
 * What was opened with a code and digits is kept by that browser alone: Back shows it again, where `no-store` would show
 * the browser's own fault after a form. It names nobody; a page that repeats a whole number is kept nowhere.
 */
export const OWN_PAGE = 'private, no-cache';

export type SendPage = (reply: FastifyReply, page: Page, status?: number) => Promise<FastifyReply>;

export const pageSender = ({ world }: Deps, facts: PublicFacts): SendPage => async (reply, page, status = 200) => {
  const site = { place: await facts.place(), isDemo: world.isDemo, stylesheet: STYLESHEET, mark: MARK_ADDRESS };
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache');
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(site, page));
};

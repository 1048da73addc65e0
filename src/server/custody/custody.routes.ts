// The same route for a desk and for an agency: what is held, what comes, what was sent.
import type { FastifyRequest } from 'fastify';
import type { DeskId, Role } from '#core/organisation/organisation.ts';
import { custodyQuery, custodyView } from '#wire/custody.wire.ts';
import type { App, Deps } from '../http/route.ts';
import { custodyViewOf } from './custody-view.ts';
import type { CustodyScope } from './held.sql.ts';

type Side = {
  readonly path: '/api/desk' | '/api/office';
  readonly of: string;
  readonly roles: readonly Role[];
  /** What this person may see; a desk named in the query is one of theirs. */
  readonly scopeOf: (request: FastifyRequest, deskId: DeskId | undefined) => Promise<CustodyScope>;
};

export const custodyRoutes = (app: App, deps: Deps, { path, of, roles, scopeOf }: Side): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const config = { roles };
  app.get(`${path}/custody`, {
    config, schema: { summary: `Giấy tờ ${of} đang giữ, đang đến và đã gửi`, querystring: custodyQuery, response: { 200: custodyView } },
  }, async (request) => custodyViewOf(pool, provinceId, await scopeOf(request, request.query.deskId), request.query, clock.businessNow()));
};

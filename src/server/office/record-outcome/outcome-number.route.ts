import { outcomeNumber } from '#core/dossier/record-outcome.ts';
import { outcomeNumberQuery, outcomeNumberView } from '#wire/record-outcome.wire.ts';
import { notFound } from '../../http/problem.ts';
import { type App, type Deps, requireActor } from '../../http/route.ts';
import { findOfficeDossiers } from '../agency/office-dossier.sql.ts';
import { findOfficeReach } from '../agency/office-reach.sql.ts';
import { findLastNumber } from './record-outcome.sql.ts';

/** A look, not a promise: the number itself is given while saving. */
export const outcomeNumberRoute = (app: App, deps: Deps): void => {
  app.get('/api/office/outcome-number', {
    config: { roles: ['records-clerk'] },
    schema: { summary: 'Số kế tiếp của sổ', querystring: outcomeNumberQuery, response: { 200: outcomeNumberView } },
  }, async (request) => {
    const { provinceId, accountId } = requireActor(request);
    const now = deps.clock.businessNow();
    const reach = await findOfficeReach(deps.pool, provinceId, accountId, now);
    const [dossier] = await findOfficeDossiers(deps.pool, provinceId, [request.query.dossierId], reach);
    if (!dossier) throw notFound();
    const { symbol } = request.query;
    const last = await findLastNumber(deps.pool, provinceId, `outcome:${dossier.agencyUnitId}:${symbol}`, now.slice(0, 4));
    return { number: outcomeNumber(last + 1, symbol) };
  });
};

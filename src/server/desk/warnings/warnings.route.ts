import { dateOf } from '#core/kernel/moment.ts';
import { horizonsAt, siteFor } from '#core/warning/standing-warnings.ts';
import { DESK_WARNINGS, nextStepAtDesk } from '#core/warning/warned-of.ts';
import { warningsQuery, warningsView } from '#wire/warnings.wire.ts';
import { notFound } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { findWarningSettings } from '../../warnings/warning-settings.sql.ts';
import { warningsViewOf } from '../../warnings/warnings-view.ts';
import { type DeskDeps, deskOf } from '../facts/desk-route.ts';

export const deskWarningsRoute = (app: App, deps: DeskDeps): void => {
  app.get('/api/desk/warnings', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Sắp đến hạn, quá hạn ở quầy', querystring: warningsQuery, response: { 200: warningsView } },
  }, async (request) => {
    const { pool, world: { provinceId } } = deps;
    const now = deps.clock.businessNow();
    const place = await deps.facts.place(deskOf(request, request.query.deskId), dateOf(now));
    if (!place) throw notFound();
    const { deskId, siteId } = place.desk;
    const settings = await findWarningSettings(pool, provinceId, [`desk:${deskId}`]);
    const calendar = place.calendar.compiled;
    return warningsViewOf(pool, provinceId, request.query, { side: 'desk', places: [deskId] }, {
      kinds: DESK_WARNINGS, settings, horizons: horizonsAt(now, settings, calendar, siteFor(calendar, siteId)), nextStep: nextStepAtDesk,
    });
  });
};

import { horizonsAt, siteFor } from '#core/warning/standing-warnings.ts';
import { WARNING_KINDS, nextStepInOffice } from '#core/warning/warned-of.ts';
import { warningsQuery, warningsView } from '#wire/warnings.wire.ts';
import { keepCalendar } from '../../dossier-view/calendar.ts';
import { type App, type Deps, requireActor } from '../../http/route.ts';
import { findWarningSettings } from '../../warnings/warning-settings.sql.ts';
import { warningsViewOf } from '../../warnings/warnings-view.ts';
import { findOfficeReach } from '../agency/office-reach.sql.ts';
import { OFFICE_ROLES } from '../agency/office-route.ts';
import { scopeOf } from '../inbox/inbox.route.ts';

export const officeWarningsRoute = (app: App, deps: Deps): void => {
  const calendarNow = keepCalendar(deps.pool, deps.world.provinceId);
  app.get('/api/office/warnings', {
    config: { roles: OFFICE_ROLES },
    schema: { summary: 'Sắp đến hạn, quá hạn ở cơ quan', querystring: warningsQuery, response: { 200: warningsView } },
  }, async (request) => {
    const { provinceId, accountId } = requireActor(request);
    const now = deps.clock.businessNow();
    const reach = await findOfficeReach(deps.pool, provinceId, accountId, now);
    const { unitIds, sectionUnitIds } = scopeOf(reach, accountId);
    const [settings, calendar] = await Promise.all([
      findWarningSettings(deps.pool, provinceId, reach.rootUnitIds.map((unitId) => `unit:${unitId}` as const)), calendarNow(),
    ]);
    return warningsViewOf(deps.pool, provinceId, request.query, {
      side: 'office', places: unitIds, sectionUnitIds, accountId: request.query.mine ? accountId : undefined,
    }, { kinds: WARNING_KINDS, settings, horizons: horizonsAt(now, settings, calendar, siteFor(calendar, ...reach.rootUnitIds)), nextStep: nextStepInOffice });
  });
};

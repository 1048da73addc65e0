import { INBOX_COUNT_CAP } from '#wire/office-inbox.wire.ts';
import { officeColleaguesView } from '#wire/office-colleagues.wire.ts';
import { type App, type Deps, requireActor } from '../../http/route.ts';
import { type ColleagueRow, findColleagues, findOfficeReach } from '../agency/office-reach.sql.ts';
import { OFFICE_ROLES } from '../agency/office-route.ts';

const seatsOf = (row: ColleagueRow) => row.seats.map(({ role, unitId, unitName }) => ({ role, unitId, unitName }));

export const colleaguesRoute = (app: App, deps: Deps): void => {
  app.get('/api/office/colleagues', {
    config: { roles: OFFICE_ROLES },
    schema: { summary: 'Người cùng cơ quan và việc đang giữ', response: { 200: officeColleaguesView } },
  }, async (request) => {
    const { provinceId, accountId } = requireActor(request);
    const now = deps.clock.businessNow();
    const reach = await findOfficeReach(deps.pool, provinceId, accountId, now);
    const rows = await findColleagues(deps.pool, provinceId, reach.rootUnitIds, now, INBOX_COUNT_CAP);
    const own = rows.find((row) => row.accountId === accountId);
    return {
      me: {
        accountId,
        seats: own ? seatsOf(own) : [],
        signingCapacities: reach.seats.flatMap((seat) =>
          seat.role === 'signing-leader' && seat.signingCapacity
            ? [{ assignmentNo: seat.assignmentNo, unitId: seat.unitId, ...seat.signingCapacity }] : []),
      },
      colleagues: rows.map((row) => ({
        accountId: row.accountId, fullName: row.fullName, title: row.title, openCount: row.openCount, seats: seatsOf(row),
      })),
    };
  });
};

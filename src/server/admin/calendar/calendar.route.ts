// The working calendar: look at it, take it as a file, make its next version.
import { writeCalendarCsv } from '#core/deadline/calendar-csv.ts';
import { calendarExportQuery, calendarView, changeCalendarAnswer, changeCalendarCommand } from '#wire/calendar.wire.ts';
import { calendarRefusalText } from '#wire/refusals/calendar.ts';
import { perform } from '../../acts/perform.ts';
import { notFound, sendPerformed } from '../../http/problem.ts';
import { type RouteModule, actContextOf } from '../../http/route.ts';
import { findNewestCalendar, listPlaces, listVersions } from './calendar.sql.ts';
import { changeCalendarAct } from './change-calendar.act.ts';

export const calendarRoutes: RouteModule = (app, deps) => {
  const { pool, world } = deps;
  const newest = async () => {
    const calendar = await findNewestCalendar(pool, world.provinceId);
    if (!calendar) throw notFound();
    return calendar;
  };

  app.get('/api/admin/calendar', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Lịch làm việc đang dùng, các phiên bản và nơi áp dụng giờ làm việc', response: { 200: calendarView } },
  }, async () => {
    const calendar = await newest();
    const [versions, places] = await Promise.all([
      listVersions(pool, world.provinceId, calendar.calendarId), listPlaces(pool, world.provinceId, calendar.sites.map((site) => site.siteId)),
    ]);
    return { calendar, versions, places };
  });

  app.get('/api/admin/calendar.csv', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Các ngày đặc biệt của lịch làm việc, dạng CSV mở được bằng Excel', querystring: calendarExportQuery },
  }, async (request, reply) => {
    const { calendarId, version, days } = await newest();
    const { year } = request.query;
    const wanted = year === undefined ? days : days.filter((day) => day.date.startsWith(`${year}-`));
    return reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="lich-lam-viec-${calendarId}${year === undefined ? '' : `-${year}`}-v${version}.csv"`)
      .send(writeCalendarCsv(wanted));
  });

  app.post('/api/admin/calendar/versions', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Sửa lịch: lập phiên bản mới', body: changeCalendarCommand, response: { 201: changeCalendarAnswer } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, changeCalendarAct.name);
    const performed = await perform(pool, changeCalendarAct, context, request.body);
    return sendPerformed(request, reply, performed, { status: 201, refusalText: calendarRefusalText });
  });
};

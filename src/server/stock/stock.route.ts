// Stock counts at both sides: what is held, what a scanned code is, and the count that is closed.
import type { FastifyRequest } from 'fastify';
import { barsTaking } from '#core/custody/stock-count.ts';
import { readScanned } from '#core/custody/scanned-dossier.ts';
import { sameHolder } from '#core/custody/thing.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { looksLikeBagLabel, parseBagLabel } from '#core/numbering/bag-label.ts';
import type { DeskId, Role } from '#core/organisation/organisation.ts';
import { stockRefusalText } from '#wire/refusals/stock.ts';
import { MOST_IN_STOCK, closeStockBody, stockCountClosed, stockQuery, stockThingQuery, stockThings, stockView } from '#wire/stock.wire.ts';
import { perform } from '../acts/perform.ts';
import { keepDeskFacts } from '../desk/facts/desk-facts.ts';
import { deskOf } from '../desk/facts/desk-route.ts';
import { notFound, problem, sendPerformed, sendRefusal } from '../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor } from '../http/route.ts';
import { findOfficeReach } from '../office/agency/office-reach.sql.ts';
import { OFFICE_ROLES } from '../office/agency/office-route.ts';
import { keepWorkingHours } from '../office/agency/working-hours.ts';
import { unprintableFields } from '../papers/printable.ts';
import { closeStockAct } from './close-stock.act.ts';
import { type StockSite, deskSite, unitSite } from './stock-site.ts';
import { findCounts, findScannedThings, findStock, findStockUnits } from './stock.sql.ts';

type Places = { readonly site: StockSite; readonly places: readonly { readonly id: string; readonly name: string }[] };
type Side = {
  readonly path: '/api/desk' | '/api/office';
  readonly of: string;
  readonly roles: readonly Role[];
  /** Another's place is not there. */
  readonly placesOf: (request: FastifyRequest, asked: string | undefined) => Promise<Places>;
};

const sideRoutes = (app: App, deps: Deps, { path, of, roles, placesOf }: Side): void => {
  const { pool, clock, world: { provinceId } } = deps;
  const config = { roles };
  app.get(`${path}/stock`, { config, schema: { summary: `Kiểm kê: giấy tờ và túi ${of} đang giữ`, querystring: stockQuery, response: { 200: stockView } } }, async (request, reply) => {
    const { site, places } = await placesOf(request, request.query.place);
    const [found, counts] = await Promise.all([findStock(pool, provinceId, site.holder), findCounts(pool, provinceId, site.holder)]);
    if (found.length > MOST_IN_STOCK) return sendRefusal(request, reply, { kind: 'stock-too-many' as const, most: MOST_IN_STOCK }, stockRefusalText);
    return reply.send({
      now: clock.businessNow(), place: { id: site.holder.id, name: site.name }, places, counts,
      rows: found.map(({ thingId, kind, name, roundNo, count, code, since, dossierId, procedureName, ownerName, postingNumber, insideLabel }) => ({
        thingId, kind, name, roundNo, count, code, since, dossierId,
        procedureName: procedureName ?? undefined, ownerName: ownerName ?? undefined, postingNumber: postingNumber ?? undefined, insideLabel: insideLabel ?? undefined,
      })),
    });
  });

  app.get(`${path}/stock/thing`, {
    config, schema: { summary: `Kiểm kê: mã vừa quét là gì, sổ của ${of} ghi đang ở đâu`, querystring: stockThingQuery, response: { 200: stockThings } },
  }, async (request, reply) => {
    const { site: { holder: place } } = await placesOf(request, request.query.place);
    const { scanned } = request.query;
    const label = looksLikeBagLabel(scanned) ? parseBagLabel(scanned) : undefined;
    const read = label ? undefined : readScanned(scanned);
    if (label && !label.ok) return sendRefusal(request, reply, label.refusal, stockRefusalText);
    if (read && !read.ok) return sendRefusal(request, reply, read.refusal, stockRefusalText);
    const things = await findScannedThings(pool, provinceId, place, { ...(read?.ok && read.value), ...(label?.ok && { label: label.value }) });
    const [first] = things;
    if (!first) return sendRefusal(request, reply, { kind: 'stock-unknown' as const, scanned }, stockRefusalText);
    return reply.send({
      code: first.code,
      things: things.map((thing) => ({
        thingId: thing.thingId, kind: thing.kind, name: thing.name, roundNo: thing.roundNo, count: thing.count, code: thing.code,
        holder: thing.holder.kind, holderName: thing.holderName ?? undefined, bars: sameHolder(thing.holder, place) ? 'here' as const : barsTaking(thing, place),
      })),
    });
  });

  app.post(`${path}/stock/counts`, { config, schema: { summary: `Chốt kiểm kê, lập biên bản`, body: closeStockBody, response: { 201: stockCountClosed } } }, async (request, reply) => {
    const fieldErrors = unprintableFields(request.body);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    const { site } = await placesOf(request, request.body.place);
    const call = { site, title: requireActor(request).title, body: request.body };
    return sendPerformed(request, reply, await perform(pool, closeStockAct, actContextOf(request, deps, closeStockAct.name), call), { status: 201, refusalText: stockRefusalText });
  });
};

export const stockRoutes = (app: App, deps: Deps): void => {
  const { pool, clock, world: { provinceId } } = deps;
  const facts = keepDeskFacts(pool, provinceId);
  const hours = keepWorkingHours(provinceId);
  sideRoutes(app, deps, {
    path: '/api/desk', of: 'quầy', roles: ['postal-clerk', 'commune-officer'],
    placesOf: async (request, asked) => {
      const place = await facts.place(deskOf(request, asked as DeskId | undefined), dateOf(clock.businessNow()));
      if (!place) throw notFound();
      const site = deskSite(place);
      return { site, places: [{ id: site.holder.id, name: site.name }] };
    },
  });
  sideRoutes(app, deps, {
    path: '/api/office', of: 'cơ quan', roles: OFFICE_ROLES,
    placesOf: async (request, asked) => {
      // whoever sees only a part of an agency's dossiers cannot say what is missing from it
      const { wholeUnitIds } = await findOfficeReach(pool, provinceId, requireActor(request).accountId, clock.businessNow());
      const units = await findStockUnits(pool, provinceId, wholeUnitIds);
      const unit = asked === undefined ? units[0] : units.find(({ unitId }) => unitId === asked);
      if (!unit) throw notFound();
      const { calendar } = await hours.at(pool, '');
      return { site: unitSite(unit, calendar), places: units.filter((one) => one.holds || one === unit).map(({ unitId, name }) => ({ id: unitId, name })) };
    },
  });
};

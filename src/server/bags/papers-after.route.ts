// Papers that follow their dossier: what waits at the desk and the record it goes under; what comes to the agency.
import type { UnitId } from '#core/organisation/organisation.ts';
import {
  papersAfterSent, papersAfterTaken, papersAfterView, papersComingView, recordParams, sendPapersAfterBody, takePapersAfterBody,
} from '#wire/papers-after.wire.ts';
import { papersAfterText } from '#wire/refusals/papers-after.ts';
import { perform } from '../acts/perform.ts';
import { type DeskDeps, deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { problem, sendPerformed } from '../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor } from '../http/route.ts';
import type { Office } from '../office/agency/office-act.ts';
import { findOfficeReach } from '../office/agency/office-reach.sql.ts';
import { OFFICE_ROLES } from '../office/agency/office-route.ts';
import { signedFor } from '../office/agency/signature.ts';
import { unprintableFields } from '../papers/printable.ts';
import { findComingPapers, findPapersToFollow } from './papers-after.sql.ts';
import { sendPapersAfterAct } from './send-papers-after.act.ts';
import { takePapersAfterAct } from './take-papers-after.act.ts';

export const deskPapersAfterRoutes = (app: App, deps: DeskDeps): void => {
  const { pool, clock, world: { provinceId } } = deps;
  const config = { roles: ['postal-clerk', 'commune-officer'] as const };
  app.get('/api/desk/papers-after', { config, schema: { summary: 'Giấy tờ bổ sung ở quầy chờ chuyển theo hồ sơ', response: { 200: papersAfterView } } }, async (request) => {
    const rows = await findPapersToFollow(pool, provinceId, deskOf(request, undefined));
    const groups = new Map<UnitId, { readonly agencyUnitId: UnitId; readonly agencyName: string; readonly dossiers: (typeof rows)[number][] }>();
    for (const row of rows) {
      const { agencyUnitId, agencyName } = row;
      const group = groups.get(agencyUnitId) ?? { agencyUnitId, agencyName, dossiers: [] };
      group.dossiers.push(row);
      groups.set(agencyUnitId, group);
    }
    return { now: clock.businessNow(), groups: [...groups.values()] };
  });
  app.post('/api/desk/papers-after', {
    config, schema: { summary: 'Chuyển giấy tờ bổ sung đến cơ quan đang giải quyết, kèm biên bản', body: sendPapersAfterBody, response: { 201: papersAfterSent } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, sendPapersAfterAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, sendPapersAfterAct, call.context, { ...call, command: request.body }), { status: 201, refusalText: papersAfterText });
  });
};

export const officePapersAfterRoutes = (app: App, deps: Deps, office: Office): void => {
  const { pool, clock, world: { provinceId } } = deps;
  const config = { roles: OFFICE_ROLES };
  const act = takePapersAfterAct(office);
  app.get('/api/office/papers-after', { config, schema: { summary: 'Giấy tờ bổ sung đang chuyển đến cơ quan, theo biên bản', response: { 200: papersComingView } } }, async (request) => {
    const now = clock.businessNow();
    const rows = await findComingPapers(pool, provinceId, await findOfficeReach(pool, provinceId, requireActor(request).accountId, now));
    const records = Map.groupBy(rows, ({ recordId }) => recordId);
    return {
      now, records: [...records].flatMap(([recordId, dossiers]) => {
        const [first] = dossiers;
        return first ? [{ recordId, recordNumber: first.recordNumber, deskName: first.deskName, sentAt: first.sentAt, sentByName: first.sentByName, dossiers }] : [];
      }),
    };
  });
  app.post('/api/office/papers-after/:recordId/take', {
    config, schema: { summary: 'Kiểm đếm, ký nhận giấy tờ bổ sung', params: recordParams, body: takePapersAfterBody, response: { 200: papersAfterTaken } },
  }, async (request, reply) => {
    const fieldErrors = unprintableFields(request.body);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    const { signature, ...body } = request.body;
    const call = { recordId: request.params.recordId, body, signed: await signedFor(request, deps, signature) };
    return sendPerformed(request, reply, await perform(pool, act, actContextOf(request, deps, act.name), call), { refusalText: papersAfterText });
  });
};

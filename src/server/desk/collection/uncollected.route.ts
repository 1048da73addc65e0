import { z } from 'zod';
import { nextCollectionStep } from '#core/dossier/collection.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { collectionCommand, uncollectedView } from '#wire/collection.wire.ts';
import { dossierChanged } from '#wire/dossier-parts.wire.ts';
import { deskId } from '#wire/procedure.wire.ts';
import { notFound } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskOf } from '../facts/desk-route.ts';
import { oneDossierRoute } from '../save/desk-dossier.route.ts';
import { findWaiting } from './collection.sql.ts';
import { inviteToCollectAct } from './invite-to-collect.act.ts';
import { sendOutcomeBackAct } from './send-outcome-back.act.ts';

export const uncollectedRoutes = (app: App, deps: DeskDeps): void => {
  app.get('/api/desk/uncollected', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Kết quả chưa có người đến nhận: mời lần mấy, từ ngày nào', querystring: z.object({ deskId: deskId.optional() }), response: { 200: uncollectedView } },
  }, async (request) => {
    const now = deps.clock.businessNow();
    const today = dateOf(now);
    const place = await deps.facts.place(deskOf(request, request.query.deskId), today);
    if (!place) throw notFound();
    const waiting = await findWaiting(deps.pool, deps.world.provinceId, place.desk.deskId);
    const rows = waiting.flatMap(({ facts, ...row }) => {
      const step = nextCollectionStep(facts, place.calendar.compiled);
      return step ? [{ ...row, invitedOn: facts.invitedOn, step, isDue: step.from <= today }] : [];
    });
    return { now, rows: rows.toSorted((a, b) => Number(b.isDue) - Number(a.isDue) || (a.step.from < b.step.from ? -1 : a.step.from > b.step.from ? 1 : 0)) };
  });
  oneDossierRoute(app, deps, {
    path: 'invite-to-collect', summary: 'Mời nhận kết quả: lần một, lần hai', body: collectionCommand, answer: dossierChanged, act: inviteToCollectAct(),
  });
  oneDossierRoute(app, deps, {
    path: 'send-outcome-back', summary: 'Chuyển hoàn cho cơ quan kết quả không có người nhận sau hai lần mời', body: collectionCommand, answer: dossierChanged, act: sendOutcomeBackAct(),
  });
};

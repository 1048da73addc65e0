import { z } from 'zod';
import { addWorkingDays } from '#core/deadline/working-time.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { rowOf } from '#wire/answers/dossier-row.ts';
import { type BatchView, batchListedAnswer, batchView, listBatchCommand } from '#wire/batch.wire.ts';
import { id } from '#wire/fields.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { notFound, sendPerformed } from '../../http/problem.ts';
import { type App, requireActor, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskCallOf } from '../facts/desk-route.ts';
import { performAtDesk } from '../facts/perform-at-desk.ts';
import { findBatch, findBatchList } from './batch.sql.ts';
import { listBatchAct } from './list-batch.act.ts';

const params = z.object({ batchId: id() });
const roles = ['postal-clerk', 'commune-officer'] as const;

export const batchRoutes = (app: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId }, clock, facts } = deps;
  const act = listBatchAct();

  app.get('/api/desk/batches/:batchId', {
    config: { roles },
    preHandler: staffOnly,
    schema: { summary: 'Hồ sơ tiếp nhận theo danh sách', params, response: { 200: batchView } },
  }, async (request): Promise<BatchView> => {
    const now = clock.businessNow();
    const deskIds = requireActor(request).assignments.flatMap((assignment) => (assignment.deskId ? [assignment.deskId] : []));
    const { batchId } = request.params;
    const rows = await findBatch(pool, provinceId, deskIds, batchId);
    const first = rows[0];
    const place = first && await facts.place(first.deskId, dateOf(now));
    if (!first || !place) throw notFound();
    const nextWorkingDay = addWorkingDays(place.calendar.compiled, dateOf(now), 1);
    return {
      batchId, deskId: first.deskId, broughtBy: first.applicantName, firstReceivedAt: first.receivedAt,
      dossiers: rows.map(({ parties: _parties, wish: _wish, receiverName: _receiver, assistantName: _assistant, totalFee, receiptPaperId, ...row }) => ({
        ...rowOf(row, now, nextWorkingDay), totalFee, receiptPaperId: receiptPaperId ?? undefined,
      })),
      totalFee: rows.reduce((sum, row) => sum + row.totalFee, 0),
      listPaperId: await findBatchList(pool, provinceId, first.deskId, batchId),
    };
  });

  app.post('/api/desk/batches/:batchId/list', {
    config: { roles },
    preHandler: staffOnly,
    schema: { summary: 'Lập bảng kê', params, body: listBatchCommand, response: { 201: batchListedAnswer } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, act.name, request.body);
    const performed = await performAtDesk(deps.pool, act, call.context, { ...call, batchId: request.params.batchId });
    return sendPerformed(request, reply, performed, { status: 201, refusalText: deskRefusalText });
  });
};

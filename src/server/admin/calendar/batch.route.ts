// The batch of a version: who is affected, apply it or leave it.
import { z } from 'zod';
import { settleBatch } from '#core/deadline/settle-batch.ts';
import { applyBatchAnswer, batchView, leaveBatchAnswer, leaveBatchCommand } from '#wire/calendar.wire.ts';
import { batchRefusalText } from '#wire/refusals/calendar.ts';
import { perform, replayOf } from '../../acts/perform.ts';
import { applyRecompute } from '../../clock/recompute.ts';
import { notFound, sendPerformed } from '../../http/problem.ts';
import { type RouteModule, actContextOf } from '../../http/route.ts';
import { findBatch } from './batch.sql.ts';
import { reviewBatch } from './review-batch.ts';
import { type BatchSettled, settleBatchAct } from './settle-batch.act.ts';

const params = z.object({ version: z.coerce.number().int().min(1).max(1_000_000) });

export const batchRoutes: RouteModule = (app, deps) => {
  const { pool, world } = deps;
  const batchOf = async (version: number) => {
    const batch = await findBatch(pool, world.provinceId, version);
    if (!batch) throw notFound();
    return batch;
  };

  app.get('/api/admin/calendar/batches/:version', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Đợt tính lại ngày hẹn trả mà một phiên bản lịch mở ra: hồ sơ nào, ngày cũ, ngày mới', params, response: { 200: batchView } },
  }, async (request) => reviewBatch(pool, world.provinceId, await batchOf(request.params.version)));

  app.post('/api/admin/calendar/batches/:version/apply', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Áp dụng đợt tính lại: hồ sơ đang giải quyết nhận ngày hẹn theo lịch mới', params, body: z.object({}), response: { 200: applyBatchAnswer } },
  }, async (request, reply) => {
    const { version } = request.params;
    const context = actContextOf(request, deps, settleBatchAct.name);
    const options = { refusalText: batchRefusalText };
    const replay = await replayOf<never, BatchSettled>(pool, context, settleBatchAct.name);
    if (replay) return sendPerformed(request, reply, replay, options);
    const { state, openedAt, content, decision, reason, settledAt, settledByName } = await batchOf(version);
    const open = settleBatch({ version, state, ...(settledAt && settledByName ? { at: settledAt, byName: settledByName } : {}) });
    if (!open.ok) return sendPerformed(request, reply, { kind: 'refused', refusal: open.refusal }, options);
    // dossier after dossier, each in a transaction of its own; the batch is settled when all of them stand
    const { kept } = await applyRecompute(pool, context, { calendar: content, reason: `${decision}: ${reason}` });
    const performed = await perform(pool, settleBatchAct, context, { kind: 'applied', version, calendarVersion: `${content.calendarId}@${content.version}`, openedAt, kept });
    return sendPerformed(request, reply, performed, options);
  });

  app.post('/api/admin/calendar/batches/:version/leave', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Để nguyên ngày hẹn trả của hồ sơ đang giải quyết', params, body: leaveBatchCommand, response: { 200: leaveBatchAnswer } },
  }, async (request, reply) => {
    const { version } = request.params;
    const context = actContextOf(request, deps, settleBatchAct.name);
    const performed = await perform(pool, settleBatchAct, context, { kind: 'left', version, note: request.body.note });
    return sendPerformed(request, reply, performed, { refusalText: batchRefusalText });
  });
};

// The batch of a version: who is affected, apply it step by step or leave it.
import { Readable } from 'node:stream';
import { z } from 'zod';
import { applyBatchAnswer, batchDossiers, batchDossiersQuery, batchView, leaveBatchAnswer, leaveBatchCommand } from '#wire/calendar.wire.ts';
import { batchRefusalText } from '#wire/refusals/calendar.ts';
import { perform } from '../../acts/perform.ts';
import { notFound, sendPerformed } from '../../http/problem.ts';
import { type RouteModule, actContextOf } from '../../http/route.ts';
import { applyBatchAct } from './apply-batch.act.ts';
import { findBatch, findCalendarOf } from './batch.sql.ts';
import { leaveBatchAct } from './leave-batch.act.ts';
import { batchCsv, batchRows, pageOf, reviewBatch } from './review-batch.ts';

const params = z.object({ version: z.coerce.number().int().min(1).max(1_000_000) });
const ONE = '/api/admin/calendar/batches/:version';

export const batchRoutes: RouteModule = (app, deps) => {
  const { pool, world: { provinceId } } = deps;
  const calendarOf = async (version: number) => {
    const [batch, calendar] = [await findBatch(pool, provinceId, version), await findCalendarOf(pool, provinceId, version)];
    if (!batch || !calendar) throw notFound();
    return { batch, calendar };
  };
  /** Of what was decided there is nothing left to look at. */
  const rowsOf = async (version: number, asked: z.output<typeof batchDossiersQuery>) => {
    const { batch, calendar } = await calendarOf(version);
    return batch.state === 'open' || batch.state === 'running' ? batchRows(pool, provinceId, calendar, asked) : Readable.from([]);
  };

  app.get(ONE, {
    config: { roles: ['administrator'] },
    schema: { summary: 'Đợt tính lại ngày hẹn trả mà một phiên bản lịch mở ra: bao nhiêu hồ sơ, ở đâu, đã áp dụng đến đâu', params, response: { 200: batchView } },
  }, async (request) => {
    const { batch, calendar } = await calendarOf(request.params.version);
    const done = { moved: batch.moved ?? 0, kept: batch.kept ?? 0, review: null };
    return { ...batch, ...(batch.state === 'open' ? await reviewBatch(pool, provinceId, calendar) : done) };
  });

  app.get(`${ONE}/dossiers`, {
    config: { roles: ['administrator'] },
    schema: { summary: 'Hồ sơ của đợt tính lại, từng trang: ngày đang hẹn, ngày theo lịch mới', params, querystring: batchDossiersQuery, response: { 200: batchDossiers } },
  }, async (request) => pageOf(await rowsOf(request.params.version, request.query)));

  app.get(`${ONE}/dossiers.csv`, {
    config: { roles: ['administrator'] },
    schema: { summary: 'Hồ sơ của đợt tính lại, dạng CSV mở được bằng Excel', params, querystring: batchDossiersQuery },
  }, async (request, reply) => {
    const { version } = request.params;
    const rows = await rowsOf(version, request.query);
    return reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="tinh-lai-ngay-hen-v${version}.csv"`)
      .send(Readable.from(batchCsv(rows)));
  });

  app.post(`${ONE}/apply`, {
    config: { roles: ['administrator'] },
    schema: { summary: 'Áp dụng đợt tính lại, một bước: phần hồ sơ kế tiếp nhận ngày hẹn theo lịch mới; gọi lại cho đến khi xong', params, body: z.object({}), response: { 200: applyBatchAnswer } },
  }, async (request, reply) => {
    const { calendar } = await calendarOf(request.params.version);
    const performed = await perform(pool, applyBatchAct, actContextOf(request, deps, applyBatchAct.name), { calendar });
    return sendPerformed(request, reply, performed, { refusalText: batchRefusalText });
  });

  app.post(`${ONE}/leave`, {
    config: { roles: ['administrator'] },
    schema: { summary: 'Để nguyên ngày hẹn trả của hồ sơ đang giải quyết', params, body: leaveBatchCommand, response: { 200: leaveBatchAnswer } },
  }, async (request, reply) => {
    const performed = await perform(pool, leaveBatchAct, actContextOf(request, deps, leaveBatchAct.name), { version: request.params.version, note: request.body.note });
    return sendPerformed(request, reply, performed, { refusalText: batchRefusalText });
  });
};

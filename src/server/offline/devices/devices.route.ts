import { z } from 'zod';
import { dateOf, momentToEpoch } from '#core/kernel/moment.ts';
import { closeDeviceNumbersAnswer, closeDeviceNumbersCommand, devicesView, enrolDeviceAnswer, enrolDeviceCommand, enrolmentCodeAnswer, enrolmentCodeCommand, revokeDeviceAnswer, revokeDeviceCommand } from '#wire/offline.wire.ts';
import { id } from '#wire/fields.ts';
import { offlineRefusalText } from '#wire/refusals/offline.ts';
import { perform } from '../../acts/perform.ts';
import { guess, waitInWords } from '../../http/guess-limit.ts';
import { problem, sendPerformed } from '../../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor, staffOnly } from '../../http/route.ts';
import { closeNumbersAct } from '../leases/close-numbers.act.ts';
import { deviceToken, enrolmentCode } from '../device/derived-secrets.ts';
import { enrolDeviceAct, makeEnrolmentCodeAct } from './enrol-device.act.ts';
import { listDesksInForce, listDevices } from './list-devices.sql.ts';
import { revokeDeviceAct } from './revoke-device.act.ts';

const options = { refusalText: offlineRefusalText };

export const deviceRoutes = (app: App, deps: Deps): void => {
  const { pool, world, clock, secrets, realNow } = deps;
  const makeCode = makeEnrolmentCodeAct(secrets);
  const enrol = enrolDeviceAct(secrets);

  app.post('/api/admin/devices/codes', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Cấp mã đăng ký một máy của quầy', body: enrolmentCodeCommand, response: { 201: enrolmentCodeAnswer } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, makeCode.name);
    const performed = await perform(pool, makeCode, context, request.body);
    // the code is no part of the stored answer
    return sendPerformed(request, reply, performed.kind === 'done'
      ? { ...performed, answer: { ...performed.answer, code: enrolmentCode(secrets, context.commandId) } } : performed, { status: 201, ...options });
  });

  app.post('/api/desk/devices', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Đăng ký máy này với quầy bằng mã của quản trị', body: enrolDeviceCommand, response: { 201: enrolDeviceAnswer } },
  }, async (request, reply) => {
    const { accountId, assignments } = requireActor(request);
    const attempt = await guess(deps, 'enrolment-code', accountId);
    if (attempt.kind === 'locked') {
      throw problem('locked', { retryAfterSeconds: attempt.retryAfterSeconds, detail: `Đã nhập sai mã đăng ký nhiều lần. Vui lòng thử lại ${waitInWords(attempt.retryAfterSeconds)}.` });
    }
    const deskIds = assignments.flatMap(({ deskId }) => (deskId === undefined ? [] : [deskId]));
    const performed = await perform(pool, enrol, actContextOf(request, deps, enrol.name), { ...request.body, deskIds });
    if (performed.kind !== 'done') return sendPerformed(request, reply, performed, options);
    await attempt.clear();
    const { answer } = performed;
    return sendPerformed(request, reply, { ...performed, answer: { ...answer, token: deviceToken(secrets, answer.deviceId) } }, { status: 201, ...options });
  });

  app.get('/api/admin/devices', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Máy của các quầy: lần cuối liên lạc, việc chưa gửi, số đang giữ', response: { 200: devicesView } },
  }, async () => {
    const now = clock.businessNow();
    const rows = await listDevices(pool, world.provinceId, (momentToEpoch(now) - realNow()) / 1000);
    return {
      desks: [...(await listDesksInForce(pool, world.provinceId, dateOf(now)))],
      devices: rows.map((row) => ({
        ...row, lastSeenAt: row.lastSeenAt ?? undefined, oldestPendingAt: row.oldestPendingAt ?? undefined,
        revokedAt: row.revokedAt ?? undefined, revokedReason: row.revokedReason ?? undefined,
      })),
    };
  });

  app.post('/api/admin/devices/:deviceId/revoke', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Thu hồi một máy bị mất hoặc không dùng nữa', params: z.object({ deviceId: id() }), body: revokeDeviceCommand, response: { 200: revokeDeviceAnswer } },
  }, async (request, reply) => {
    const performed = await perform(pool, revokeDeviceAct, actContextOf(request, deps, revokeDeviceAct.name), { deviceId: request.params.deviceId, reason: request.body.reason });
    return sendPerformed(request, reply, performed, options);
  });

  app.post('/api/admin/devices/:deviceId/close-numbers', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Chốt số của máy đã thu hồi: số giữ mà không dùng ghi là số bỏ trống', params: z.object({ deviceId: id() }), body: closeDeviceNumbersCommand, response: { 200: closeDeviceNumbersAnswer } },
  }, async (request, reply) => {
    const performed = await perform(pool, closeNumbersAct, actContextOf(request, deps, closeNumbersAct.name), { deviceId: request.params.deviceId });
    return sendPerformed(request, reply, performed, options);
  });
};

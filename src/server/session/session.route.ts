import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  changePasswordCommandSchema, meSchema, openPresenceCommandSchema, presentOfficerSchema, signInCommandSchema,
} from '#wire/session.wire.ts';
import { PRESENCE_MILLISECONDS } from '#core/organisation/officer-presence.ts';
import { fingerprintOf, type ActContext } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { waitInWords } from '../http/guess-limit.ts';
import { sendProblem } from '../http/problem.ts';
import { limitHook } from '../http/rate-limit.ts';
import { type App, type Deps, requireActor, staffOnly } from '../http/route.ts';
import { journalAccess } from './access.act.ts';
import { cookieNameOf, cookieOptions, hashToken } from './cookie.ts';
import { describeMe, presenceView } from './me.ts';
import { currentOfficer, verifyPin } from './officer.ts';
import { closePresence, openPresence } from './presence.act.ts';
import { changePassword, signIn } from './sign-in.ts';
import { deleteSession } from './session.sql.ts';
import type { Sessions } from './sessions.ts';

const sendLocked = (request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply =>
  sendProblem(request, reply, 'locked', {
    retryAfterSeconds: seconds, detail: `Đã nhập sai nhiều lần. Vui lòng thử lại ${waitInWords(seconds)}.`,
  });

export type SessionDeps = Deps & { readonly sessions: Sessions };

export const sessionRoutes = (app: App, deps: SessionDeps): void => {
  const { pool, world, sessions, realNow } = deps;
  const cookieName = cookieNameOf(deps);
  const limitSignIn = limitHook(app, deps.settings, 'signIn');

  app.post('/api/sign-in', {
    config: { access: 'open' },
    onRequest: limitSignIn,
    schema: { summary: 'Đăng nhập', body: signInCommandSchema, response: { 200: meSchema } },
  }, async (request, reply) => {
    const answer = await signIn(deps, request.body.login, request.body.password, request.ip);
    if (answer.kind === 'locked') return sendLocked(request, reply, answer.retryAfterSeconds);
    if (answer.kind === 'wrong') return sendProblem(request, reply, 'wrong-credentials');
    const before = request.cookies[cookieName];
    if (before) {
      await deleteSession(pool, world.provinceId, hashToken(before));
      sessions.forget(hashToken(before));
    }
    const actor = await sessions.findActor(answer.token);
    if (!actor) return sendProblem(request, reply, 'wrong-credentials');
    return reply.setCookie(cookieName, answer.token, cookieOptions(deps)).send(await describeMe(deps, actor));
  });

  app.post('/api/sign-out', {
    config: { access: 'any-signed-in' },
    schema: { summary: 'Đăng xuất', response: { 204: z.undefined() } },
  }, async (request, reply) => {
    const { accountId, session } = requireActor(request);
    await journalAccess(deps, 'sign-out', accountId, { data: {}, effect: (db) => deleteSession(db, world.provinceId, session.tokenHash) });
    sessions.forget(session.tokenHash);
    // scans and papers this person looked at leave the machine with him
    return reply.header('clear-site-data', '"cache"').clearCookie(cookieName, cookieOptions(deps)).code(204).send();
  });

  app.get('/api/me', {
    config: { access: 'any-signed-in' },
    preHandler: staffOnly,
    schema: { summary: 'Người đang đăng nhập', response: { 200: meSchema } },
  }, async (request) => describeMe(deps, requireActor(request)));

  app.post('/api/change-password', {
    config: { access: 'any-signed-in' },
    schema: { summary: 'Đổi mật khẩu', body: changePasswordCommandSchema, response: { 204: z.undefined() } },
  }, async (request, reply) => {
    const answer = await changePassword(deps, requireActor(request), request.body.currentPassword, request.body.newPassword, request.ip);
    switch (answer.kind) {
      case 'locked': return sendLocked(request, reply, answer.retryAfterSeconds);
      case 'wrong-current':
        return sendProblem(request, reply, 'wrong-current-password', {
          fieldErrors: [{ path: 'currentPassword', message: 'Mật khẩu hiện tại không đúng.' }],
        });
      case 'not-new':
        return sendProblem(request, reply, 'invalid-fields', {
          fieldErrors: [{ path: 'newPassword', message: 'Mật khẩu mới phải khác mật khẩu hiện tại và khác tên đăng nhập.' }],
        });
      case 'changed':
        sessions.forgetAll(); // the others of this person have ended
        return reply.code(204).send();
    }
  });

  const presenceContext = (request: FastifyRequest, act: string): ActContext => {
    const actor = requireActor(request);
    const commandId = randomUUID();
    return {
      provinceId: actor.provinceId, accountId: actor.accountId, accountName: actor.fullName,
      commandId, fingerprint: fingerprintOf(act, commandId, null), now: deps.clock.businessNow(),
    };
  };

  app.post('/api/desk/officer-presence', {
    config: { roles: ['postal-clerk'] },
    schema: { summary: 'Công chức tiếp nhận có mặt tại quầy', body: openPresenceCommandSchema, response: { 200: presentOfficerSchema } },
  }, async (request, reply) => {
    const actor = requireActor(request);
    const { deskId } = actor;
    if (!deskId) return sendProblem(request, reply, 'role-missing');
    const { accountId, login, pin } = request.body;
    const name = accountId ? { accountId } : { login: login ?? '' };
    const answer = await verifyPin(deps, actor.accountId, deskId, name, pin);
    if (answer.kind === 'locked') return sendLocked(request, reply, answer.retryAfterSeconds);
    if (answer.kind === 'wrong') {
      return sendProblem(request, reply, 'wrong-pin', { fieldErrors: [{ path: 'pin', message: 'Mã PIN không đúng.' }] });
    }
    const until = Math.min(realNow() + PRESENCE_MILLISECONDS, actor.session.expiresAt);
    const { tokenHash } = actor.session;
    await perform(pool, openPresence, presenceContext(request, openPresence.name), { deskId, officer: answer.officer, tokenHash, until });
    sessions.forget(tokenHash);
    return presenceView({ ...answer.officer, until });
  });

  app.delete('/api/desk/officer-presence', {
    config: { roles: ['postal-clerk'] },
    schema: { summary: 'Công chức tiếp nhận rời quầy', response: { 204: z.undefined() } },
  }, async (request, reply) => {
    const actor = requireActor(request);
    const officer = currentOfficer(actor, realNow);
    const { tokenHash } = actor.session;
    if (officer && actor.deskId) {
      await perform(pool, closePresence, presenceContext(request, closePresence.name), { deskId: actor.deskId, officer, tokenHash, until: null });
      sessions.forget(tokenHash);
    }
    return reply.code(204).send();
  });
};

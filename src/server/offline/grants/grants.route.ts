// Whoever shall act at this device without a line gets a secret of her own to prove her acts with: the clerk by her
// session, the officer beside her by PIN.
import { randomUUIDv7 } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import { ok } from '#core/kernel/result.ts';
import type { AccountId, Role } from '#core/organisation/organisation.ts';
import { OFFLINE_POLICY } from '#core/offline/offline-policy.ts';
import { offlineGrant, offlineGrantCommand } from '#wire/offline.wire.ts';
import { offlineRefusalText } from '#wire/refusals/offline.ts';
import type { Act } from '../../acts/act.ts';
import { perform } from '../../acts/perform.ts';
import { rolesAtDesk } from '../../http/actor.ts';
import { waitInWords } from '../../http/guess-limit.ts';
import { problem, sendPerformed } from '../../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor } from '../../http/route.ts';
import { verifyPin } from '../../session/officer.ts';
import { grantSecret } from '../device/derived-secrets.ts';
import { type Device, requireDevice } from '../device/device.ts';
import { type Grant, insertGrant } from './grants.sql.ts';

type Person = { readonly accountId: AccountId; readonly fullName: string; readonly title: string; readonly roles: readonly Role[] };
type Granted = Omit<Grant, 'deviceId' | 'madeAt'> & Person;

const grantAct: Act<{ readonly device: Device; readonly person: Person }, Person, Person, never, Granted> = {
  name: 'grant-offline',
  load: async (_db, _context, { person }) => person,
  decide: (_command, person) => ok(person),
  save: async (db, { provinceId, now }, { device }, person) => {
    const validUntil = momentFromEpoch(momentToEpoch(now) + OFFLINE_POLICY.maxOfflineHours * 3_600_000);
    const grantId = randomUUIDv7();
    await insertGrant(db, provinceId, { grantId, deviceId: device.deviceId, accountId: person.accountId, madeAt: now, validUntil });
    return {
      answer: { grantId, validUntil, ...person }, chain: `desk:${device.deskId}`,
      journal: [{ act: 'grant-offline', data: { deviceId: device.deviceId, grantId, to: person.accountId, validUntil } }], outbox: [],
    };
  },
};

export const grantRoutes = (scope: App, deps: Deps): void => {
  const personOf = async (request: FastifyRequest, device: Device, officer: { accountId: AccountId; pin: string } | undefined): Promise<Person> => {
    const actor = requireActor(request);
    if (!officer) return { accountId: actor.accountId, fullName: actor.fullName, title: actor.title, roles: rolesAtDesk(actor, device.deskId) };
    const verified = await verifyPin(deps, actor.accountId, device.deskId, { accountId: officer.accountId }, officer.pin);
    if (verified.kind === 'wrong') throw problem('wrong-pin', { fieldErrors: [{ path: 'officer.pin', message: 'Mã PIN không đúng.' }] });
    if (verified.kind === 'locked') {
      throw problem('locked', { retryAfterSeconds: verified.retryAfterSeconds, detail: `Mã PIN tạm khóa do nhập sai nhiều lần. Vui lòng thử lại ${waitInWords(verified.retryAfterSeconds)}.` });
    }
    return { ...verified.officer, roles: ['commune-officer'] };
  };

  scope.post('/api/desk/offline/grants', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    schema: { summary: 'Cho phép một người làm việc khi mất mạng trên máy này', body: offlineGrantCommand, response: { 201: offlineGrant } },
  }, async (request, reply) => {
    const device = requireDevice(request);
    const person = await personOf(request, device, request.body.officer);
    const performed = await perform(deps.pool, grantAct, actContextOf(request, deps, grantAct.name), { device, person });
    // the secret is derived anew for the same grant, and stands in no stored answer
    return sendPerformed(request, reply, performed.kind === 'done'
      ? { ...performed, answer: { ...performed.answer, secret: grantSecret(deps.secrets, performed.answer.grantId) } } : performed,
    { status: 201, refusalText: offlineRefusalText });
  });
};

// A machine is enrolled once, with a line: the administrator's code, the first person's passphrase, her grant. Whoever
// else shall act here is granted while there is a line too; an officer beside the clerk by her PIN.
import type { z } from 'zod';
import { momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { enrolDeviceAnswer, offlineGrant } from '#wire/offline.wire.ts';
import { type Problem, problemSchema } from '#wire/problem.wire.ts';
import type { Granted } from '../acting.ts';
import type { Counter } from './counter.ts';
import { noteServerTime } from '../counter-clock.ts';
import { counterProblem } from '../counter-refusals.ts';
import { keepGrant } from '../grants.ts';
import { DEVICE, ENROLLING, POLICY } from '../meta-keys.ts';
import { type DeviceKey, keepSecret } from '../store.ts';
import { wipe } from '../sync/retention.ts';
import { deviceHeader } from '../sync/round.ts';
import type { Reply } from '../transport.ts';
import { type OpenVault, type Person, createVault } from '../vault.ts';
import { isLongEnough, ROUNDS } from '../wrap.ts';

const HOUR_MILLISECONDS = 3_600_000;

type Said<T> = Result<T, Problem>;

const readReply = <T>(reply: Reply | undefined, schema: z.ZodType<T, unknown>): Said<T> => {
  if (reply && reply.status < 300) return ok(schema.parse(reply.body));
  const problem = problemSchema.safeParse(reply?.body);
  return refuse(problem.success ? problem.data : counterProblem({ kind: 'not-without-a-line' }));
};

type Asked = { readonly code: string; readonly description: string };

/** The same question goes again under the same key: the code was perhaps used up by an answer that was lost. */
const keyOf = async ({ db, parts: { ports } }: Counter, asked: Asked): Promise<string> => {
  const before = (await db.meta.get(ENROLLING))?.value as (Asked & { readonly key: string }) | undefined;
  return before?.code === asked.code && before.description === asked.description ? before.key : ports.newId();
};

/** The power went in the midst of an enrolment: a store in which nothing waits is made anew. */
const clearLeftBehind = async ({ db }: Counter): Promise<void> => {
  if (await db.people.count() > 0) await wipe(db);
};

/** Before the code is used up: the passphrase must be long enough. */
export const enrol = async (
  counter: Counter, asked: Asked, person: Person, passphrase: string, rounds = ROUNDS,
): Promise<Said<DeviceKey & { readonly name: string }> | 'too-short' | 'exists'> => {
  const { db, parts: { transport } } = counter;
  if (!isLongEnough(passphrase)) return 'too-short';
  const key = await keyOf(counter, asked);
  await clearLeftBehind(counter);
  const vault: OpenVault | 'too-short' | 'exists' = await createVault(db, person, passphrase, rounds);
  if (typeof vault === 'string') return vault;
  await db.meta.put({ key: ENROLLING, value: { ...asked, key } });
  const enrolled = readReply(await transport({ method: 'POST', path: '/api/desk/devices', json: asked, headers: { 'idempotency-key': key } }), enrolDeviceAnswer);
  if (!enrolled.ok) {
    await db.people.clear();
    return enrolled;
  }
  await db.meta.delete(ENROLLING);
  const { deviceId, token, name, policy } = enrolled.value;
  const device = { deviceId, token };
  await counter.open(vault);
  await keepSecret({ db, key: vault.key }, DEVICE, device);
  await db.meta.put({ key: POLICY, value: policy });
  return ok({ ...device, name });
};

/** Of whoever is signed in; with an officer, of hers, sealed by the PIN she typed. */
export const grant = async (
  counter: Counter, officer?: { readonly accountId: string; readonly pin: string }, rounds = ROUNDS,
): Promise<Said<Granted>> => {
  const { parts: { transport, ports } } = counter;
  const stored = counter.stored();
  const device = await counter.device();
  if (!stored || !device) return refuse(counterProblem({ kind: 'vault-locked' }));
  const granted = readReply(await transport({
    method: 'POST', path: '/api/desk/offline/grants', json: officer ? { officer } : {}, headers: { ...deviceHeader(device), 'idempotency-key': ports.newId() },
  }), offlineGrant);
  if (!granted.ok) return granted;
  const person = await keepGrant(stored, granted.value, officer?.pin, rounds);
  const policy = (await counter.db.meta.get(POLICY))?.value as { readonly maxOfflineHours: number } | undefined;
  // nobody acts before she was granted
  if (policy) await noteServerTime(counter.db, momentFromEpoch(momentToEpoch(granted.value.validUntil) - policy.maxOfflineHours * HOUR_MILLISECONDS));
  return ok(person);
};

/** Seldom enough for the journal, and little beside the days that a grant holds. */
const RENEWED_AFTER_HOURS = 4;

/** What she may do without a line runs from when the server was last heard, not from the morning on which she opened the store. */
export const renewGrant = async (counter: Counter, rounds = ROUNDS): Promise<void> => {
  const clerk = await counter.clerk();
  const policy = (await counter.db.meta.get(POLICY))?.value as { readonly maxOfflineHours: number } | undefined;
  if (!clerk || !policy) return;
  const left = momentToEpoch(clerk.validUntil) - momentToEpoch(await counter.businessNow());
  if (left < (policy.maxOfflineHours - RENEWED_AFTER_HOURS) * HOUR_MILLISECONDS) await grant(counter, undefined, rounds);
};

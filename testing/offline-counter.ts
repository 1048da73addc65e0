// A counter without a line for tests of the server: a machine of a desk with its people's grants and its numbers, that
// makes envelopes as the real one does.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { type OfflineAct, proofText, provenPart } from '#core/offline/offline-act.ts';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import type { Answer, Caller, ServedWorld } from './served-world.ts';

export type Held = { leaseId: string; series: string; period: string; from: number; to: number };
type Grant = { readonly grantId: string; readonly accountId: string; readonly secret: string };
export type Envelope = Record<string, unknown> & { commandId: string; leased: { leaseId: string; series: string; period: string; number: number }[] };

export type Counter = {
  readonly deviceId: string;
  readonly header: Record<string, string>;
  readonly clerk: Grant;
  readonly officer: Grant;
  readonly leases: () => readonly Held[];
  /** The next number of a series, as the counter takes it. */
  readonly take: (series: string, period: string) => Envelope['leased'][number];
  readonly envelope: (act: OfflineAct, body: object, more?: Record<string, unknown>) => Envelope;
  /** Proves anew what was changed by hand. */
  readonly proven: (envelope: Envelope, who?: { by?: Grant; officer?: Grant | undefined }) => Envelope;
  readonly send: (envelope: object, caller?: Caller) => Promise<Answer>;
  readonly now: () => string;
};

const proofOf = (grant: Grant, envelope: Envelope): object => {
  const hash = createHash('sha256').update(canonicalJson(provenPart(envelope as never))).digest('hex');
  const proof = createHmac('sha256', Buffer.from(grant.secret, 'base64url')).update(proofText(envelope as never, hash)).digest('base64url');
  return { accountId: grant.accountId, grantId: grant.grantId, proof };
};

/** Kỳ Bắc's machine, with the clerk at the keyboard and the officer beside her. */
export const offlineCounter = async (world: ServedWorld, clerk: Caller, admin: Caller, more = 0): Promise<Counter> => {
  const { code } = (await admin.send('POST', '/api/admin/devices/codes', { deskId: 'ky-bac', name: 'Máy quầy' })).json<{ code: string }>();
  const { deviceId, token } = (await clerk.send('POST', '/api/desk/devices', { code, description: 'Máy thử' })).json<{ deviceId: string; token: string }>();
  const header = { 'x-device': `${deviceId}.${token}` };
  const { rows } = await world.database.pool.query<{ id: string }>("select account_id as id from motcua.account where login = 'tuphap.kybac'");
  const grant = async (body: object): Promise<Grant> => (await clerk.send('POST', '/api/desk/offline/grants', body, header)).json<Grant>();
  const own = await grant({});
  const officer = await grant({ officer: { accountId: rows[0]?.id, pin: '246810' } });
  for (const [series, period] of more > 0 ? [['dossier:xa-ky-bac', '191118'], ['paper:intake-receipt:xa-ky-bac', '2019']] as const : []) {
    await world.database.pool.query(
      `with taken as (insert into motcua.number_counter as c (province_id, series, period, last_number) values (42, $2, $3, $4)
         on conflict (province_id, series, period) do update set last_number = c.last_number + $4 returning last_number)
       insert into motcua.number_lease (province_id, lease_id, device_id, series, period, from_number, to_number, given_at)
       select 42, $5, $1, $2, $3, last_number - $4 + 1, last_number, now() from taken`, [deviceId, series, period, more, randomUUID()]);
  }
  const held = (await clerk.send('POST', '/api/desk/offline/leases', { held: [], pending: 0 }, header)).json<{ leases: Held[] }>().leases;
  const next = new Map(held.map((lease) => [lease.leaseId, lease.from]));
  const now = (): string => momentFromEpoch(world.realNow());

  const proven: Counter['proven'] = (envelope, who = {}) => {
    const confirmed = 'officer' in who ? who.officer : officer;
    return { ...envelope, by: proofOf(who.by ?? own, envelope), ...(confirmed ? { officer: proofOf(confirmed, envelope) } : {}) };
  };
  return {
    deviceId, header, clerk: own, officer, now, proven, leases: () => held,
    take: (series, period) => {
      const lease = held.find((one) => one.series === series && one.period === period && (next.get(one.leaseId) ?? 0) <= one.to);
      if (!lease) throw new Error(`nothing held of ${series} ${period}`);
      const number = next.get(lease.leaseId) ?? lease.from;
      next.set(lease.leaseId, number + 1);
      return { leaseId: lease.leaseId, series, period, number };
    },
    envelope: (act, body, more = {}) => proven({
      commandId: randomUUID(), act, body, madeAt: now(), machineAt: now(), leased: [], basis: {}, afterUnsettled: false, ...more,
    } as unknown as Envelope),
    send: (envelope, caller = clerk) => caller.send('POST', '/api/desk/offline/commands', envelope, header),
  };
};

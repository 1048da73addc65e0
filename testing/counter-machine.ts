// A machine at the desk of Kỳ Bắc on a real (in-process) IndexedDB: enrolled, filled and open, without a server. What is
// on its disk stays when the tab is killed.
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { codeDay } from '#core/numbering/dossier-code.ts';
import { type Moment, type PlainDate, dateOf, momentToEpoch } from '#core/kernel/moment.ts';
import type { AccountId, Role, UnitId } from '#core/organisation/organisation.ts';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { worldOf } from '#demo/world-of.ts';
import type { Counter, CounterParts } from '#staff/offline/counter/counter.ts';
import { openCounter } from '#staff/offline/counter/counter.ts';
import { keepGrant } from '#staff/offline/grants.ts';
import { keepLeases } from '#staff/offline/lease-hand.ts';
import { CLOCK, DEVICE } from '#staff/offline/meta-keys.ts';
import { sealPart } from '#staff/offline/reference.ts';
import { keepSecret } from '#staff/offline/store.ts';
import type { Reply, Sent } from '#staff/offline/transport.ts';
import { createVault, openByPassphrase } from '#staff/offline/vault.ts';
import type { DeskPart, StaffPart } from '#wire/offline-reference.wire.ts';
import { hatinhCalendar } from './hatinh-calendar.ts';

export const PASSPHRASE = 'con trâu đi trước cái cày';
/** Few, so that a test is not made of waiting; what is wrapped says how many it took. */
export const FEW_ROUNDS = 1_000;
export const PIN = '246810';
export const CLERK_ID = '00000000-0000-7000-8000-00000000000c' as AccountId;
export const OFFICER_ID = '00000000-0000-7000-8000-00000000000f' as AccountId;
export const SIGNER = { accountId: '00000000-0000-7000-8000-00000000000e' as AccountId, unitId: 'xa-ky-bac' as UnitId, name: 'Lê Văn Ký', title: 'Chủ tịch UBND xã Kỳ Bắc', validFrom: '2019-01-01' as PlainDate };
const STARTS = '2019-11-18T07:30:00+07:00' as Moment;
const world = worldOf('kybac-2019');
const version = '0123456789abcdef';

const referenceParts = (): readonly { readonly key: string; readonly version: string; readonly data: unknown }[] => {
  const desk = world.desks.find((one) => one.deskId === 'ky-bac');
  if (!desk) throw new Error('no desk');
  const transfers = world.transfers.filter((one) => one.deskId === desk.deskId);
  const deskData: DeskPart = {
    desk, origin: 'https://motcua.example.vn', world: { provinceId: desk.provinceId, name: world.name, title: world.title, isDemo: true }, transfers, signers: [SIGNER], useCounts: { '1.001193': 3 },
  };
  const staff: StaffPart = { people: [] };
  return [
    { key: 'desk', version, data: deskData }, { key: 'staff', version, data: staff }, { key: 'organisation', version, data: { units: world.units } },
    { key: 'calendar', version, data: hatinhCalendar }, { key: 'forms', version, data: SHIPPED_FORMS },
    ...world.procedures.filter((one) => transfers.some((line) => line.procedureCode === one.code)).map((one) => ({ key: `procedure:${one.code}`, version, data: { versions: [one] } })),
  ];
};

export type Machine = {
  readonly counter: () => Counter;
  /** The tab is gone, and all that lay in memory; it is opened again with the passphrase. */
  readonly killTab: () => Promise<void>;
  readonly wait: (seconds: number) => void;
  /** Somebody turns the machine's clock. */
  readonly setClock: (seconds: number) => void;
  /** What the server said, in turn; without an entry: no answer. */
  readonly line: { replies: ((sent: Sent) => Reply | undefined)[]; readonly sent: Sent[] };
  readonly close: () => void;
};

type Options = { readonly numbers?: number; readonly volume?: number; readonly roles?: readonly Role[]; readonly transport?: CounterParts['transport']; readonly newId?: () => string };

export const counterMachine = async ({ numbers = 20, volume, roles = ['commune-officer'], transport, newId = randomUUID }: Options = {}): Promise<Machine> => {
  let now = momentToEpoch(STARTS);
  let steady = 0;
  const line: Machine['line'] = { replies: [], sent: [] };
  const parts: CounterParts = {
    world: `test-${newId()}`,
    ports: { machineNow: () => now, steadyNow: () => steady, newId, random: () => 0.5 },
    transport: transport ?? (async (sent) => {
      line.sent.push(sent);
      return line.replies.shift()?.(sent);
    }),
    whenIdle: async () => undefined, oneTab: async (work) => work(), timer: () => () => undefined,
  };
  let counter = openCounter(parts);
  const vault = await createVault(counter.db, { accountId: CLERK_ID, fullName: 'Nguyễn Thị Sen' }, PASSPHRASE, FEW_ROUNDS);
  if (typeof vault === 'string') throw new Error(vault);
  await counter.open(vault);
  const stored = { db: counter.db, key: vault.key };
  await keepSecret(stored, DEVICE, { deviceId: newId(), token: 'A'.repeat(43) });
  await counter.db.meta.put({ key: CLOCK, value: 0 });
  await counter.db.reference.bulkPut(await Promise.all(referenceParts().map((part) => sealPart(stored, part))));
  const person = { title: 'Công chức', validUntil: '2019-11-22T07:30:00+07:00' as Moment, secret: 'B'.repeat(43) };
  await keepGrant(stored, { ...person, grantId: newId(), accountId: CLERK_ID, fullName: 'Nguyễn Thị Sen', roles: [...roles] });
  await keepGrant(stored, { ...person, grantId: newId(), accountId: OFFICER_ID, fullName: 'Trần Văn Trúc', roles: ['commune-officer'] }, PIN, FEW_ROUNDS);
  const day = codeDay(dateOf(STARTS));
  const unit = 'xa-ky-bac';
  const held = [
    [`dossier:${unit}`, day], [`certification:SCT/BS:${unit}`, '2019'], ['bag-label', ''],
    ...['intake-receipt', 'residence-receipt', 'guidance-slip', 'supplement-request', 'refusal-notice', 'hand-over-record', 'withdrawal-note']
      .map((paper) => [`paper:${paper}:${unit}`, '2019']),
  ];
  await keepLeases(counter.db, held.map(([series = '', period = '']) => ({
    leaseId: newId(), series, period, from: 101, to: 100 + numbers, ...(series.startsWith('certification:') ? { volume } : {}),
  })));
  return {
    counter: () => counter, line,
    killTab: async () => {
      counter.close();
      counter = openCounter(parts);
      const opened = await openByPassphrase(counter.db, CLERK_ID, PASSPHRASE);
      if (opened.kind !== 'open') throw new Error(opened.kind);
      await counter.open(opened.vault);
    },
    wait: (seconds) => {
      now += seconds * 1000;
      steady += seconds * 1000;
    },
    setClock: (seconds) => { now += seconds * 1000; },
    close: () => counter.close(),
  };
};

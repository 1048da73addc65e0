import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Machine, OFFICER_ID, PIN, counterMachine } from '#testing/counter-machine.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { proofText, provenPart } from '#core/offline/offline-act.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import { fromBase64Url, proverOf, sha256Hex, utf8 } from '../bytes.ts';
import { grantedOfficers, keepGrant } from '../grants.ts';
import { openQueued, type Stored } from '../store.ts';
import type { Granted } from '../acting.ts';
import { makePresence, type OtherTabs } from './presence.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const OTHER_ID = '00000000-0000-7000-8000-0000000000aa';
const BY_PIN = { by: 'pin', accountId: OFFICER_ID, pin: PIN };
const BY_KEY = { by: 'present-officer' };
const MINUTE = 60;

let machine: Machine;
afterEach(() => machine.close());
const starts = async (): Promise<void> => { machine = await counterMachine({ roles: ['postal-clerk'] }); };
const receive = async (confirmation: object): Promise<string> => {
  const done = await machine.counter().act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth, { confirmation } as never), key: randomUUID() });
  return done.ok ? 'done' : done.refusal.code;
};
const storedNow = (): Stored => machine.counter().stored() as Stored;
const commands = async (): Promise<readonly OfflineCommand[]> =>
  Promise.all((await machine.counter().db.outbox.toArray()).map(async (row) => (await openQueued(storedNow(), row)).command));

it('one PIN at the first act, then one key: each act carries its own proof of her grant', async () => {
  await starts();
  expect([await receive(BY_KEY), await receive(BY_PIN), await receive(BY_KEY), await receive(BY_KEY)]).toEqual(['officer-not-present', 'done', 'done', 'done']);
  expect(machine.counter().state.get().present).toMatchObject({ accountId: OFFICER_ID, fullName: 'Trần Văn Trúc', until: '2019-11-18T12:30:00+07:00' });
  const sent = await commands();
  const prove = await proverOf(fromBase64Url('B'.repeat(43)));
  for (const command of sent) {
    const text = proofText(command, await sha256Hex(utf8(canonicalJson(provenPart(command)))));
    expect(command.officer).toEqual({ ...sent[0]?.officer, proof: await prove(text) });
  }
  expect(new Set(sent.map(({ officer }) => officer?.proof)).size).toBe(3);
});

it('her PIN opens her presence before any act, as at the server; a wrong one opens nothing and names the box', async () => {
  await starts();
  const counter = machine.counter();
  expect(await counter.openPresence({ accountId: OFFICER_ID, pin: '000000' })).toMatchObject({ ok: false, refusal: { code: 'pin-wrong', fieldErrors: [{ path: 'pin' }] } });
  expect(await counter.openPresence({ accountId: OTHER_ID, pin: PIN })).toMatchObject({ ok: false, refusal: { code: 'officer-not-granted' } });
  expect(counter.present()).toBeUndefined();
  expect(await counter.openPresence({ accountId: OFFICER_ID, pin: PIN })).toMatchObject({ ok: true, value: { accountId: OFFICER_ID } });
  expect(await receive(BY_KEY)).toBe('done');
});

it('what the server saw while there was a line holds without it, no longer than the server said', async () => {
  await starts();
  const counter = machine.counter();
  const officer = await keepGrant(storedNow(), {
    grantId: randomUUID(), accountId: OFFICER_ID, fullName: 'Trần Văn Trúc', title: 'Công chức', roles: ['commune-officer'], validUntil: '2019-11-22T07:30:00+07:00', secret: 'C'.repeat(43),
  } as never, PIN, 1_000);
  counter.notePresent(officer, counter.parts.ports.machineNow() + 20 * MINUTE * 1000);
  expect(await receive(BY_KEY)).toBe('done');
  expect((await commands())[0]?.officer?.grantId).toBe(officer.grantId);
  machine.wait(20 * MINUTE);
  expect(await receive(BY_KEY)).toBe('officer-not-present');
});

it.each([
  ['she leaves', async () => machine.counter().endPresence()],
  ['the store is locked and opened again', async () => {
    const vault = machine.counter().vault();
    await machine.counter().lock();
    if (vault) await machine.counter().open(vault);
  }],
  ['the browser is started again', () => machine.killTab()],
  ['half a working day is over', async () => {
    for (let half = 0; half < 4; half += 1) {
      machine.wait(75 * MINUTE);
      machine.counter().touch();
    }
  }],
  ['no hand touched the machine for a noon', async () => machine.wait(110 * MINUTE)],
  ['the machine slept over noon', async () => machine.setClock(110 * MINUTE)],
  ['time passes under a clock that was set back', async () => {
    machine.setClock(-20 * MINUTE);
    machine.wait(110 * MINUTE);
  }],
])('her PIN is asked for again when %s', async (_when, happens) => {
  await starts();
  expect(await receive(BY_PIN)).toBe('done');
  await happens();
  expect(await receive(BY_KEY)).toBe('officer-not-present');
  expect(machine.counter().state.get().present).toBeUndefined();
  expect(await receive(BY_PIN)).toBe('done');
});

it('whoever comes after her takes her place; whose grant is over is offered no more', async () => {
  await starts();
  const person = { grantId: randomUUID(), accountId: OTHER_ID, fullName: 'Phan Thị Mai Lan', title: 'Công chức', roles: ['commune-officer'], secret: 'D'.repeat(43) };
  await keepGrant(storedNow(), { ...person, validUntil: '2019-11-22T07:30:00+07:00' } as never, '135791', 1_000);
  expect(await receive(BY_PIN)).toBe('done');
  expect(await receive({ by: 'pin', accountId: OTHER_ID, pin: '135791' })).toBe('done');
  expect(await receive(BY_KEY)).toBe('done');
  expect((await commands()).map(({ officer }) => officer?.accountId)).toEqual([OFFICER_ID, OTHER_ID, OTHER_ID]);
  expect(await grantedOfficers(machine.counter().db, '2019-11-22T07:30:00+07:00' as never)).toEqual(new Set());
});

it('nothing she proves with lies on the disk in the open, and what lies in memory cannot be read out', async () => {
  await starts();
  expect(await receive(BY_PIN)).toBe('done');
  const tables = await Promise.all(machine.counter().db.tables.map((table) => table.toArray()));
  const written = JSON.stringify(tables, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value));
  expect(written).not.toContain('B'.repeat(43));
  expect(written).not.toContain(PIN);
  expect(JSON.stringify(machine.counter().present())).not.toContain('B'.repeat(43));
});

it('an officer who leaves one tab leaves all, and who comes in one takes the other’s place in all', async () => {
  await starts();
  const heard: ((stays: string | undefined) => void)[] = [];
  const tab = (): ReturnType<typeof makePresence> => {
    let own: (stays: string | undefined) => void;
    const tabs: OtherTabs = {
      tell: (stays) => heard.filter((one) => one !== own).forEach((one) => one(stays)),
      hear: (told) => {
        own = told;
        heard.push(told);
      },
    };
    return makePresence({ machineNow: () => 0, steadyNow: () => 0 }, tabs, () => undefined);
  };
  const [one, two] = [tab(), tab()];
  const officer = (accountId: string): Granted => ({ accountId } as unknown as Granted);
  one.open(officer('truc'));
  two.open(officer('truc'));
  expect([one.now()?.officer.accountId, two.now()?.officer.accountId]).toEqual(['truc', 'truc']);
  two.open(officer('lan'));
  expect([one.now(), two.now()?.officer.accountId]).toEqual([undefined, 'lan']);
  one.open(officer('lan'));
  one.end();
  expect([one.now(), two.now()]).toEqual([undefined, undefined]);
});

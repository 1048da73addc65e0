// What was asked for is brought without a line: the clock goes on by the core from what the dossier kept.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type DossierClock, moveClock } from '#core/dossier/kept-clock.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { CONFIRMED, keptBy, lastCommand, putView, saidOf, storedOf, viewAt, withView } from '#testing/view-at-counter.ts';
import { dossierView, type DossierView } from '#wire/dossier-view.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { supplementReceivedAnswer } from '#wire/receive-supplement.wire.ts';
import { offlineAsk } from '../answers/ask.ts';
import { sha256Hex, utf8 } from '../bytes.ts';
import type { Counter } from '../counter/counter.ts';
import type { Outcome } from '../queue-act.ts';
import { sealPart } from '../reference.ts';
import { keepScan } from '../store.ts';

const AT = '2019-11-18T07:30:00+07:00' as Moment;
const ASKED_AT = '2019-11-18T07:30:00+07:00' as Moment;
const item = (name: string) => ({ name, original: 1, certifiedCopy: 0, plainCopy: 0 });
const brought = (name: string, more = {}) => ({ itemId: 'khac', name, form: 'original', count: 1, ...more });
let machine: Machine | undefined;
afterEach(() => machine?.close());

const clockOf = ({ clock }: DossierView): NonNullable<DossierView['clock']> => {
  if (!clock) throw new Error('no clock was kept');
  return clock;
};
const asked = (before: DossierView): Partial<DossierView> => ({
  state: 'supplement-asked',
  clock: { ...clockOf(before), events: [{ kind: 'supplement-asked', at: ASKED_AT, policy: 'RESTART' }] },
  supplementRequests: [{
    requestNo: 1, askedAt: ASKED_AT, askedByName: 'Đặng Thị Hoài Thu', reason: 'Thiếu giấy', items: [item('Giấy ra viện'), item('Giấy kết hôn')], isLate: false, answers: [],
  }],
});
const withAsked = async (more: Partial<DossierView> = {}, options: Parameters<typeof counterMachine>[0] = {}): Promise<{ counter: Counter; view: DossierView }> => {
  machine = await counterMachine(options);
  const counter = machine.counter();
  const view = await withView(counter, (before) => ({ ...asked(before), ...more }));
  machine.wait(2 * 86_400);
  return { counter, view };
};
const BOTH = [brought('Giấy ra viện'), brought('Giấy kết hôn')];
const bring = (counter: Counter, { dossierId, revision }: DossierView, more = {}, key: string = randomUUID()): Promise<Outcome> =>
  counter.act({ path: `/api/desk/dossiers/${dossierId}/receive-supplement`, key, body: { deskId: 'ky-bac', revision, papers: BOTH, ...more } });
const NOW = '2019-11-20T07:30:00+07:00' as Moment;

it('all of it has come: the time is counted anew by the core, and the command carries the moment that was told', async () => {
  const { counter, view } = await withAsked();
  const said = supplementReceivedAnswer.parse(saidOf(await bring(counter, view)));
  const clock: DossierClock = { kept: clockOf(view), own: hatinhCalendar, inForce: hatinhCalendar };
  const reckoned = moveClock(clock, { kind: 'supplied', at: NOW, complete: true });
  expect(said).toMatchObject({ state: 'in-process', status: { no: 4 }, revision: 7, at: NOW, complete: true, due: { due: reckoned.ok && reckoned.value.reading?.due } });
  expect(said.due?.due).toBe('2019-11-20T17:30:00+07:00');
  const now = dossierView.parse(await viewAt(counter, view.dossierId));
  expect(now).toMatchObject({ state: 'in-process', due: { due: said.due?.due, state: 'restarted' }, clock: { events: [{ kind: 'supplement-asked' }, { kind: 'supplied', at: NOW, complete: true }] } });
  expect([now.supplementRequests[0]?.answeredAt, now.papers.filter(({ roundNo }) => roundNo === 1).map(({ name, lineNo }) => [name, lineNo - view.papers.length])])
    .toEqual([NOW, [['Giấy ra viện', 1], ['Giấy kết hôn', 2]]]);
  const command = await lastCommand(counter);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(command).toMatchObject({ act: 'receive-supplement', dossierId: view.dossierId, leased: [], printed: { due: said.due?.due }, body: { revision: 6 } });
  expect([command.printed?.paperId, await keptBy(counter)]).toEqual([undefined, [1, 0]]);
});

it('what comes in part is kept and the clock waits; the rest alone then completes it', async () => {
  const { counter, view } = await withAsked();
  expect(saidOf(await bring(counter, view, { papers: [BOTH[0]] }))).toBe('still-missing');
  const part = saidOf(await bring(counter, view, { papers: [BOTH[0]], complete: false }));
  expect(part).toMatchObject({ state: 'supplement-asked', complete: false, revision: 7 });
  expect((await lastCommand(counter)).printed).toBe(undefined);
  const waiting = await viewAt(counter, view.dossierId);
  expect([waiting.due?.state, waiting.supplementRequests[0]?.answeredAt]).toEqual(['paused', undefined]);
  expect(saidOf(await bring(counter, waiting, { papers: [BOTH[1]] }))).toMatchObject({ state: 'in-process', complete: true, revision: 8, due: { due: '2019-11-20T17:30:00+07:00' } });
  expect(await keptBy(counter)).toEqual([2, 0]);
});

it('a dossier that keeps an older calendar is reckoned by both, and without the older one it is not at hand', async () => {
  const older = { ...hatinhCalendar, calendarId: 'cu', days: [...hatinhCalendar.days, { date: '2019-11-20', kind: 'holiday', name: 'Nghỉ theo lịch cũ', status: 'confirmed' } as never] };
  const { counter, view } = await withAsked();
  await putView(counter, { ...view, clock: { ...clockOf(view), calendar: `cu@${older.version}` } });
  expect([saidOf(await bring(counter, view)), await keptBy(counter)]).toEqual(['not-at-hand', [0, 0]]);
  await counter.db.reference.put(await sealPart(storedOf(counter), { key: `calendar:cu@${older.version}`, version: '0123456789abcdef', data: older }));
  // a date once given never moves nearer: the older calendar's is the later one
  expect(saidOf(await bring(counter, view))).toMatchObject({ state: 'in-process', due: { due: '2019-11-21T17:30:00+07:00' } });
});

it('what an older release stored has no clock and is read anew first; where none was kept, none is told', async () => {
  const { counter, view } = await withAsked({ clock: undefined });
  expect(saidOf(await bring(counter, view))).toBe('not-at-hand');
  await putView(counter, { ...view, clock: null });
  expect(saidOf(await bring(counter, view))).toEqual(expect.not.objectContaining({ due: expect.anything() }));
  expect((await lastCommand(counter)).printed).toBe(undefined);
});

it('a scan that lies here goes with the command; one that does not is asked for', async () => {
  const { counter, view } = await withAsked();
  const page = utf8('%PDF-1.7 giấy ra viện');
  const scan = await sha256Hex(page);
  const papers = [brought('Giấy ra viện', { scans: [scan] }), BOTH[1]];
  expect([saidOf(await bring(counter, view, { papers })), await keptBy(counter)]).toEqual(['scans-missing', [0, 0]]);
  await keepScan(storedOf(counter), { sha256: scan, mediaType: 'application/pdf', storedAt: AT }, page);
  expect(saidOf(await bring(counter, view, { papers }))).toMatchObject({ state: 'in-process' });
  expect((await counter.db.outbox.toArray()).map((row) => row.scans)).toEqual([[scan]]);
});

it('the clerk’s is confirmed by the officer beside her, also after her delegation has ended', async () => {
  const { counter, view } = await withAsked({ mode: 'delegated' }, { roles: ['postal-clerk'] });
  const shown = await offlineAsk(counter, `/api/dossiers/${view.dossierId}`);
  expect(shown.ok && dossierView.parse(shown.value).allowedActs).toContainEqual({ act: 'receive-supplement', label: 'Tiếp nhận bổ sung', needsConfirmation: true });
  expect(saidOf(await bring(counter, view))).toBe('confirmation-needed');
  expect(saidOf(await bring(counter, view, { confirmation: CONFIRMED }))).toMatchObject({ state: 'in-process' });
});

it.each(['in-process', 'received', 'ready-to-return'] as const)('of what is %s nothing was asked', async (state) => {
  const { counter, view } = await withAsked({ state });
  expect([saidOf(await bring(counter, view)), await keptBy(counter)]).toEqual(['act-not-possible', [0, 0]]);
});

// A bag filled and handed over without a line: one command with label, record and contents, or nothing at all.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { MOST_IN_BAG } from '#core/custody/bag.ts';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { CONFIRMED, keptBy, lastCommand, putView, saidOf, storedOf, viewAt, withView } from '#testing/view-at-counter.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { bagHandedOver, bagView, bagsView } from '#wire/bags.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { offlineCommand } from '#wire/offline.wire.ts';
import { packableHere } from '../bag-here.ts';
import { offlineAsk } from '../answers/ask.ts';
import type { Counter } from '../counter/counter.ts';
import type { Outcome } from '../queue-act.ts';
import { findPaper } from '../store.ts';

const AT = '2019-11-18T07:30:00+07:00';
const birth = procedureIn('kybac-2019', '1.001193');
let machine: Machine | undefined;
afterEach(() => machine?.close());

const withWaiting = async (count: number, options: Parameters<typeof counterMachine>[0] = { roles: ['postal-clerk'] }, more: Partial<DossierView> = {}) => {
  machine = await counterMachine(options);
  const counter = machine.counter();
  const views: DossierView[] = [];
  for (let n = 0; n < count; n += 1) views.push(await withView(counter, more));
  return { counter, views };
};
const bodyOf = (views: readonly DossierView[], more: object = {}) => ({
  bagId: randomUUID(), handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', sealNumber: 'NP 004512', openedAt: '2019-11-18T07:20:00+07:00',
  dossiers: views.map((view) => ({ dossierId: view.dossierId, revision: view.revision, paperCount: packableHere(view).pieces })), ...more,
});
const handOver = (counter: Counter, body: object, key = randomUUID(), corrects?: string): Promise<Outcome> => counter.act({ path: '/api/desk/bags/filled', key, body, corrects });
const asked = async (counter: Counter, path: string): Promise<unknown> => {
  const said = await offlineAsk(counter, path);
  return said.ok ? JSON.parse(JSON.stringify(said.value)) : said.refusal.code;
};

it('label, record, contents in the order of scanning and moments are one command; the dossiers are handed over', async () => {
  const { counter, views } = await withWaiting(2);
  const scanned = views.toReversed();
  const body = bodyOf(scanned);
  const said = bagHandedOver.parse(saidOf(await handOver(counter, body)));
  expect(said).toMatchObject({ bagId: body.bagId, label: 'TUI0000010186', handOverId: body.handOverId, recordNumber: '101/BBGN', sentAt: AT, dossierCount: 2 });
  const command = await lastCommand(counter);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(command).toMatchObject({
    act: 'hand-over-filled-bag', body, printed: { paperId: body.handOverId },
    leased: [{ series: 'paper:hand-over-record:xa-ky-bac', number: 101 }, { series: 'bag-label', period: '', number: 101 }],
  });
  expect(await keptBy(counter)).toEqual([1, 2]);
  const label = await findPaper(storedOf(counter), body.bagId);
  expect(label?.payload).toMatchObject({ kind: 'bag-label', label: said.label, sealNumber: 'NP 004512', dossierCount: 2, content: 'dossiers', issuedAt: AT });
  expect((await findPaper(storedOf(counter), body.handOverId))?.payload).toMatchObject({ kind: 'hand-over-record', number: '101/BBGN' });
  for (const { dossierId } of views) expect(await viewAt(counter, dossierId)).toMatchObject({ state: 'handed-over', revision: 7 });
});

it('the screens are told what waits for a bag, and of a bag that was handed over what lies in it, until it is counted', async () => {
  const { counter, views } = await withWaiting(2);
  const waiting = bagsView.parse(await asked(counter, '/api/desk/bags'));
  expect(waiting).toMatchObject({ atCounter: { labelsLeft: 20 }, own: [], waiting: [{ agencyUnitId: 'xa-ky-bac', dossiers: [{ revision: 6 }, { revision: 6 }] }] });
  expect(waiting.waiting[0]?.dossiers.map(({ code }) => code)).toEqual(views.map(({ code }) => code).toSorted());
  const body = bodyOf(views);
  const { label } = bagHandedOver.parse(saidOf(await handOver(counter, body)));
  expect(bagsView.parse(await asked(counter, '/api/desk/bags'))).toMatchObject({ atCounter: { labelsLeft: 19 }, waiting: [], own: [{ label, stands: 'sent', dossierCount: 2, recordNumber: '101/BBGN', sealNumber: 'NP 004512' }] });
  const view = bagView.parse(await asked(counter, `/api/desk/bags/${body.bagId}`));
  expect([view.bag.label, view.lines.length]).toEqual([label, 2]);
  expect(await asked(counter, `/api/desk/bags/${randomUUID()}`)).toBe('not-at-hand');
});

it('asked again it is answered as before; the same key with another bag is refused', async () => {
  const { counter, views } = await withWaiting(1);
  const [body, key] = [bodyOf(views), randomUUID()];
  const first = saidOf(await handOver(counter, body, key));
  expect(saidOf(await handOver(counter, body, key))).toEqual(first);
  expect(saidOf(await handOver(counter, { ...body, sealNumber: 'NP 9' }, key))).toBe('key-reused');
  expect(await keptBy(counter)).toEqual([1, 2]);
});

it('refused, nothing is written and no number is taken: another agency’s, one that went, without paper, in another bag, changed, not here', async () => {
  const { counter, views: [one] } = await withWaiting(1);
  const good = one as DossierView;
  const other = async (more: Partial<DossierView>): Promise<DossierView> => withView(counter, more);
  const inBag = [{ thingId: randomUUID(), kind: 'papers', count: 2, stops: [], insideLabel: 'TUI0000000777' }] as unknown as DossierView['custody'];
  const refused = [
    bodyOf([good, await other({ agencyUnitId: 'huyen-ky-anh' as never, agencyName: 'UBND huyện Kỳ Anh' })]), bodyOf([good, await other({ state: 'in-process' })]), bodyOf([good, await other({ papers: [] })]), bodyOf([good], { dossiers: [{ dossierId: good.dossierId, revision: 6, paperCount: packableHere(good).pieces + 1 }] }),
    bodyOf([good, await other({ custody: inBag })]), bodyOf([{ ...good, revision: 5 }]), bodyOf([good, { ...good, dossierId: randomUUID() as never }]), bodyOf([]), bodyOf([good], { sealNumber: ' ' }),
  ];
  const answers: unknown[] = [];
  for (const body of refused) answers.push(saidOf(await handOver(counter, body)));
  expect(answers).toEqual(['packed-for-another', 'not-to-go-out', 'nothing-to-pack', 'pieces-differ', 'packed-already', 'not-forwardable', 'not-at-hand', 'fields-unreadable', 'fields-unreadable']);
  expect(await keptBy(counter)).toEqual([0, 0]);
  expect((await counter.db.leases.toArray()).filter(({ series }) => series === 'bag-label').map(({ next }) => next)).toEqual([101]);
  expect(await viewAt(counter, good.dossierId)).toMatchObject({ state: 'received', revision: 6 });
});

it('a bag is refused in the words of the bag, with what to do', async () => {
  const { counter, views } = await withWaiting(1, undefined, { state: 'handed-over' });
  const outcome = await handOver(counter, bodyOf(views));
  expect(outcome.ok ? undefined : outcome.refusal.detail).toContain('để riêng ra ngoài túi');
});

it('without a label left nothing goes; more than a bag holds is not read', async () => {
  const { counter, views } = await withWaiting(2, { roles: ['postal-clerk'], numbers: 2 });
  await counter.db.leases.filter(({ series }) => series === 'bag-label').modify((lease: { next: number }) => { lease.next = 103; });
  expect(saidOf(await handOver(counter, bodyOf(views)))).toBe('lease-run-out');
  const many = Array.from({ length: MOST_IN_BAG + 1 }, () => ({ ...views[0], dossierId: randomUUID() }) as DossierView);
  expect(saidOf(await handOver(counter, bodyOf(many)))).toBe('fields-unreadable');
  expect(await keptBy(counter)).toEqual([0, 0]);
});

it('a dossier received here a moment ago goes in the bag after its own reception', async () => {
  const { counter } = await withWaiting(0);
  const command = receiveCommand('ky-bac', birth);
  await counter.act({ path: '/api/desk/dossiers', key: randomUUID(), body: { ...command, confirmation: CONFIRMED } });
  const said = saidOf(await handOver(counter, bodyOf([await viewAt(counter, command.dossierId)])));
  expect(bagHandedOver.parse(said).dossierCount).toBe(1);
  expect((await counter.db.outbox.orderBy('seq').toArray()).map(({ act, dossierIds }) => [act, dossierIds])).toEqual([
    ['receive-dossier', [command.dossierId]], ['hand-over-filled-bag', [command.dossierId]],
  ]);
});

it('refused because a dossier was changed meanwhile, it is put right as the same bag: label, record, seal, numbers and time stay, and what was printed stands', async () => {
  const { counter, views } = await withWaiting(2);
  const [body, key] = [bodyOf(views), randomUUID()];
  const first = bagHandedOver.parse(saidOf(await handOver(counter, body, key)));
  const { db } = counter;
  await db.papers.toCollection().modify((row: { printCount: number }) => { row.printCount = 1; });
  const before = await lastCommand(counter);
  const [printed, label] = [await findPaper(storedOf(counter), body.handOverId), await findPaper(storedOf(counter), body.bagId)];
  await db.outbox.where('commandId').equals(key).modify((row: { state: string }) => { row.state = 'refused'; });
  const [one, two] = views as [DossierView, DossierView];
  const renamed = { ...one, revision: 7, parties: { ...one.parties, applicant: { ...one.parties.applicant, fullName: 'Nguyễn Văn Khác' } } };
  await putView(counter, renamed);
  await putView(counter, two);
  const again = bodyOf([renamed, two], { bagId: body.bagId, handOverId: body.handOverId });
  const others = [{ ...again, sealNumber: 'NP 9' }, { ...again, bagId: randomUUID() }, { ...again, dossiers: again.dossiers.slice(0, 1) }, { ...again, dossiers: again.dossiers.toReversed() }];
  for (const other of others) expect(saidOf(await handOver(counter, other, randomUUID(), key))).toBe('not-parked');
  expect(bagHandedOver.parse(saidOf(await handOver(counter, again, randomUUID(), key)))).toEqual(first);
  const command = await lastCommand(counter);
  expect(offlineCommand.parse(command)).toEqual(command);
  expect(command).toMatchObject({ body: again, madeAt: before.madeAt, leased: before.leased, printed: before.printed, corrects: { commandId: key } });
  expect([await findPaper(storedOf(counter), body.handOverId), await findPaper(storedOf(counter), body.bagId)]).toEqual([printed, label]);
  expect((await db.outbox.orderBy('seq').toArray()).map(({ state }) => state)).toEqual(['done', 'queued']);
  expect(await keptBy(counter)).toEqual([2, 2]);
  // twice in the outbox, it is one bag on the screen
  expect(bagsView.parse(await asked(counter, '/api/desk/bags'))).toMatchObject({ atCounter: { labelsLeft: 19 }, own: [{ label: first.label }] });
});

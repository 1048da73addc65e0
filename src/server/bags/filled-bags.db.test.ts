// A bag filled without a line, as the server meets it: taken as it was printed by the acts that stand, or refused whole.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatBagLabel } from '#core/numbering/bag-label.ts';
import { AGENCY, type BagWorld, CRIMINAL_RECORD, DESK, type Received, bagWorld, counted, post, refusalOf } from '#testing/bag-world.ts';
import { findUnexplained, happened } from '#testing/custody-ledger.ts';
import { receiveCommand } from '#testing/desk-commands.ts';
import { type Counter, offlineCounter } from '#testing/offline-counter.ts';
import type { Answer, Caller } from '#testing/served-world.ts';
import type { BagHandedOver, BagReceived } from '#wire/bags.wire.ts';
import { verifySeries } from '../books/verify-series.ts';

let bags: BagWorld;
let counter: Counter;
let second: Counter;
let admin: Caller;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
/** A machine holds a dozen labels. */
const freshMachines = async (): Promise<void> => {
  admin = await bags.world.signIn('quantri');
  counter = await offlineCounter(bags.world, bags.people.clerk, admin);
  second = await offlineCounter(bags.world, bags.people.clerk, admin);
};
afterAll(() => bags.world.close());
afterEach(async () => expect(await findUnexplained(bags.pool)).toEqual([]));

/** Of each dossier that is received here. */
const PIECES = 3;
const bodyOf = (dossiers: readonly Received[], more: object = {}) => ({
  bagId: randomUUID(), handOverId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY, sealNumber: 'NP 004512', openedAt: counter.now(),
  dossiers: dossiers.map(({ dossierId }) => ({ dossierId, revision: 1, paperCount: PIECES })), ...more,
});
const filledAt = (at: Counter, dossiers: readonly Received[], more: Record<string, unknown> = {}, body: object = {}) => {
  const said = bodyOf(dossiers, body);
  const leased = [at.take('paper:hand-over-record:xa-ky-bac', '2019'), at.take('bag-label', '')];
  return { said, label: formatBagLabel(leased[1]?.number ?? 0), envelope: at.envelope('hand-over-filled-bag', said, { leased, printed: { paperId: said.handOverId }, ...more }) };
};
const taken = (answer: Answer): { readonly answer: BagHandedOver; readonly replayed: boolean; readonly cases: readonly string[] } => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json();
};
const bagsWith = (bagId: string): Promise<number | undefined> => bags.one<number>('select count(*)::int as one from motcua.bag where bag_id = $1', bagId);
const openCases = async (commandId: string): Promise<readonly object[]> =>
  (await bags.pool.query<{ kind: string; reason: string }>('select kind, reason from motcua.offline_case where command_id = $1 and settled_at is null', [commandId])).rows;

describe('taken as it was printed', () => {
  beforeAll(freshMachines, 120_000);
  it('under its label and record, with all that lies in it, and the agency receives it by scanning', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const { said, label, envelope } = filledAt(counter, [two, one]);
    const { answer, cases } = taken(await counter.send(envelope));
    expect([answer, cases]).toEqual([expect.objectContaining({ bagId: said.bagId, label, handOverId: said.handOverId, paperId: said.handOverId, dossierCount: 2 }), []]);
    expect([await bags.stateOf(one.dossierId), await happened(bags.pool, one.dossierId)]).toEqual(['handed-over', ['papers: came packed sent']]);
    expect((await bags.bagsOf(bags.people.clerk, 'desk')).own.find(({ bagId }) => bagId === said.bagId)).toMatchObject({ label, stands: 'sent', sealNumber: 'NP 004512', openedAt: said.openedAt, dossierCount: 2 });
    expect((await bags.people.specialist.get(`/api/office/bags/by-label/${label}`)).status).toBe(200);
    const received = await post<BagReceived>(bags.people.specialist, `/api/office/bags/${said.bagId}/receive`, counted([one, two]));
    expect(received).toMatchObject({ received: 2, missing: 0, skipped: [] });
    expect(await happened(bags.pool, two.dossierId)).toEqual(['papers: came packed sent unpacked received']);
  });
  it('sent twice, and by its own route as well, it is one bag', async () => {
    const one = await bags.receive();
    const { said, envelope } = filledAt(counter, [one]);
    const first = taken(await counter.send(envelope));
    const again = taken(await counter.send(envelope));
    expect([again.replayed, again.answer]).toEqual([true, first.answer]);
    const online = await bags.people.clerk.send('POST', '/api/desk/bags/filled', said, { 'idempotency-key': envelope.commandId });
    expect([online.status, online.json()]).toEqual([201, first.answer]);
    expect([await bagsWith(said.bagId), await bags.revisionOf(one.dossierId)]).toEqual([1, 2]);
  });
  it('handed over just before the line broke, it stands with the label that the server gave, and the other is told', async () => {
    const one = await bags.receive();
    const { said, label, envelope } = filledAt(counter, [one], { afterUnsettled: true });
    const online = (await bags.people.clerk.send('POST', '/api/desk/bags/filled', said, { 'idempotency-key': envelope.commandId })).json<BagHandedOver>();
    expect(online.label).not.toBe(label);
    const { answer, cases } = taken(await counter.send(envelope));
    expect([answer.label, cases.length]).toEqual([online.label, 1]);
    const { rows } = await bags.pool.query('select reason, detail from motcua.offline_case where command_id = $1', [envelope.commandId]);
    expect(rows).toMatchObject([{ reason: 'performed-before', detail: expect.stringContaining('dãy bag-label') }]);
  });
  it('an envelope goes in as it is, unopened', async () => {
    const posted = await bags.receive({ channel: 'post', regime: 'public-post', posting: { itemNumber: 'RR473124829VN', postage: 20_000, sealNumber: 'NP 77' } });
    taken(await counter.send(filledAt(counter, [posted]).envelope));
    expect(await happened(bags.pool, posted.dossierId)).toEqual(['envelope: came sealed packed sent', 'papers: came packed sent']);
  });
});

describe('refused whole, kept with its reason and a way out', () => {
  beforeAll(freshMachines, 120_000);
  it('a dossier that a colleague packed meanwhile; taken out of her bag, the same envelope is taken', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const { said, label, envelope } = filledAt(counter, [one, two]);
    const hers = await bags.filled(two);
    const refused = await counter.send(envelope);
    expect([refused.status, refusalOf(refused)]).toEqual([409, 'packed-already']);
    expect(refused.json<{ detail: string }>().detail).toMatch(/Lấy ra khỏi túi đó trước\. Cả túi chưa được ghi nhận\. .*“Gửi lại”/);
    expect([await bagsWith(said.bagId), await bags.stateOf(one.dossierId), await happened(bags.pool, one.dossierId)]).toEqual([0, 'received', ['papers: came']]);
    await post(bags.people.clerk, `/api/desk/bags/${hers.bagId}/take-out`, { dossierId: two.dossierId });
    const { answer } = taken(await counter.send(envelope));
    expect([answer.label, await openCases(envelope.commandId), await bags.stateOf(two.dossierId)]).toEqual([label, [], 'handed-over']);
  });
  it('a dossier that was forwarded elsewhere meanwhile: nothing of the bag is done', async () => {
    const [one, gone] = [await bags.receive(), await bags.receive()];
    const { said, envelope } = filledAt(counter, [gone, one]);
    await bags.forwarded(gone.dossierId);
    expect(refusalOf(await counter.send(envelope))).toBe('not-to-go-out');
    expect(await openCases(envelope.commandId)).toEqual([{ kind: 'refused', reason: 'not-to-go-out' }]);
    expect([await bagsWith(said.bagId), await bags.stateOf(one.dossierId), await bags.one('select count(*)::int as one from motcua.hand_over where hand_over_id = $1', said.handOverId)]).toEqual([0, 'received', 0]);
  });
  it('of two machines that filled the same dossier, the one whose bag arrives first has it', async () => {
    const [both, hers] = [await bags.receive(), await bags.receive()];
    const first = filledAt(counter, [both]);
    const later = filledAt(second, [hers, both]);
    taken(await second.send(later.envelope));
    expect(refusalOf(await counter.send(first.envelope))).toBe('not-to-go-out');
    expect([await bagsWith(first.said.bagId), await bagsWith(later.said.bagId)]).toEqual([0, 1]);
  });
  it('changed meanwhile, it is put right as the same bag; with another seal in its place it is kept for an officer', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const now = [one, two].map(({ dossierId }) => ({ dossierId, revision: 1, paperCount: PIECES }));
    const { said, label, envelope } = filledAt(counter, [], {}, { dossiers: now.map((line) => ({ ...line, revision: 7 })) });
    expect([refusalOf(await counter.send(envelope)), await openCases(envelope.commandId)]).toEqual(['not-forwardable', [{ kind: 'refused', reason: 'not-forwardable' }]]);
    const { cases } = (await admin.get('/api/admin/offline-cases')).json<{ cases: readonly { commandId: string; bag?: object }[] }>();
    expect(cases.find(({ commandId }) => commandId === envelope.commandId)?.bag).toEqual({ label, sealNumber: said.sealNumber, codes: [one.code, two.code] });
    const again = (body: object) => counter.proven({ ...envelope, commandId: randomUUID(), body: { ...said, dossiers: now, ...body }, corrects: { commandId: envelope.commandId, at: counter.now() } });
    const others = [{ sealNumber: 'NP 9' }, { bagId: randomUUID() }, { dossiers: now.slice(0, 1) }, { dossiers: now.toReversed() }];
    for (const other of others) expect(refusalOf(await counter.send(again(other)))).toBe('corrects-unknown');
    const right = again({});
    expect(taken(await counter.send(right))).toMatchObject({ answer: { bagId: said.bagId, label, handOverId: said.handOverId, sentAt: envelope['madeAt'], dossierCount: 2 }, cases: [] });
    expect([await openCases(envelope.commandId), await bagsWith(said.bagId), await happened(bags.pool, two.dossierId)]).toEqual([[], 1, ['papers: came packed sent']]);
    expect(taken(await counter.send(right)).replayed).toBe(true);
  });
  it('of which a dossier has other pieces than were sealed in: the first time, and again on the revision that it has come to', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const lines = (revision: number, paperCount: number) => [{ dossierId: one.dossierId, revision: 1, paperCount: PIECES }, { dossierId: two.dossierId, revision, paperCount }];
    expect(refusalOf(await counter.send(filledAt(counter, [], {}, { dossiers: lines(1, PIECES + 1) }).envelope))).toBe('pieces-differ');
    const { parties, answers, papers } = receiveCommand(DESK, CRIMINAL_RECORD);
    const [first, ...others] = papers;
    const more = { deskId: DESK, revision: 1, reason: 'Thêm bản sao', procedureCode: CRIMINAL_RECORD.code, procedureVersion: CRIMINAL_RECORD.version, caseId: CRIMINAL_RECORD.cases[0]?.caseId, parties, answers, papers: [{ ...first, count: (first?.count ?? 0) + 1 }, ...others], fees: [] };
    await post(bags.people.officer, `/api/desk/dossiers/${two.dossierId}/supersede-receipt`, more);
    const { said, envelope } = filledAt(counter, [], {}, { dossiers: lines(1, PIECES) });
    expect(refusalOf(await counter.send(envelope))).toBe('not-forwardable');
    const again = counter.proven({ ...envelope, commandId: randomUUID(), body: { ...said, dossiers: lines(2, PIECES) }, corrects: { commandId: envelope.commandId, at: counter.now() } });
    const refused = await counter.send(again);
    expect([refused.status, refusalOf(refused), refused.json<{ detail: string }>().detail]).toEqual([409, 'pieces-differ', expect.stringMatching(/^Nay ghi 4 bản giấy, lúc đóng túi là 3 bản\. /u)]);
    expect(await openCases(again.commandId)).toEqual([{ kind: 'refused', reason: 'pieces-differ' }]);
    expect([await bagsWith(said.bagId), await bags.stateOf(two.dossierId), await happened(bags.pool, one.dossierId)]).toEqual([0, 'received', ['papers: came']]);
  });
  it('changed meanwhile, of another agency, another desk’s, twice, the same bag under another key', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const elsewhere = await post<Received>(bags.people.officer, '/api/desk/dossiers', bags.commandOf('2.000528'));
    const send = async (dossiers: readonly Received[], body: object = {}): Promise<string> => refusalOf(await counter.send(filledAt(counter, dossiers, {}, body).envelope));
    const known = filledAt(counter, [one]);
    taken(await counter.send(known.envelope));
    expect([
      await send([two], { dossiers: [{ dossierId: two.dossierId, revision: 7, paperCount: 1 }] }), await send([two, elsewhere]), await send([{ dossierId: randomUUID(), code: '' }]), await send([two, two]),
      await send([two], { bagId: known.said.bagId }),
    ]).toEqual(['not-forwardable', 'packed-for-another', 'not-found', 'not-found', 'already-recorded']);
    expect([await bags.stateOf(two.dossierId), await happened(bags.pool, two.dossierId)]).toEqual(['received', ['papers: came']]);
  });
});

it('said to be begun before the machine was one of the desk’s it is refused, by the counter’s way and by its own route', async () => {
  await freshMachines();
  const one = await bags.receive();
  const openedAt = '2019-11-01T08:00:00+07:00';
  const { said, envelope } = filledAt(counter, [one], {}, { openedAt });
  const refused = await counter.send(envelope);
  expect([refusalOf(refused), refused.json<{ detail: string }>().detail]).toEqual(['begun-before-machine', expect.stringContaining('Chỉnh lại giờ của máy')]);
  expect(refusalOf(await bags.people.clerk.send('POST', '/api/desk/bags/filled', said))).toBe('begun-before-machine');
  expect([await bagsWith(said.bagId), await bags.stateOf(one.dossierId)]).toEqual([0, 'received']);
  taken(await counter.send(filledAt(counter, [one]).envelope));
}, 120_000);

describe('not believed, and kept for an officer', () => {
  beforeAll(freshMachines, 120_000);
  it('contents exchanged under the proof, a label of another machine, a label used before, another desk, a body with something more', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const { envelope, said } = filledAt(counter, [one]);
    const used = filledAt(counter, [two]);
    taken(await counter.send(used.envelope));
    const again = counter.proven({ ...envelope, commandId: randomUUID(), leased: used.envelope.leased });
    const borrowed = counter.envelope('hand-over-filled-bag', said, { leased: [second.take('bag-label', '')] });
    expect([
      refusalOf(await counter.send({ ...envelope, body: bodyOf([two]) })), refusalOf(await counter.send(borrowed)), refusalOf(await counter.send(again)),
      refusalOf(await counter.send(filledAt(counter, [one], {}, { deskId: 'ky-phong' }).envelope)), refusalOf(await counter.send(filledAt(counter, [one], {}, { signedBy: 'x' }).envelope)),
    ]).toEqual(['proof-wrong', 'number-not-leased', 'number-used', 'desk-differs', 'body-unreadable']);
    expect([await bags.stateOf(one.dossierId), await happened(bags.pool, one.dossierId)]).toEqual(['received', ['papers: came']]);
  });
});

it('a bag of outcomes is announced with its label and seal, and what a counter counted of it by that is the desk’s', async () => {
  await freshMachines();
  const [one, two] = [await bags.issued(), await bags.issued()];
  const { records, clerk } = bags.people;
  const bag = await bags.started(records, 'office');
  for (const { code } of [one, two]) await post(records, `/api/office/bags/${bag.bagId}/pack`, { scanned: code });
  await post(records, `/api/office/bags/${bag.bagId}/close`, { sealNumber: 'STP 17' });
  const { handOverId } = await post<BagHandedOver>(records, `/api/office/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
  const { handOvers } = (await clerk.get(`/api/dossiers/${one.dossierId}`)).json<{ handOvers: readonly object[] }>();
  expect(handOvers.at(-1)).toMatchObject({ handOverId, direction: 'to-desk', bagId: bag.bagId, bagLabel: bag.label, sealNumber: 'STP 17' });
  expect(handOvers[0]).not.toHaveProperty('bagLabel');
  const body = { deskId: DESK, received: [one.dossierId], rejected: [{ dossierId: two.dossierId, note: 'Không có trong túi' }] };
  taken(await counter.send(counter.envelope('accept-outcome', body, { handOverId })));
  expect([await bags.stateOf(one.dossierId), await bags.stateOf(two.dossierId)]).toEqual(['ready-to-return', 'outcome-recorded']);
  expect([await bags.where(one.dossierId), await bags.where(two.dossierId)]).toEqual([
    expect.arrayContaining([`outcome 1 desk ${DESK}`]), expect.arrayContaining(['outcome 1 unaccounted']),
  ]);
}, 120_000);

it('labels that come back unused are recorded gaps, none is given again, and every label that was given stands once', async () => {
  await freshMachines();
  const held = counter.leases().find(({ series }) => series === 'bag-label');
  taken(await counter.send(filledAt(counter, [await bags.receive()]).envelope));
  const next = (held?.from ?? 0) + 1;
  const answer = await bags.people.clerk.send('POST', '/api/desk/offline/leases/return', { leases: [{ leaseId: held?.leaseId, next }] }, counter.header);
  expect(answer.json()).toMatchObject({ returned: 1, unused: (held?.to ?? 0) - next + 1 });
  const { rows } = await bags.pool.query(`select from_number as "from", to_number as "to" from motcua.number_gap where series = 'bag-label' and reason = 'lease-returned'`);
  expect(rows).toEqual([{ from: next, to: held?.to }]);
  expect((await bags.started()).label > formatBagLabel(held?.to ?? 0)).toBe(true);
  expect((await verifySeries(bags.pool, 42)).findings.filter(({ series }) => series === 'bag-label')).toEqual([]);
}, 120_000);

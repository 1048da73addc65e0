// Bags in the hands of whoever should not have them: another desk, another agency, the same person on both sides, two at
// once, bodies that were altered on their way. Each is refused by a sentence that says what to do, and nothing moves.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AGENCY, DESK, type Received, counted, post, refusalOf } from '#testing/bag-world.ts';
import { custodyActs } from '#testing/custody-acts.ts';
import { happened } from '#testing/custody-ledger.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { inTransaction } from '../acts/perform.ts';
import type { Answer, Caller } from '#testing/served-world.ts';
import type { BagStarted } from '#wire/bags.wire.ts';

const acts = custodyActs();
const { people, world, receive, stateOf, rows } = acts;
const bagAct = (who: Caller, side: 'desk' | 'office', bagId: string, act: string, body: object) => acts.bags().bagAct(who, side, bagId, act, body);
const bagsOf = (who: Caller, side: 'desk' | 'office') => acts.bags().bagsOf(who, side);
const started = (who?: Caller, side?: 'desk' | 'office', agencyUnitId?: string) => acts.bags().started(who, side, agencyUnitId);
const [filled, sealed, sent] = [
  (...dossiers: readonly Received[]) => acts.bags().filled(...dossiers), (...dossiers: readonly Received[]) => acts.bags().sealed(...dossiers), (...dossiers: readonly Received[]) => acts.bags().sent(...dossiers),
];

const told = (answer: Answer): string => answer.json<{ detail: string }>().detail;
const pack = (bagId: string, scanned: string, who = people.clerk): Promise<Answer> => bagAct(who, 'desk', bagId, 'pack', { scanned });
const accept = (who: Caller, dossierIds: readonly string[]): Promise<Answer> => who.send('POST', '/api/office/hand-overs/accept', { dossierIds });

describe('one person does not sign for both sides', () => {
  /** The commune's own officer receives at the desk and works on it in the office. */
  const COMMUNE = 'xa-ky-bac';
  const birth = procedureIn('kybac-2019', '1.001193');
  const ownBag = async (): Promise<{ readonly bag: BagStarted; readonly dossierId: string }> => {
    const { dossierId, code } = await post<{ dossierId: string; code: string }>(people.officer, '/api/desk/dossiers', receiveCommand(DESK, birth));
    const bag = await started(people.officer, 'desk', COMMUNE);
    await post(people.officer, `/api/desk/bags/${bag.bagId}/pack`, { scanned: code });
    await post(people.officer, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 7' });
    await post(people.officer, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    return { bag, dossierId };
  };
  it('of a bag: neither of the bag, nor of its dossiers one by one', async () => {
    const { bag, dossierId } = await ownBag();
    const whole = await bagAct(people.officer, 'office', bag.bagId, 'receive', counted([{ dossierId, code: '' }]));
    expect([refusalOf(whole), told(whole)]).toEqual(['both-sides', expect.stringContaining('Đề nghị người khác')]);
    const single = await accept(people.officer, [dossierId]);
    expect([refusalOf(single), told(single)]).toEqual(['signed-as-giver', expect.stringContaining('Đề nghị người khác')]);
    const back = await people.officer.send('POST', '/api/office/hand-overs/accept', { dossierIds: [], rejected: [{ dossierId, reason: 'x' }] });
    expect([refusalOf(back), await stateOf(dossierId)]).toEqual(['signed-as-giver', 'handed-over']);
    const colleague = await world().signIn('vanhoa.kybac');
    await post(colleague, `/api/office/bags/${bag.bagId}/receive`, counted([{ dossierId, code: '' }]));
    expect(await stateOf(dossierId)).toBe('in-process');
  });
  it('of outcomes in a bag: not counted at the desk by whoever gave them at the agency', async () => {
    const dossier = await acts.issued();
    const bag = await started(people.records, 'office');
    await post(people.records, `/api/office/bags/${bag.bagId}/pack`, { scanned: dossier.code });
    await post(people.records, `/api/office/bags/${bag.bagId}/close`, { sealNumber: 'STP 3' });
    const { handOverId } = await post<{ handOverId: string }>(people.records, `/api/office/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    await world().database.migratorPool.query("update motcua.hand_over set sent_by = (select account_id from motcua.account where login = 'tuphap.kybac') where hand_over_id = $1", [handOverId]);
    const count = { deskId: DESK, received: [dossier.dossierId] };
    expect(refusalOf(await people.officer.send('POST', `/api/desk/incoming/${handOverId}/accept`, count))).toBe('signed-as-giver');
    await post(people.clerk, `/api/desk/bags/${bag.bagId}/receive`, counted([dossier]));
    expect(await stateOf(dossier.dossierId)).toBe('ready-to-return');
  });
});

describe('what is not theirs is not there', () => {
  it('of a bag of another desk or agency: neither it, nor its label, nor any act on it', async () => {
    const one = await receive();
    const bag = await filled(one);
    const of = async (who: Caller, side: 'desk' | 'office'): Promise<readonly number[]> => [
      await who.get(`/api/${side}/bags/${bag.bagId}`), await who.get(`/api/${side}/bags/${bag.bagId}/label.pdf`),
      await bagAct(who, side, bag.bagId, 'pack', { scanned: one.code }), await bagAct(who, side, bag.bagId, 'take-out', { dossierId: one.dossierId }),
      await bagAct(who, side, bag.bagId, 'close', { sealNumber: 'X' }), await bagAct(who, side, bag.bagId, 'reopen', { reason: 'x' }),
      await bagAct(who, side, bag.bagId, 'hand-over', { handOverId: randomUUID() }), await bagAct(who, side, bag.bagId, 'receive', counted([one])),
    ].map(({ status }) => status);
    for (const [who, side] of [[people.neighbour, 'desk'], [people.builder, 'office'], [people.elsewhere, 'office']] as const) {
      expect([side, await of(who, side)]).toEqual([side, [404, 404, 404, 404, 404, 404, 404, 404]]);
    }
    expect(refusalOf(await people.neighbour.get(`/api/desk/bags/by-label/${bag.label}`))).toBe('bag-unknown');
    expect((await bagsOf(people.neighbour, 'desk')).own.some(({ bagId }) => bagId === bag.bagId)).toBe(false);
  });
  it('the receiver fills no bag, and the giver receives none', async () => {
    const one = await receive();
    const bag = await sent(one);
    expect((await bagAct(people.specialist, 'office', bag.bagId, 'pack', { scanned: one.code })).status).toBe(404);
    expect((await bagAct(people.clerk, 'desk', bag.bagId, 'receive', counted([one]))).status).toBe(404);
  });
  it('no bag is begun between places that are not one’s own', async () => {
    const begin = (who: Caller, side: string, deskId: string, agencyUnitId: string) => who.send('POST', `/api/${side}/bags`, { bagId: randomUUID(), deskId, agencyUnitId });
    expect([
      await begin(people.clerk, 'desk', 'ky-phong', AGENCY), await begin(people.clerk, 'desk', DESK, 'khong-co'), await begin(people.specialist, 'office', DESK, 'so-xay-dung'),
    ].map(({ status }) => status)).toEqual([404, 404, 404]);
  });
  it('a dossier of another desk is packed by nobody here, and taken out of no bag', async () => {
    const { code } = await post<{ code: string }>(people.neighbour, '/api/desk/dossiers', receiveCommand('ky-phong', procedureIn('kybac-2019', '2.000488')));
    const one = await receive();
    const [bag, other] = [await filled(one), await started()];
    const strange = await pack(bag.bagId, code);
    expect([refusalOf(strange), told(strange)]).toEqual(['scanned-unknown', expect.stringContaining('so từng chữ số')]);
    expect(refusalOf(await bagAct(people.clerk, 'desk', other.bagId, 'take-out', { dossierId: one.dossierId }))).toBe('not-in-bag');
  });
});

describe('two at once', () => {
  it('fill two bags with one dossier: it lies in one of them, and the other is told in which', async () => {
    const one = await receive();
    const bags = [await started(), await started()];
    // both have read their bag and wait for the dossier
    const answers = await inTransaction(world().database.pool, async (db) => {
      await db.query('select from motcua.dossier where dossier_id = $1 for update', [one.dossierId]);
      const asked = bags.map(({ bagId }) => pack(bagId, one.code));
      await expect.poll(async () => (await rows<{ n: number }>("select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))[0]?.n, { timeout: 60_000 }).toBe(2);
      return { commit: true, value: asked };
    });
    const done = await Promise.all(answers);
    expect(done.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = done.find(({ status }) => status === 409);
    expect(late && [refusalOf(late), told(late)]).toEqual(['packed-already', expect.stringContaining('Lấy ra khỏi túi đó trước')]);
    expect(await happened(world().database.pool, one.dossierId)).toEqual(['papers: came packed']);
  });
  it('hand over one bag, and receive one bag: once each', async () => {
    const one = await receive();
    const bag = await sealed(one);
    const given = await Promise.all([people.clerk, people.officer].map((who) => bagAct(who, 'desk', bag.bagId, 'hand-over', { handOverId: randomUUID() })));
    expect(given.map(refusalOf).toSorted()).toEqual(['200', 'bag-stands']);
    const taken = await Promise.all([people.specialist, people.records].map((who) => bagAct(who, 'office', bag.bagId, 'receive', counted([one]))));
    expect(taken.map(refusalOf).toSorted()).toEqual(['200', 'received-already']);
    expect(await happened(world().database.pool, one.dossierId)).toEqual(['papers: came packed sent unpacked received']);
  });
});

describe('altered on the way', () => {
  it('the same key with another body, or from another person, is refused', async () => {
    const [one, two] = [await receive(), await receive()];
    const bag = await started();
    const key = { 'idempotency-key': randomUUID() };
    const ask = (who: Caller, scanned: string) => who.send('POST', `/api/desk/bags/${bag.bagId}/pack`, { scanned }, key);
    expect([await ask(people.clerk, one.code), await ask(people.clerk, one.code), await ask(people.clerk, two.code), await ask(people.officer, one.code)].map(({ status }) => status)).toEqual([200, 200, 422, 422]);
    expect((await bagsOf(people.clerk, 'desk')).own.find(({ bagId }) => bagId === bag.bagId)?.dossierCount).toBe(1);
  });
  it('a bag that bears the identity of something else is not begun, and the other thing stays what it is', async () => {
    const one = await receive();
    const [thing] = await rows<{ id: string }>('select thing_id as id from motcua.custody_thing where dossier_id = $1', one.dossierId);
    expect(refusalOf(await people.clerk.send('POST', '/api/desk/bags', { bagId: thing?.id, deskId: DESK, agencyUnitId: AGENCY }))).toBe('already-recorded');
    expect(await acts.where(one.dossierId)).toEqual([`papers ${await acts.total(one.dossierId)} desk ${DESK}`]);
  });
  it('counts that name what is not in the bag, or twice, or more than was sent, are refused as a whole', async () => {
    const [one, other] = [await receive(), await receive()];
    const bag = await sent(one);
    await sent(other);
    const [line] = await acts.kept(one.dossierId);
    const receiving = async (body: object): Promise<string> => refusalOf(await bagAct(people.specialist, 'office', bag.bagId, 'receive', body));
    const less = (more: object) => counted([one], { differences: [{ dossierId: one.dossierId, lineNo: line?.lineNo, result: 'short', arrived: 0, note: 'x', ...more }] });
    expect([
      await receiving(counted([one, other])), await receiving(counted([one, one])), await receiving(counted([one], { missing: [{ dossierId: one.dossierId, note: 'x' }] })),
      await receiving(less({ lineNo: 999 })), await receiving(less({ dossierId: other.dossierId })), await receiving(less({ arrived: 900 })),
    ]).toEqual(['counted-not-in-bag', 'counted-not-in-bag', 'counted-not-in-bag', 'counted-not-in-bag', 'counted-not-in-bag', 'count-not-less']);
    expect(await stateOf(one.dossierId)).toBe('handed-over');
  });
  it('what is too long, is no identity, says too much, or says a broken seal without its reason is turned away before it is read', async () => {
    const bag = await started();
    const many = Array.from({ length: 301 }, () => randomUUID());
    const status = async (who: Caller, side: 'desk' | 'office', act: string, body: object) => (await bagAct(who, side, bag.bagId, act, body)).status;
    expect([
      await status(people.clerk, 'desk', 'pack', { scanned: 'x'.repeat(5_000) }), await status(people.clerk, 'desk', 'pack', { scanned: '' }),
      await status(people.clerk, 'desk', 'close', { sealNumber: 'NP\u0000' }), await status(people.clerk, 'desk', 'close', { sealNumber: 'NP 1', label: 'TUI' }),
      await status(people.specialist, 'office', 'receive', { ...counted([]), received: many }), await status(people.specialist, 'office', 'receive', counted([], { sealBroken: true })),
      (await people.clerk.get("/api/desk/bags/1'or'1'='1")).status, (await people.clerk.get(`/api/desk/bags/by-label/${'9'.repeat(200)}`)).status,
    ]).toEqual([400, 400, 400, 400, 400, 400, 404, 404]);
    expect((await bagsOf(people.clerk, 'desk')).own.find(({ bagId }) => bagId === bag.bagId)).toMatchObject({ stands: 'open', dossierCount: 0 });
  });
  it('signs of other languages in what was scanned are looked up, found to be nobody’s, and come back as text', async () => {
    const bag = await started();
    for (const scanned of ["x'; drop table motcua.bag; --", '<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', '{"code":"1"}']) {
      const answer = await pack(bag.bagId, scanned);
      expect([refusalOf(answer), answer.headers['content-type']]).toEqual(['scanned-unknown', expect.stringContaining('application/problem+json')]);
    }
  });
});

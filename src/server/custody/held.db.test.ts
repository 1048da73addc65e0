// What a desk and an agency are told of what they hold, where a dossier's papers are, and of what both sides counted
// differently: each what is theirs, and nobody else.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AGENCY, post } from '#testing/bag-world.ts';
import { custodyActs } from '#testing/custody-acts.ts';
import { farmer } from '#testing/desk-commands.ts';
import type { Caller } from '#testing/served-world.ts';
import type { CustodyCase } from '#wire/custody-cases.wire.ts';
import type { CustodyView } from '#wire/custody.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';

const acts = custodyActs();
const { people, world, forward, sendOutcome, where, total } = acts;
const receive = async (): Promise<string> => (await acts.receive()).dossierId;
const accepted = async (): Promise<string> => (await acts.accepted()).dossierId;
const issued = async (): Promise<string> => (await acts.issued()).dossierId;

/** All pages of one list, of this dossier. */
const listed = async (who: Caller, side: 'desk' | 'office', list: string, dossierId: string): Promise<CustodyView['rows']> => {
  const rows: CustodyView['rows'][number][] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: CustodyView = (await who.get(`/api/${side}/custody?list=${list}${after && `&after=${encodeURIComponent(after)}`}`)).json<CustodyView>();
    rows.push(...page.rows);
    after = page.next;
  }
  return rows.filter((row) => row.dossierId === dossierId);
};

describe('what one holds', () => {
  it('stands in the list of whoever holds it, and of both sides while it is between them', async () => {
    const dossierId = await receive();
    const all = await total(dossierId);
    expect(await listed(people.officer, 'desk', 'held', dossierId)).toMatchObject([{ kind: 'papers', count: all, ownerName: farmer.fullName, state: 'received', hasCase: false }]);
    expect(await listed(people.specialist, 'office', 'held', dossierId)).toEqual([]);
    await forward(dossierId);
    expect(await listed(people.officer, 'desk', 'held', dossierId)).toEqual([]);
    expect(await listed(people.officer, 'desk', 'sent', dossierId)).toMatchObject([{ otherName: 'Sở Tư pháp', recordNumber: expect.stringMatching(/BBGN$/) }]);
    expect(await listed(people.specialist, 'office', 'coming', dossierId)).toMatchObject([{ count: all, recordNumber: expect.stringMatching(/BBGN$/) }]);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
    expect(await listed(people.specialist, 'office', 'held', dossierId)).toMatchObject([{ kind: 'papers', count: all, state: 'in-process' }]);
  });
  it('is seen by nobody of another desk or agency', async () => {
    const dossierId = await receive();
    expect(await listed(people.neighbour, 'desk', 'held', dossierId)).toEqual([]);
    expect((await people.neighbour.get('/api/desk/custody?deskId=ky-bac')).status).toBe(404);
    await forward(dossierId);
    expect(await listed(people.builder, 'office', 'coming', dossierId)).toEqual([]);
  });
  it('inside an agency is seen as its inbox is: by whoever sits for all of it, and not by another section', async () => {
    const { dossierId } = await acts.accepted();
    const { rows: [section] } = await world().database.migratorPool.query<{ id: string }>(
      `insert into motcua.unit select (jsonb_populate_record(u, jsonb_build_object('unit_id', 'phong-khac-stp', 'kind', 'section', 'parent_unit_id', 'so-tu-phap', 'name', 'Phòng khác', 'short_name', 'Phòng khác'))).* from motcua.unit u where unit_id = 'so-tu-phap' returning unit_id as id`);
    await world().database.migratorPool.query('update motcua.dossier set section_unit_id = $2, assignee_id = null where dossier_id = $1', [dossierId, section?.id]);
    await world().database.migratorPool.query('delete from motcua.dossier_step where dossier_id = $1', [dossierId]);
    const heldBy = async (who: Caller): Promise<number> => (await who.get('/api/office/custody')).json<CustodyView>().counts.held;
    expect([await listed(people.records, 'office', 'held', dossierId), await listed(people.specialist, 'office', 'held', dossierId)]).toMatchObject([[{ dossierId }], []]);
    expect(await heldBy(people.records)).toBeGreaterThan(await heldBy(people.specialist));
  });
  it('is counted, comes page by page, the longest held first, and a cursor nobody made begins anew', async () => {
    await Promise.all(Array.from({ length: 3 }, receive));
    const first = (await people.officer.get('/api/desk/custody')).json<CustodyView>();
    expect(first.counts.held).toBeGreaterThanOrEqual(first.rows.length);
    expect(first.rows.map(({ since }) => since)).toEqual(first.rows.map(({ since }) => since).toSorted());
    const odd = (await people.officer.get('/api/desk/custody?after=hôm-qua')).json<CustodyView>();
    expect(odd.rows.map(({ thingId }) => thingId)).toEqual(first.rows.map(({ thingId }) => thingId));
  });
  it('goes on where the page ended', async () => {
    for (let made = 0; made < 55; made += 1) await receive();
    const first = (await people.officer.get('/api/desk/custody')).json<CustodyView>();
    expect(first.rows).toHaveLength(50);
    const second = (await people.officer.get(`/api/desk/custody?after=${encodeURIComponent(first.next ?? '')}`)).json<CustodyView>();
    const seen = new Set(first.rows.map(({ thingId }) => thingId));
    expect(second.rows.length).toBeGreaterThan(0);
    expect(second.rows.some(({ thingId }) => seen.has(thingId))).toBe(false);
  });
});

describe('where it is', () => {
  it('stands on the dossier as a way from hand to hand, with the record of each', async () => {
    const dossierId = await accepted();
    const { custody } = (await people.officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
    expect(custody).toMatchObject([{
      kind: 'papers', count: await total(dossierId),
      stops: [{ kind: 'desk', name: 'Một cửa Kỳ Bắc', onTheWay: false, byName: 'Trần Văn Trúc' }, { kind: 'agency', name: 'Sở Tư pháp', onTheWay: false, how: 'received', recordNumber: expect.stringMatching(/BBGN$/) }],
    }]);
  });
  it('is said to the citizen in plain words, without a person’s name', async () => {
    const dossierId = await receive();
    await forward(dossierId);
    const { code } = (await people.officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
    const page = await world().anybody.send('POST', '/tra-cuu', new URLSearchParams({ ma: code, so: '0001' }).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
    expect(page.text).toContain('Giấy tờ đang ở đâu');
    expect(page.text).toContain('Đang trên đường đến Sở Tư pháp');
    expect(page.text).not.toContain('Trần Văn Trúc');
  });
});

describe('a difference between both sides', () => {
  const openCases = async (who: Caller, side: 'desk' | 'office', dossierId: string): Promise<readonly CustodyCase[]> =>
    (await who.get(`/api/${side}/custody-cases`)).json<{ cases: CustodyCase[] }>().cases.filter((one) => one.dossier?.dossierId === dossierId);
  const missing = async (): Promise<{ readonly dossierId: string; readonly caseId: string }> => {
    const dossierId = await issued();
    await post(people.officer, `/api/desk/incoming/${await sendOutcome(dossierId)}/accept`, { deskId: 'ky-bac', received: [], rejected: [{ dossierId, note: 'Không có trong túi' }] });
    return { dossierId, caseId: (await openCases(people.officer, 'desk', dossierId))[0]?.caseId ?? '' };
  };
  const settle = (who: Caller, side: 'desk' | 'office', caseId: string, body: object) => who.send('POST', `/api/${side}/custody-cases/${caseId}/settle`, { note: 'đã xem', ...body });

  it('is shown to both of them, with what is missing, and to nobody else', async () => {
    const { dossierId } = await missing();
    for (const [who, side] of [[people.officer, 'desk'], [people.records, 'office']] as const) {
      expect(await openCases(who, side, dossierId)).toMatchObject([{ kind: 'short', holderKind: 'unaccounted', settleBy: '2019-11-25', thing: { kind: 'outcome', count: 1 }, agencyName: 'Sở Tư pháp', deskName: 'Một cửa Kỳ Bắc' }]);
    }
    expect(await openCases(people.neighbour, 'desk', dossierId)).toEqual([]);
    expect(await openCases(people.builder, 'office', dossierId)).toEqual([]);
  });
  it('ends once it is found, by a counter-entry, and is not settled twice', async () => {
    const { dossierId, caseId } = await missing();
    expect((await settle(people.neighbour, 'desk', caseId, { how: 'found' })).status).toBe(404);
    expect((await settle(people.records, 'office', caseId, { how: 'found' })).json()).toMatchObject({ how: 'found' });
    expect(await where(dossierId)).toContain(`outcome 1 agency ${AGENCY}`);
    const again = await settle(people.officer, 'desk', caseId, { how: 'found' });
    expect([again.status, again.json()]).toMatchObject([409, { code: 'custody-case-settled' }]);
    expect(await openCases(people.officer, 'desk', dossierId)).toEqual([]);
    const { journal } = (await people.officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
    expect(journal.at(-1)).toMatchObject({ what: 'Xử lý việc chênh lệch giao nhận', note: 'Đã tìm thấy: đã xem' });
  });
  it('is settled by one of two who settle it at once, each at their side; the other is told by whom', async () => {
    const { dossierId, caseId } = await missing();
    const answers = await Promise.all([settle(people.officer, 'desk', caseId, { how: 'found' }), settle(people.records, 'office', caseId, { how: 'found' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json()).toMatchObject({ code: 'custody-case-settled', detail: expect.stringMatching(/đã xử lý .*Tải lại để xem kết quả/) });
    expect((await where(dossierId)).filter((line) => line.startsWith('outcome'))).toEqual([answers[0]?.status === 200 ? 'outcome 1 desk ky-bac' : `outcome 1 agency ${AGENCY}`]);
  });
  it('is not settled by an altered body, an identity that is none, or a way that does not exist', async () => {
    const { dossierId, caseId } = await missing();
    const key = { 'idempotency-key': randomUUID() };
    const url = `/api/office/custody-cases/${caseId}/settle`;
    expect((await people.records.send('POST', url, { how: 'agreed', note: 'x' }, key)).json()).toMatchObject({ code: 'still-missing-thing' });
    expect((await people.records.send('POST', url, { how: 'borne', costBearer: 'post', note: 'x' }, key)).status).toBe(200);
    expect((await people.records.send('POST', url, { how: 'borne', costBearer: 'agency', note: 'x' }, key)).status).toBe(422);
    expect([
      (await settle(people.records, 'office', "1' or '1'='1", { how: 'found' })).status, (await settle(people.records, 'office', caseId, { how: 'forgotten' })).status,
      (await settle(people.records, 'office', caseId, { how: 'found', note: 'x'.repeat(501) })).status, (await settle(people.records, 'office', caseId, { how: 'found', note: '' })).status,
      (await people.officer.get('/api/desk/custody?list=everything')).status,
    ]).toEqual([404, 400, 400, 400, 400]);
    expect(await where(dossierId)).toContain('outcome 1 destroyed');
  });
  it('of an outcome that is lost for good ends with who pays; it is issued anew and sent again', async () => {
    const { dossierId, caseId } = await missing();
    expect((await settle(people.records, 'office', caseId, { how: 'agreed' })).json()).toMatchObject({ code: 'still-missing-thing' });
    expect((await settle(people.records, 'office', caseId, { how: 'reissued' })).json()).toMatchObject({ code: 'cost-bearer-missing', fieldErrors: [{ path: 'costBearer' }] });
    expect((await settle(people.records, 'office', caseId, { how: 'reissued', costBearer: 'post' })).status).toBe(200);
    expect(await where(dossierId)).toContain('outcome 1 destroyed');
    const handOverId = await sendOutcome(dossierId);
    await post(people.officer, `/api/desk/incoming/${handOverId}/accept`, { deskId: 'ky-bac', received: [dossierId] });
    expect(await where(dossierId)).toContain('outcome 1 desk ky-bac');
  });
  it('of a hand-over that was not taken ends by agreement', async () => {
    const dossierId = await receive();
    await forward(dossierId);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [], rejected: [{ dossierId, reason: 'Không thuộc thẩm quyền' }] });
    const [one] = await openCases(people.officer, 'desk', dossierId);
    expect(one).toMatchObject({ kind: 'not-taken', holderKind: 'desk' });
    expect((await settle(people.officer, 'desk', one?.caseId ?? '', { how: 'found' })).json()).toMatchObject({ code: 'nothing-missing' });
    expect((await settle(people.officer, 'desk', one?.caseId ?? '', { how: 'agreed' })).status).toBe(200);
  });
});

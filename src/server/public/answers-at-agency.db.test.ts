// Papers sent online, as the agency finds, accepts and turns them back.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPdf, aPhoto } from '#testing/answer-form.ts';
import { BIRTH, NATIONALITY, onlineAnswers } from '#testing/online-answers.ts';
import type { Answer, Caller } from '#testing/served-world.ts';

const { world, sql, asked, plain, both, send, answersOf, rowOf, actsOf, noticesOf } = onlineAnswers();
let specialist: Caller;
let head: Caller;
let stranger: Caller;
const signIn = async (): Promise<void> => {
  [specialist, head, stranger] = await Promise.all(['tuphap.kyanh', 'truongphong.kyanh', 'chuyenvien.stp'].map((login) => world().signIn(login))) as [Caller, Caller, Caller];
};
beforeAll(signIn, 120_000);

const office = (who: Caller, id: string, path: string, body: object): Promise<Answer> => who.send('POST', `/api/office/dossiers/${id}/${path}`, body);
const accept = (who: Caller, id: string, revision: number, names: readonly string[] = [BIRTH, NATIONALITY], more: object = {}) => office(who, id, 'record-supplement', {
  expectedRevision: revision, via: 'online', answerNo: 1, complete: true, papers: names.map((name) => ({ name, form: 'e-copy', count: 1 })), ...more,
});
const TURN_BACK = { answerNo: 1, reason: 'Ảnh mờ, không đọc được.', missing: [BIRTH] };

describe('the agency', () => {
  it('finds it in its list with a mark, reads files, factor and moment, and accepts: time counts from when it was sent', async () => {
    const { code, id } = await asked();
    await send(code);
    world().wait(2 * 86_400);
    await signIn();
    type Inbox = { rows: { dossierId: string; answerSentAt?: string }[]; counts: Record<string, number> };
    for (const tab of ['answered', 'waiting']) {
      const { rows, counts } = (await specialist.get(`/api/office/inbox?tab=${tab}`)).json<Inbox>();
      expect(rows.find((row) => row.dossierId === id)).toMatchObject({ answerSentAt: expect.stringContaining('2019-11-18T') });
      expect(counts['answered']).toBeGreaterThan(0);
    }
    type View = { supplementRequests: { answers: { factor: string; sentAt: string; papers: { name: string; files: string[] }[] }[] }[]; revision: number; papers: { name: string; form: string; scans: string[]; roundNo: number }[] };
    const view = (await specialist.get(`/api/dossiers/${id}`)).json<View>();
    const [sent] = view.supplementRequests[0]?.answers ?? [];
    expect(sent).toMatchObject({ factor: 'applicant-identity', papers: [{ name: BIRTH }, { name: NATIONALITY }] });
    const sha = sent?.papers[0]?.files[0] ?? '';
    const file = await specialist.get(`/api/files/${sha}`);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'image/jpeg']);

    const done = await accept(specialist, id, view.revision);
    expect(done.json()).toMatchObject({ state: 'in-process', complete: true, dueAt: '2019-12-02T17:30:00+07:00' });
    expect(await answersOf(id)).toMatchObject([{ decision: 'accepted' }]);
    expect(await rowOf(id)).toMatchObject({ waits: false, due: '2019-12-02T17:30:00+07:00' });
    expect([await actsOf(id), await noticesOf(id)]).toEqual([['answer-supplement', 'record-supplement'], ['supplement-sent', 'supplement-received']]);
    const after = (await specialist.get(`/api/dossiers/${id}`)).json<View>();
    expect(after.papers.filter((paper) => paper.roundNo === 1)).toMatchObject([{ name: BIRTH, form: 'e-copy', scans: [sha, expect.any(String)] }, { name: NATIONALITY, scans: [expect.any(String)] }]);
    const tracked = await plain('/tra-cuu', code);
    expect(tracked.text).toContain('02/12/2019');
    // whoever reloads the page of then reads where it stands, not that something went wrong
    expect((await accept(specialist, id, view.revision)).status).toBe(409);
  });

  it('accepts a part: the clock waits on, and the rest may be sent again', async () => {
    const { code, id } = await asked();
    await send(code, [{ field: 'giay-1', content: aPhoto() }]);
    expect((await accept(specialist, id, 2)).json()).toMatchObject({ code: 'not-sent' });
    expect((await accept(specialist, id, 2, [BIRTH])).json()).toMatchObject({ code: 'still-missing' });
    expect((await accept(specialist, id, 2, [BIRTH], { complete: false })).json()).toMatchObject({ state: 'supplement-asked', complete: false });
    expect(await rowOf(id)).toMatchObject({ waits: false });
    expect((await send(code, [{ field: 'giay-2', content: aPdf() }])).status).toBe(200);
    expect((await accept(specialist, id, 4, [NATIONALITY], { answerNo: 2 })).json()).toMatchObject({ complete: true });
  });

  it('turns it back with the reason; the citizen reads it and sends again; a second time only who leads', async () => {
    const { code, id } = await asked();
    await send(code);
    const back = await office(specialist, id, 'turn-back-supplement', { expectedRevision: 2, ...TURN_BACK });
    expect(back.json()).toMatchObject({ state: 'supplement-asked', repeated: false, revision: 3 });
    expect([await answersOf(id), await rowOf(id)]).toMatchObject([[{ decision: 'turned-back' }], { waits: false, state: 'supplement-asked' }]);
    expect(await noticesOf(id)).toEqual(['supplement-sent', 'supplement-turned-back']);
    for (const page of [await plain('/tra-cuu', code), await plain('/bo-sung', code)]) {
      expect(page.text).toContain('Ảnh mờ, không đọc được.');
      expect(page.text).toContain(`Còn thiếu: ${BIRTH}`);
      expect(page.text).toMatch(/Hạn bổ sung không đổi khi giấy tờ bị trả lại\. Bổ sung trước <b>.*14\/12\/2019/u);
      expect(page.text).not.toContain('Phan Thị Ngọc Lựu');
    }
    const khoa = randomUUID();
    expect((await send(code, both(), { khoa })).status).toBe(200);
    const again = { expectedRevision: 4, ...TURN_BACK, answerNo: 2 };
    expect((await office(specialist, id, 'turn-back-supplement', again)).json()).toMatchObject({ code: 'turned-back-before' });
    expect((await office(specialist, id, 'turn-back-supplement', { ...again, answerNo: 1 })).json()).toMatchObject({ code: 'no-answer-waits' });
    expect((await office(head, id, 'turn-back-supplement', again)).json()).toMatchObject({ repeated: true });
    // by the form of then other files are not taken, and that is said
    const stale = await send(code, [{ field: 'giay-1', content: aPdf() }], { khoa });
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('Trang này đã được dùng để gửi một lần.')]);
    expect(await actsOf(id)).toEqual(['answer-supplement', 'turn-back-supplement', 'answer-supplement', 'turn-back-supplement']);
  });

  it('does not stop what the citizen has answered and nobody has read, and does not propose it', async () => {
    const { code, id } = await asked();
    await sql(`update motcua.supplement_request set answer_by = '2019-11-15T17:30:00+07:00' where dossier_id = $1`, [id]);
    await sql(`update motcua.dossier set answer_by = '2019-11-15T17:30:00+07:00' where dossier_id = $1`, [id]);
    const over = async () => (await head.get('/api/office/inbox?tab=answer-over')).json<{ rows: { dossierId: string }[] }>().rows.some((row) => row.dossierId === id);
    expect(await over()).toBe(true);
    await send(code);
    expect(await over()).toBe(false);
    expect((await head.get(`/api/office/dossiers/${id}/work`)).json()).toMatchObject({ answerIsOver: false, answerWaits: true });
    const stop = (revision: number) => office(head, id, 'stop', { expectedRevision: revision, reason: 'Quá hạn', legalGround: 'Điều 19' });
    expect((await stop(2)).json()).toMatchObject({ code: 'answer-waits' });
    expect((await office(head, id, 'turn-back-supplement', { expectedRevision: 2, ...TURN_BACK })).status).toBe(200);
    expect((await stop(3)).json()).toMatchObject({ state: 'stopped' });
  });

  it('of another place finds neither dossier, nor files, nor the acts', async () => {
    const { code, id } = await asked();
    await send(code);
    const [file] = await sql<{ sha256: string }>('select sha256 from motcua.supplement_answer_file where dossier_id = $1 limit 1', [id]);
    expect((await stranger.get(`/api/files/${file?.sha256}`)).status).toBe(404);
    expect((await stranger.get(`/api/dossiers/${id}`)).status).toBe(404);
    expect((await accept(stranger, id, 2)).status).toBe(404);
    expect((await office(stranger, id, 'turn-back-supplement', { expectedRevision: 2, ...TURN_BACK })).status).toBe(404);
    const rows = (await stranger.get('/api/office/inbox?tab=answered')).json<{ rows: object[]; counts: Record<string, number> }>();
    expect([rows.rows, rows.counts['answered']]).toEqual([[], 0]);
    expect(await answersOf(id)).toMatchObject([{ decision: null }]);
  });

  it('who looks at an older screen is told; what the desk completes meanwhile waits no longer', async () => {
    const { code, id } = await asked();
    await send(code);
    expect((await accept(specialist, id, 1)).json()).toMatchObject({ code: 'changed-meanwhile' });
    const post = await office(specialist, id, 'record-supplement', {
      expectedRevision: 2, via: 'post', arrivedAt: '2019-11-18T08:00:00+07:00', complete: true, papers: [BIRTH, NATIONALITY].map((name) => ({ name, form: 'original', count: 1 })),
    });
    expect(post.json()).toMatchObject({ state: 'in-process' });
    expect(await rowOf(id)).toMatchObject({ waits: false });
    expect((await accept(specialist, id, 3)).json()).toMatchObject({ code: 'act-not-possible' });
    const late = await send(code);
    expect([late.status, late.text.includes('không chờ bổ sung giấy tờ')]).toEqual([409, true]);
  });
});

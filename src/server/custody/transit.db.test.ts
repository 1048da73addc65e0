// What is handed over keeps the post's window on a real database: seen at both sides and by the citizen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BagWorld, bagWorld, counted, post } from '#testing/bag-world.ts';
import { SHIPPED_POSTAL_RULES } from '#core/transit/shipped-rules.ts';
import type { CustodyView } from '#wire/custody.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { SendOutcomeAnswer } from '#wire/send-outcome.wire.ts';
import { readMigrations } from '../db/migrate.ts';
import { findPostalRules } from './transit.sql.ts';

let bags: BagWorld;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
afterAll(() => bags.world.close());

const transitOf = async (dossierId: string) => (await bags.people.clerk.get(`/api/dossiers/${dossierId}`)).json<DossierView>().handOvers.at(-1)?.transit;

describe('the window of a hand-over', () => {
  it('is kept with the bag and each dossier in it, and told to both sides', async () => {
    const dossier = await bags.receive();
    const bag = await bags.sent(dossier);
    // a department sits in another district than the commune: J+2
    expect((await bags.bagsOf(bags.people.clerk, 'desk')).own.find(({ bagId }) => bagId === bag.bagId)?.transitDue).toBe('2019-11-20');
    expect((await bags.bagsOf(bags.people.specialist, 'office')).coming.find(({ bagId }) => bagId === bag.bagId)?.transitDue).toBe('2019-11-20');
    expect(await transitOf(dossier.dossierId)).toMatchObject({ endsOn: '2019-11-20', days: 2, explanation: [{ rule: 'posted' }, { rule: 'counted' }, { rule: 'due' }] });
    const sent = (await bags.people.clerk.get('/api/desk/custody?list=sent')).json<CustodyView>();
    expect(sent.rows.find(({ dossierId }) => dossierId === dossier.dossierId)?.transitDue).toBe('2019-11-20');
    const page = await bags.world.anybody.send('POST', '/tra-cuu', `ma=${dossier.code}&so=0001`, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(page.text).toContain('Bưu điện chuyển đến chậm nhất thứ Tư, 20/11/2019.');
    await post(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([dossier]));
  });
  it('of a posted dossier begins on the day of its slip, whenever the bag leaves', async () => {
    const posted = await bags.receive({ channel: 'post', regime: 'public-post', posting: { itemNumber: 'RH000000003VN', postage: 20_000 } });
    await bags.world.database.migratorPool.query(`update motcua.issued_paper set issued_at = '2019-11-15T16:00:00+07:00' where dossier_id = $1 and kind = 'posting-slip'`, [posted.dossierId]);
    const beside = await bags.receive();
    const bag = await bags.sent(posted, beside);
    expect([(await transitOf(posted.dossierId))?.endsOn, (await transitOf(beside.dossierId))?.endsOn]).toEqual(['2019-11-19', '2019-11-20']);
    // the bag must be there for the first of them
    expect((await bags.bagsOf(bags.people.clerk, 'desk')).own.find(({ bagId }) => bagId === bag.bagId)?.transitDue).toBe('2019-11-19');
    await post(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([posted, beside]));
  });
  it('runs on the way back too', async () => {
    const { dossierId } = await bags.issued();
    await post<SendOutcomeAnswer>(bags.people.records, '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: await bags.revisionOf(dossierId) }] });
    expect((await transitOf(dossierId))?.endsOn).toBe('2019-11-20');
  });
});

describe('the rules of the post', () => {
  it('begin as shipped, also in a province that was there before, and the server can add a version and change none', async () => {
    expect(await findPostalRules(bags.pool, 42)).toEqual(SHIPPED_POSTAL_RULES);
    const { migratorPool } = bags.world.database;
    await migratorPool.query('delete from motcua.postal_rules');
    const seed = /insert into postal_rules[\s\S]+from world w;/u.exec(readMigrations().find(({ sql }) => sql.includes('create table postal_rules'))?.sql ?? '')?.[0] ?? '';
    const later = readMigrations().flatMap(({ sql }) => /update postal_rules set content[^;]+;/u.exec(sql) ?? []).join(' ');
    await migratorPool.query(`set search_path = motcua; ${seed} ${later} reset search_path`);
    expect(await findPostalRules(bags.pool, 42)).toEqual(SHIPPED_POSTAL_RULES);
    await expect(bags.pool.query('update motcua.postal_rules set version = 9')).rejects.toThrow('permission denied');
    await expect(bags.pool.query('delete from motcua.postal_rules')).rejects.toThrow('permission denied');
  });
});

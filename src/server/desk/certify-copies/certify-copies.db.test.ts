import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certifyCommand, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { CertifyCopiesInput, CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import { verifyJournal } from '../../journal/verify.ts';
import { secretsFrom } from '../../secrets.ts';

const copies = procedureIn('kybac-2019', '2.000815');
const birth = procedureIn('kybac-2019', '1.001193');
const secrets = secretsFrom(Buffer.alloc(32, 9));

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { secrets } });
  officer = await world.signIn('tuphap.kybac');
  clerk = await world.signIn('buudien.kybac');
}, 120_000);
afterAll(() => world.close());

const certify = (body: CertifyCopiesInput = certifyCommand('ky-bac', copies), key: string = randomUUID(), caller: Caller = officer): Promise<Answer> =>
  caller.send('POST', '/api/desk/certifications', body, { 'idempotency-key': key });
const done = async (body?: CertifyCopiesInput): Promise<CopiesCertifiedAnswer> => (await certify(body)).json<CopiesCertifiedAnswer>();
const lastInBook = async (): Promise<number> => {
  const { rows } = await world.database.pool.query<{ n: number }>('select coalesce(max(number), 0)::int as n from motcua.certification_entry');
  return rows[0]?.n ?? 0;
};

it('kinds × copies × pages give the fee, and one number per kind in the book of the commune', async () => {
  const before = await lastInBook();
  const answer = await done();
  expect(answer).toMatchObject({
    state: 'resolved-at-desk', status: { no: 10, label: 'Đã trả kết quả' }, totalFee: 12_000,
    lines: [
      { paperName: 'Giấy khai sinh', pages: 1, copies: 3, fee: 6_000, number: before + 1, book: '01/2019-SCT/BS' },
      { paperName: 'Bằng tốt nghiệp', pages: 4, copies: 1, fee: 6_000, number: before + 2, book: '01/2019-SCT/BS' },
    ],
  });
  expect([answer.paperId, answer.due]).toEqual([undefined, undefined]);
  const view = (await officer.get(`/api/dossiers/${answer.dossierId}`)).json<DossierView>();
  expect(view.certifications.map((entry) => entry.number)).toEqual([before + 1, before + 2]);
  expect(view).toMatchObject({ totalFee: 12_000, issuedPapers: [], timeliness: 'finished', allowedActs: [] });
});

it('a receipt is printed when asked', async () => {
  const { paperId } = await done(certifyCommand('ky-bac', copies, { receiptAsked: true }));
  expect((await officer.get(`/api/papers/${paperId}.pdf`)).text.startsWith('%PDF-')).toBe(true);
});

describe('who signs', () => {
  const signersOf = async () => (await officer.get('/api/desk/catalogue')).json<DeskCatalogueView>().signers;
  const entered = async (dossierId: string) => (await world.database.pool.query<object>(
    'select distinct signed_by as "by", signed_by_name as name, signer_title as title from motcua.certification_entry where dossier_id = $1', [dossierId])).rows;

  it('is a leader of the agency, kept with his name and title in the book and in the journal', async () => {
    const [chairman] = (await signersOf()).filter(({ title }) => title.startsWith('Chủ tịch'));
    if (!chairman) throw new Error('no chairman');
    const { dossierId } = await done(certifyCommand('ky-bac', copies, { signerId: chairman.accountId }));
    expect(await entered(dossierId)).toEqual([{ by: chairman.accountId, name: chairman.name, title: chairman.title }]);
    const { rows } = await world.database.pool.query<{ body: string }>('select body from motcua.journal where dossier_id = $1', [dossierId]);
    expect(rows[0]?.body).toContain(`"signedBy":"${chairman.name}, ${chairman.title}"`);
  });

  it('may stay open, to be written in by hand', async () => {
    expect(await entered((await done()).dossierId)).toEqual([{ by: null, name: null, title: null }]);
  });

  it('is nobody else: not an officer, not a leader of another commune, not one whose office has ended', async () => {
    const before = await lastInBook();
    const { rows: [other] } = await world.database.pool.query<{ id: string; mine: string; officer: string }>(
      `select (select account_id from motcua.account where login = 'chutich.kyphong') as id, (select account_id from motcua.account where login = 'phochutich.kybac') as mine,
         (select account_id from motcua.account where login = 'tuphap.kybac') as officer`);
    for (const signerId of [other?.id, other?.officer]) {
      expect(signerId).toBeDefined();
      expect((await certify(certifyCommand('ky-bac', copies, { signerId: signerId as never }))).json<Problem>().code).toBe('signer-unknown');
    }
    const ended = `update motcua.assignment set valid_to = $2 where account_id = $1 and role = 'signing-leader'`;
    await world.database.migratorPool.query(ended, [other?.mine, '2019-11-18']);
    // what is known from memory is asked again by the statement
    expect((await certify(certifyCommand('ky-bac', copies, { signerId: other?.mine as never }))).json<Problem>().code).toBe('signer-unknown');
    await world.database.migratorPool.query(ended, [other?.mine, null]);
    expect(await lastInBook()).toBe(before);
  });
});

it('not on the same visit: an appointment slip is obligatory, the numbers come when the copies are certified', async () => {
  const before = await lastInBook();
  const answer = await done(certifyCommand('ky-bac', copies, { resolvedNow: false, collected: false, isLarge: true }));
  expect(answer).toMatchObject({ state: 'received', lines: [{ paperName: 'Giấy khai sinh' }, { paperName: 'Bằng tốt nghiệp' }] });
  expect(answer.lines[0]?.number).toBeUndefined();
  expect(answer.due?.due.slice(0, 10)).toBe('2019-11-20');
  expect(answer.paperId).toBeDefined();
  expect(await lastInBook()).toBe(before);
});

it('sent twice certifies once, and answers the same numbers', async () => {
  const [body, key] = [certifyCommand('ky-bac', copies), randomUUID()];
  const first = await certify(body, key);
  const second = await certify(body, key);
  expect(second.json()).toEqual(first.json());
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect((await certify({ ...body, receiptAsked: true }, key)).json<Problem>().code).toBe('key-reused');
});

it('at the busiest hour the book has no gap and no number twice', async () => {
  const before = await lastInBook();
  const answers = await Promise.all(Array.from({ length: 12 }, () => certify()));
  const receptions = await Promise.all(Array.from({ length: 4 }, () => officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))));
  const numbers = answers.flatMap((answer) => answer.json<CopiesCertifiedAnswer>().lines.map((line) => line.number ?? 0)).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 24 }, (_, i) => before + i + 1));
  const codes = [...answers, ...receptions].map((answer) => answer.json<{ code: string }>().code);
  expect(new Set(codes).size).toBe(16);
});

it.each<[string, CertifyCopiesInput]>([
  ['fees-unpaid', certifyCommand('ky-bac', copies, { collected: false })],
  ['not-certification', certifyCommand('ky-bac', birth)],
  ['procedure-changed', certifyCommand('ky-bac', { ...copies, version: 5 })],
  ['scans-missing', certifyCommand('ky-bac', copies, { lines: [{ paperName: 'Giấy khai sinh', pages: 1, copies: 1, scans: ['c'.repeat(64)] }] })],
])('%s: nothing is certified', async (code, body) => {
  const before = await lastInBook();
  const answer = await certify(body);
  expect(answer.json<Problem>().code).toBe(code);
  expect(await lastInBook()).toBe(before);
});

it('in support mode the clerk needs the officer beside her', async () => {
  expect((await certify(undefined, randomUUID(), clerk)).json<Problem>().code).toBe('confirmation-needed');
  await clerk.send('POST', '/api/desk/officer-presence', { login: 'tuphap.kybac', pin: '246810' });
  const answer = await certify(certifyCommand('ky-bac', copies, { confirmation: { by: 'present-officer' } }), randomUUID(), clerk);
  expect(answer.status).toBe(201);
  const view = (await officer.get(`/api/dossiers/${answer.json<CopiesCertifiedAnswer>().dossierId}`)).json<DossierView>();
  expect(view.hands).toMatchObject({ receiverName: 'Trần Văn Trúc', assistantName: 'Nguyễn Thị Sen' });
});

describe('a sheet of the paper booklet', () => {
  beforeAll(async () => {
    world.wait(2 * 24 * 3600);
    officer = await world.signIn('tuphap.kybac');
  });
  const entry = (bookletNumber: string, receivedAt = '2019-11-18T16:20:00+07:00') => ({ receivedAt, bookletNumber, reason: 'Mất điện' }) as never;
  const late = (bookletNumber: string, receivedAt?: string): CertifyCopiesInput => certifyCommand('ky-bac', copies, { lateEntry: entry(bookletNumber, receivedAt) });

  it('is entered with the time it was certified; its numbers follow the last of the book', async () => {
    const before = await lastInBook();
    const answer = await done(late('Q2-001'));
    expect(answer.lines.map((line) => line.number)).toEqual([before + 1, before + 2]);
    expect(answer.code).toMatch(/-191118-/);
    const { rows } = await world.database.pool.query<object>(
      `select d.received_at as received, d.closed_at as closed, d.late_entry->>'bookletNumber' as sheet, max(c.certified_at) as certified, max(f.collected_at) as paid
       from motcua.dossier d join motcua.certification_entry c on c.dossier_id = d.dossier_id join motcua.dossier_fee f on f.dossier_id = d.dossier_id
       where d.dossier_id = $1 group by 1, 2, 3`, [answer.dossierId]);
    const then = '2019-11-18T16:20:00+07:00';
    expect(rows).toEqual([{ received: then, closed: then, sheet: 'Q2-001', certified: then, paid: then }]);
    const view = (await officer.get(`/api/dossiers/${answer.dossierId}`)).json<DossierView>();
    expect(view.lateEntry).toEqual(entry('Q2-001'));
    expect(view.journal[0]?.note).toContain('Nhập từ sổ giấy số Q2-001');
  });

  it.each<[string, CertifyCopiesInput]>([
    ['booklet-number-used', late('Q2-001')],
    ['received-in-future', late('Q2-002', '2019-11-20T23:00:00+07:00')],
    ['late-entry-too-old', late('Q2-002', '2019-11-01T08:00:00+07:00')],
  ])('%s: nothing is certified', async (code, body) => {
    const before = await lastInBook();
    expect((await certify(body)).json<Problem>().code).toBe(code);
    expect(await lastInBook()).toBe(before);
  });
});

it('the journal is whole', async () => {
  expect((await verifyJournal(world.database.pool, 42, secrets.checkpointKey)).findings).toEqual([]);
});

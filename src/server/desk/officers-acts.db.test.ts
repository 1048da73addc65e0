// What only an officer decides: no way around her leads through other routes, old papers or old rights.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TAKEN_BACK, WITHDRAWAL, certifyCommand, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import type { Me } from '#wire/session.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
/** Received by the post alone, under a written delegation. */
const business = procedureIn('kybac-2019', '1.001612');
const base = receiveCommand('ky-bac', birth);
const PIN = '246810';
const ALONE = '/api/desk/dossiers';

let world: ServedWorld;
let clerk: Caller;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
  await world.database.pool.query(`update motcua.desk set officer_confirmation = 'pin-each' where desk_id = 'ky-phong'`);
}, 120_000);
beforeEach(async () => {
  clerk = await world.signIn('buudien.kybac'); // a session of her own for each: nobody is present yet
});
afterAll(() => world.close());

const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.migratorPool.query(text, [...values])).rows as T[];
const codeOf = (answer: Answer): string | number => (answer.status < 400 ? answer.status : answer.json<{ code: string }>().code);
const idOf = async (login: string): Promise<string> => (await sql<{ id: string }>('select account_id as id from motcua.account where login = $1', [login]))[0]?.id ?? '';
const present = (login = 'tuphap.kybac') => clerk.send('POST', '/api/desk/officer-presence', { login, pin: PIN });
const alone = async (): Promise<DossierReceivedAnswer> => (await clerk.send('POST', ALONE, receiveCommand('ky-bac', business))).json<DossierReceivedAnswer>();
let planted = 4000;
const plant = async (state: string, more = {}): Promise<string> => {
  planted += 1;
  return (await plantDossier(world.database.pool, { no: planted, agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528', state, ...more })).dossierId;
};
const correctTo = (procedure: typeof birth, dossierId: string, revision = 1) => {
  const command = receiveCommand('ky-bac', procedure);
  return clerk.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, {
    deskId: 'ky-bac', revision, reason: 'Ghi nhầm thủ tục', procedureCode: procedure.code, procedureVersion: procedure.version, caseId: command.caseId,
    parties: command.parties, answers: command.answers, papers: command.papers, fees: [],
  });
};

describe('in support mode the clerk alone', () => {
  it.each<[string, () => Promise<Answer>]>([
    ['receives nothing', () => clerk.send('POST', ALONE, receiveCommand('ky-bac', birth))],
    ['certifies nothing', () => clerk.send('POST', '/api/desk/certifications', certifyCommand('ky-bac', copies))],
    ['refuses nothing', () => clerk.send('POST', '/api/desk/refusals', { refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'A', reason: 'x', ground: 'x' })],
    ['cancels nothing', async () => clerk.send('POST', `${ALONE}/${await plant('received')}/cancel-entry`, { deskId: 'ky-bac', revision: 2, reason: 'x' })],
    ['gives nothing back', async () => clerk.send('POST', `${ALONE}/${await plant('received')}/withdraw`, { deskId: 'ky-bac', revision: 2, ...WITHDRAWAL, papersBack: TAKEN_BACK })],
    ['corrects nothing', async () => correctTo(birth, await plant('received'), 2)],
    ['takes no supplement', async () => clerk.send('POST', `${ALONE}/${await plant('supplement-asked')}/receive-supplement`, { deskId: 'ky-bac', revision: 2, papers: [{ itemId: 'khac', name: 'Giấy', form: 'original', count: 1 }] })],
  ])('%s', async (_what, call) => {
    const by = await idOf('buudien.kybac');
    const entries = () => sql('select seq from motcua.journal where account_id = $1', [by]);
    const before = await entries();
    expect(codeOf(await call())).toBe('confirmation-needed');
    expect(await entries()).toEqual(before);
  });

  it('is not made an officer by words in the command', async () => {
    const me = await idOf('buudien.kybac');
    const tries = [
      { by: 'present-officer' }, { by: 'pin', accountId: me, pin: PIN }, { by: 'pin', accountId: await idOf('chutich.kybac'), pin: PIN },
      { by: 'pin', accountId: await idOf('tuphap.kybac'), pin: '111111' }, { by: 'pin', accountId: randomUUID(), pin: PIN },
    ];
    const codes = [];
    for (const confirmation of tries) codes.push(codeOf(await clerk.send('POST', ALONE, { ...receiveCommand('ky-bac', birth), confirmation })));
    expect(codes).toEqual(['officer-not-present', 'pin-wrong', 'pin-wrong', 'pin-wrong', 'pin-wrong']);
    const forged = await clerk.send('POST', ALONE, { ...receiveCommand('ky-bac', birth), receiverId: await idOf('tuphap.kybac'), mode: 'delegated', hands: { receiverId: me } });
    expect(codeOf(forged)).toBe('confirmation-needed');
  });

  it('borrows no presence from a colleague’s session', async () => {
    await present();
    const other = await world.signIn('buudien2.kybac');
    expect(codeOf(await other.send('POST', ALONE, receiveCommand('ky-bac', birth, { confirmation: { by: 'present-officer' } })))).toBe('officer-not-present');
    const again = await world.signIn('buudien.kybac');
    expect(codeOf(await again.send('POST', ALONE, receiveCommand('ky-bac', birth, { confirmation: { by: 'present-officer' } })))).toBe('officer-not-present');
  });

  it('may not confirm by a key where the desk asks for the PIN each time', async () => {
    const neighbour = await world.signIn('buudien.kyphong');
    await neighbour.send('POST', '/api/desk/officer-presence', { login: 'tuphap.kyphong', pin: PIN });
    const byKey = await neighbour.send('POST', ALONE, receiveCommand('ky-phong', birth, { confirmation: { by: 'present-officer' } }));
    const byPin = await neighbour.send('POST', ALONE, { ...receiveCommand('ky-phong', birth), confirmation: { by: 'pin', accountId: await idOf('tuphap.kyphong'), pin: PIN } });
    expect([codeOf(byKey), codeOf(byPin)]).toEqual(['confirmation-needed', 201]);
    expect((await sql<{ body: string }>(`select body from motcua.journal order by recorded_at desc limit 1`))[0]?.body).not.toContain(PIN);
  });
});

it('every act at the desk names its receiver and, where there was one, its assistant', async () => {
  await present();
  const received = (await clerk.send('POST', ALONE, receiveCommand('ky-bac', birth, { confirmation: { by: 'present-officer' } }))).json<DossierReceivedAnswer>();
  await clerk.send('POST', '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: received.dossierId, revision: 1, paperCount: 1 }] });
  const hands = await sql<{ act: string; receiver: string | null; assistant: string | null }>(
    `select act, body::jsonb->'data'->>'receiverName' as receiver, body::jsonb->'data'->>'assistantName' as assistant
     from motcua.journal where dossier_id = $1 order by seq`, [received.dossierId]);
  expect(hands).toEqual([
    { act: 'receive-dossier', receiver: 'Trần Văn Trúc', assistant: 'Nguyễn Thị Sen' }, { act: 'forward-dossiers', receiver: 'Nguyễn Thị Sen', assistant: null },
  ]);
  const entry = await sql<{ entry: string }>(`select act from motcua.journal where chain_id = 'desk:ky-bac' and body::jsonb->'data'->>'receiverName' is null
    and act not in ('open-officer-presence', 'close-officer-presence', 'give-guidance', 'list-batch', 'reprint-paper')`);
  expect(entry).toEqual([]);
});

describe('a right that has ended', () => {
  it('of receiving under a delegation lets the clerk neither receive nor go on alone', async () => {
    const [first, second] = [await alone(), await alone()];
    expect(first.hands).toMatchObject({ receiverName: 'Nguyễn Thị Sen' });
    expect(codeOf(await correctTo(business, first.dossierId))).toBe(200);
    await sql(`update motcua.transfer_register set valid_from = '2019-11-01', valid_to = '2019-11-18' where desk_id = 'ky-bac' and procedure_code = $1`, [business.code]);
    expect(codeOf(await clerk.send('POST', ALONE, receiveCommand('ky-bac', business)))).toBe('confirmation-needed');
    expect(codeOf(await officer.send('POST', ALONE, receiveCommand('ky-bac', business)))).toBe('not-received-here');
    await sql(`insert into motcua.transfer_register select province_id, desk_id, procedure_code, '2019-11-18', null, agency_unit_id, 'support', decision, null
               from motcua.transfer_register where desk_id = 'ky-bac' and procedure_code = $1`, [business.code]);
    expect(codeOf(await clerk.send('POST', ALONE, receiveCommand('ky-bac', business)))).toBe('confirmation-needed');
    expect(codeOf(await correctTo(business, second.dossierId))).toBe('confirmation-needed');
    await sql(`delete from motcua.transfer_register where desk_id = 'ky-bac' and procedure_code = $1 and mode = 'support'`, [business.code]);
    await sql(`update motcua.transfer_register set valid_from = '2019-11-18', valid_to = null where desk_id = 'ky-bac' and procedure_code = $1`, [business.code]);
  });

  it('of an officer ends her presence beside the clerk', async () => {
    await present('vanhoa.kybac');
    expect((await clerk.get('/api/me')).json<Me>().presentOfficer).toMatchObject({ fullName: 'Phan Thị Mai Lan' });
    await sql(`update motcua.assignment set valid_to = '2019-11-18' where account_id = $1`, [await idOf('vanhoa.kybac')]);
    world.wait(6);
    expect((await clerk.get('/api/me')).json<Me>().presentOfficer).toBeNull();
    expect(codeOf(await clerk.send('POST', ALONE, receiveCommand('ky-bac', birth, { confirmation: { by: 'present-officer' } })))).toBe('officer-not-present');
  });

  it('of a clerk who moves to another desk takes no officer along', async () => {
    const mover = await world.signIn('buudien2.kybac');
    await mover.send('POST', '/api/desk/officer-presence', { login: 'tuphap.kybac', pin: PIN });
    await sql(`update motcua.assignment set desk_id = 'ky-phong', unit_id = 'bd-vhx-ky-phong' where account_id = $1`, [await idOf('buudien2.kybac')]);
    world.wait(6);
    expect(codeOf(await mover.send('POST', ALONE, receiveCommand('ky-phong', birth, { confirmation: { by: 'present-officer' } })))).toBe('officer-not-present');
  });

  it('of an assignment shuts the desk and the agency, whatever session is open', async () => {
    const [deskHand, agencyHand] = [await world.signIn('diachinh.kybac'), await world.signIn('chuyenvien.sld')];
    await sql(`update motcua.assignment set valid_to = '2019-11-18' where account_id = any($1)`, [[await idOf('diachinh.kybac'), await idOf('chuyenvien.sld')]]);
    world.wait(6);
    expect(codeOf(await deskHand.send('POST', ALONE, receiveCommand('ky-bac', birth)))).toBe('role-missing');
    expect(codeOf(await agencyHand.get('/api/office/inbox'))).toBe('role-missing');
    const clerkNow = await world.signIn('buudien.kybac');
    expect(codeOf(await clerkNow.send('POST', ALONE, { ...receiveCommand('ky-bac', birth), confirmation: { by: 'pin', accountId: await idOf('diachinh.kybac'), pin: PIN } }))).toBe('pin-wrong');
  });

  it('that has not begun yet is none', async () => {
    await sql(`update motcua.assignment set valid_from = '2019-11-19' where account_id = $1`, [await idOf('hatang.kyanh')]);
    expect(codeOf(await (await world.signIn('hatang.kyanh')).get('/api/office/inbox'))).toBe('role-missing');
  });
});

it('what the clerk received alone does not become, by a correction, what only an officer receives', async () => {
  const { dossierId } = await alone();
  expect(codeOf(await correctTo(birth, dossierId))).toBe('confirmation-needed');
  expect(await sql('select procedure_code, revision from motcua.dossier where dossier_id = $1', [dossierId])).toEqual([{ procedure_code: business.code, revision: 1 }]);
});

it('a clerk who is an officer elsewhere is no officer here', async () => {
  const id = await idOf('buudien.kybac');
  await sql(`insert into motcua.assignment (province_id, account_id, assignment_no, role, unit_id, desk_id, valid_from) values (42, $1, 9, 'commune-officer', 'xa-ky-phong', 'ky-phong', '2019-01-01')`, [id]);
  const both = await world.signIn('buudien.kybac');
  const here = await both.send('POST', ALONE, receiveCommand('ky-bac', birth));
  const there = await both.send('POST', ALONE, receiveCommand('ky-phong', birth));
  await sql('delete from motcua.assignment where account_id = $1 and assignment_no = 9', [id]);
  expect([codeOf(here), codeOf(there)]).toEqual(['confirmation-needed', 201]);
});

it('an officer at her own keyboard receives without an assistant', async () => {
  const received = (await officer.send('POST', ALONE, base)).json<DossierReceivedAnswer>();
  expect(received.hands).toEqual({ receiverId: await idOf('tuphap.kybac'), receiverName: 'Trần Văn Trúc' });
});

// After a power cut: what stood in the paper booklet is entered later, with the real time.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { verifyJournal } from '../../journal/verify.ts';
import { secretsFrom } from '../../secrets.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const TWO_DAYS = 2 * 24 * 3600;
const secrets = secretsFrom(Buffer.alloc(32, 5));
const MONDAY_AFTER_CUTOFF = '2019-11-18T15:10:00+07:00';

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { secrets } });
  // a reception of Monday itself, then power is gone until Wednesday 07:30
  const monday = await world.signIn('tuphap.kybac');
  const first = await monday.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth));
  expect(first.json<DossierReceivedAnswer>().code).toMatch(/-191118-0001$/);
  world.wait(TWO_DAYS);
  officer = await world.signIn('tuphap.kybac');
  clerk = await world.signIn('buudien.kybac');
}, 120_000);
afterAll(() => world.close());

const entry = (bookletNumber: string, receivedAt: string = MONDAY_AFTER_CUTOFF) => ({ receivedAt, bookletNumber, reason: 'Mất điện' });
const enter = (bookletNumber: string, receivedAt?: string, caller: Caller = officer): Promise<Answer> =>
  caller.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, { lateEntry: entry(bookletNumber, receivedAt) as never }));
const refusalOf = async (answer: Promise<Answer>): Promise<unknown> => (await answer).json<Problem>().refusal;

it('a sheet of the booklet gets the next number of its own day, and due moment and receipt speak of the real time', async () => {
  const answer = await enter('Q1-001');
  expect(answer.status).toBe(201);
  const received = answer.json<DossierReceivedAnswer>();
  expect(received).toMatchObject({ receivedAt: MONDAY_AFTER_CUTOFF, due: { due: '2019-11-19T17:30:00+07:00' }, forwardBy: '2019-11-19T07:30:00+07:00' });
  expect(received.code).toMatch(/-191118-0002$/);
  const { rows } = await world.database.pool.query<{ receivedAt: string; issuedAt: string; receiptSays: string }>(
    `select d.received_at as "receivedAt", i.issued_at as "issuedAt", i.payload->>'receivedAt' as "receiptSays"
     from motcua.dossier d join motcua.issued_paper i on i.dossier_id = d.dossier_id where d.dossier_id = $1`, [received.dossierId]);
  expect(rows).toEqual([{ receivedAt: MONDAY_AFTER_CUTOFF, issuedAt: '2019-11-20T07:30:00+07:00', receiptSays: MONDAY_AFTER_CUTOFF }]);
});

it('the numbers of today go on as if nothing had been entered', async () => {
  const today = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth));
  expect(today.json<DossierReceivedAnswer>().code).toMatch(/-191120-0001$/);
});

it('the journal has both times and names the sheet; the chain stays whole', async () => {
  const { dossierId } = (await enter('Q1-002')).json<DossierReceivedAnswer>();
  const view = (await officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
  expect(view.lateEntry).toEqual(entry('Q1-002'));
  expect(view.journal[0]).toMatchObject({
    at: '2019-11-20T07:30:00+07:00', note: 'Nhập từ sổ giấy số Q1-002, tiếp nhận thứ Hai, 18/11/2019, 15 giờ 10: Mất điện',
  });
  expect((await verifyJournal(world.database.pool, 42, secrets.checkpointKey)).findings).toEqual([]);
});

it('a sheet is entered once, also by two who type it at the same time', async () => {
  const both = await Promise.all([enter('Q1-003'), enter('Q1-003')]);
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 422]);
  expect(await refusalOf(enter('Q1-003'))).toMatchObject({ kind: 'booklet-number-used', bookletNumber: 'Q1-003' });
});

it.each([
  ['of tomorrow', '2019-11-21T08:00:00+07:00', 'received-in-future'],
  ['of long ago', '2019-10-01T08:00:00+07:00', 'late-entry-too-old'],
  ['of a day before the desk was given the procedure', '2019-11-15T08:00:00+07:00', 'not-received-here'],
])('a reception %s is refused and takes no number', async (_of, receivedAt, kind) => {
  const numbers = async (): Promise<unknown> =>
    (await world.database.pool.query('select series, period, last_number from motcua.number_counter order by 1, 2')).rows;
  const before = await numbers();
  expect(await refusalOf(enter('Q1-009', receivedAt))).toMatchObject({ kind });
  expect(await numbers()).toEqual(before);
});

it('a clerk without the officer enters nothing from the booklet', async () => {
  expect(await refusalOf(enter('Q1-010', undefined, clerk))).toMatchObject({ kind: 'confirmation-needed' });
});

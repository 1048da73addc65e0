// A counter without a line holds numbers of a book: its volume is not turned before they came back, and what the counter
// certifies from numbers of the next volume names that one.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { certifyCommand, procedureIn } from '#testing/desk-commands.ts';
import { type Counter, offlineCounter } from '#testing/offline-counter.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { BookSignedAnswer, OnePageOfBook } from '#wire/books.wire.ts';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';

const BOOK = '/api/books/sct-bs/xa-ky-bac/2019';
const SERIES = 'certification:SCT/BS:xa-ky-bac';
const copies = procedureIn('kybac-2019', '2.000815');

let world: ServedWorld;
let clerk: Caller;
let chairman: Caller;
let admin: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, chairman, admin] = [await world.signIn('buudien.kybac'), await world.signIn('chutich.kybac'), await world.signIn('quantri')];
}, 120_000);
afterAll(() => world.close());

const next = async (): Promise<Answer> => {
  const { book } = (await chairman.get(BOOK)).json<OnePageOfBook>();
  return chairman.send('POST', `${BOOK}/next-volume`, { decision: 'QĐ 40', pin: '246810', expectedLastNumber: book.lastNumber });
};
const certified = async (counter: Counter): Promise<readonly { book: string; number: number }[]> => {
  const [signer] = (await clerk.get('/api/desk/catalogue')).json<DeskCatalogueView>().signers;
  const command = certifyCommand('ky-bac', copies, { signerId: signer?.accountId });
  const leased = [counter.take(SERIES, '2019'), counter.take(SERIES, '2019'), counter.take('dossier:xa-ky-bac', '191118')];
  const code = `000.22.36.H27-191118-${String(leased[2]?.number).padStart(4, '0')}`;
  const answer = await counter.send(counter.envelope('certify-copies', command, { dossierId: command.dossierId, leased, printed: { code, paperId: randomUUID(), totalFee: 14_000 } }));
  expect(answer.status, answer.text).toBe(200);
  return answer.json<{ answer: { lines: { book: string; number: number }[] } }>().answer.lines;
};

it('what is held must come back first; a certification of a leased number names the volume of that number', async () => {
  const first = await offlineCounter(world, clerk, admin);
  expect((await chairman.send('POST', `${BOOK}/open`, { decision: 'QĐ 02', pin: '246810' })).status).toBe(200);
  expect((await certified(first)).map(({ book, number }) => [book, number])).toEqual([['01/2019-SCT/BS', 1], ['01/2019-SCT/BS', 2]]);
  const held = (await next()).json<Problem>();
  expect([held.code, held.detail]).toEqual(['numbers-at-fault', expect.stringContaining('máy ngoại tuyến đang giữ')]);

  // the numbers that were not used come back and are recorded as left out
  await world.database.migratorPool.query(
    `insert into motcua.number_gap (province_id, series, period, from_number, to_number, reason, note, recorded_at, recorded_by)
     select province_id, series, period, 3, to_number, 'lease-returned', 'Trả lại', now(), 'thử' from motcua.number_lease where series = $1`, [SERIES]);
  await world.database.migratorPool.query(`update motcua.number_lease set state = 'returned' where series = $1`, [SERIES]);
  const turned = await next();
  expect(turned.status, turned.text).toBe(200);
  const { book } = turned.json<BookSignedAnswer>();
  const second = await offlineCounter(world, clerk, admin);
  expect(second.leases().find(({ series }) => series === SERIES)).toMatchObject({ from: book.firstNumber, volume: 2 });
  expect(await certified(second)).toMatchObject([{ book: '02/2019-SCT/BS', number: book.firstNumber }, { book: '02/2019-SCT/BS', number: book.firstNumber + 1 }]);
  const { rows } = await world.database.pool.query<{ book: string; signedBy: string }>(`select book, signed_by_name || ', ' || signer_title as "signedBy" from motcua.certification_entry order by number`);
  expect(rows.map((row) => row.signedBy)).toEqual(Array.from({ length: 4 }, () => 'Võ Đình Tùng, Chủ tịch UBND xã Kỳ Bắc'));
  expect(rows.map((row) => row.book.slice(0, 2))).toEqual(['01', '01', '02', '02']);
}, 60_000);

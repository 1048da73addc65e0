// The counter and the server name the volume of a certification alike, after the head has turned the page.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPaper, type Stored } from '#staff/offline/store.ts';
import type { OnePageOfBook } from '#wire/books.wire.ts';
import type { CopiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import { certifyCommand, procedureIn } from './desk-commands.ts';
import { openBench, settle } from './model-bench.ts';
import { type ServedWorld, servedWorld } from './served-world.ts';
import { serverOf } from './world-bench.ts';

const BOOK = '/api/books/sct-bs/xa-ky-bac/2019';
const copies = procedureIn('kybac-2019', '2.000815');

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  const chairman = await world.signIn('chutich.kybac');
  const sign = async (path: string, body: object): Promise<void> => {
    const answer = await chairman.send('POST', `${BOOK}/${path}`, { pin: '246810', ...body });
    expect(answer.status, answer.text).toBe(200);
  };
  const done = await (await world.signIn('tuphap.kybac')).send('POST', '/api/desk/certifications', certifyCommand('ky-bac', copies));
  expect(done.status, done.text).toBe(201);
  await sign('open', { decision: 'QĐ 02' });
  await sign('next-volume', { decision: 'QĐ 40', expectedLastNumber: (await chairman.get(BOOK)).json<OnePageOfBook>().book.lastNumber });
}, 120_000);
afterAll(() => world.close());

it('the counter itself names the volume of its numbers, and the server keeps the same answer and the same receipt', async () => {
  const server = await serverOf(world);
  const bench = await openBench(server);
  const key = randomUUID();
  bench.line.isUp = false;
  const body = certifyCommand('ky-bac', copies, { receiptAsked: true, confirmation: { by: 'pin', ...bench.officer } } as never);
  const outcome = await bench.counter().act({ path: '/api/desk/certifications', body, key });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const said = outcome.value.answer as CopiesCertifiedAnswer;
  expect(said.lines.map(({ book }) => book)).toEqual(['02/2019-SCT/BS', '02/2019-SCT/BS']);
  const printed = await findPaper(bench.counter().stored() as Stored, said.paperId ?? '');
  await settle(bench);
  bench.close();
  const [kept] = await server.rows<{ answer: CopiesCertifiedAnswer }>('select answer from motcua.command where province_id = 42 and command_id = $1', [key]);
  expect(kept?.answer.lines).toEqual(said.lines);
  const entries = await server.rows('select book, number from motcua.certification_entry where dossier_id = $1 order by line_no', [said.dossierId]);
  expect(entries).toEqual(said.lines.map(({ book, number }) => ({ book, number })));
  const [paper] = await server.rows<{ payload: object }>('select payload from motcua.issued_paper where province_id = 42 and paper_id = $1', [said.paperId]);
  expect(paper?.payload).toEqual(JSON.parse(JSON.stringify(printed?.payload)));
}, 60_000);

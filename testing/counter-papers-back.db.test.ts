// Papers given back at a counter without a line: the note that was printed is the note the server keeps.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifySeries } from '#server/books/verify-series.ts';
import { findPaper } from '#staff/offline/store.ts';
import type { DossierChanged } from '#wire/dossier-parts.wire.ts';
import { type DossierView, dossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { counterDesk } from './counter-desk.ts';
import { COUNTED, TAKEN_BACK, WITHDRAWAL, procedureIn, receiveCommand } from './desk-commands.ts';
import { plantPapersBack } from './left-at-desk.ts';
import { settle } from './model-bench.ts';
import { saidOf, storedOf, viewAt } from './view-at-counter.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const desk = counterDesk();

type Both = { readonly mine: DossierView; readonly theirs: DossierView; readonly cases: number };
/** Done while the line is cut, then sent; the paper must be one and the same. */
const alone = async (dossierId: string, ...acts: readonly (readonly [path: string, body: object])[]): Promise<Both> => {
  const bench = await desk.machine();
  const counter = bench.counter();
  bench.line.isUp = false;
  let said: Partial<DossierChanged> = {};
  const keys = acts.map(() => randomUUID());
  for (const [index, [path, body]] of acts.entries()) {
    desk.world.wait(300);
    const { revision } = await viewAt(counter, dossierId);
    said = saidOf(await counter.act({
      path: `/api/desk/dossiers/${dossierId}/${path}`, key: keys[index] ?? '', body: { deskId: 'ky-bac', revision, ...body, confirmation: { by: 'pin', ...bench.officer } },
    })) as DossierChanged;
  }
  const mine = dossierView.parse(await viewAt(counter, dossierId));
  const printed = await findPaper(storedOf(counter), said.paperId ?? '');
  desk.world.wait(60);
  await settle(bench);
  const [saved] = await desk.server.rows('select payload, number from motcua.issued_paper where province_id = 42 and paper_id = $1', [said.paperId]);
  expect(saved).toEqual({ number: printed?.number, payload: JSON.parse(JSON.stringify(printed?.payload)) });
  const cases = await desk.server.rows('select from motcua.offline_case where province_id = 42 and command_id = any($1::uuid[])', [keys]);
  return { mine, theirs: await viewAt(counter, dossierId), cases: cases.length };
};
const same = ({ mine, theirs, cases }: Both): void => {
  for (const part of ['revision', 'state', 'papersBack', 'due', 'clock', 'closedAt', 'steps', 'papers'] as const) expect([part, theirs[part]]).toEqual([part, mine[part]]);
  expect(cases).toBe(0);
};

it('a dossier is withdrawn with its note, and its clock has ended alike on both sides', async () => {
  const received = (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
  same(await alone(received.dossierId, ['withdraw', { ...WITHDRAWAL, papersBack: TAKEN_BACK }]));
});

it('what came back short is given as far as it came; it is in the first reading however long ago it ended', async () => {
  const dossierId = await plantPapersBack({ query: desk.server.rows }, 901, 'at-desk');
  await desk.world.database.pool.query(
    `update motcua.papers_back set arrived_at = '2019-01-20T08:00:00+07:00', arrived_by_name = 'Người thử',
       counted = '[{"lineNo":1,"result":"short","arrived":1,"note":"mất một bản"},{"lineNo":2,"result":"damaged","note":"rách"}]',
       differences = '[{"lineNo":1,"name":"Giấy 1","result":"short","sent":2,"arrived":1,"note":"mất một bản"},{"lineNo":2,"name":"Giấy 2","result":"damaged","sent":2,"arrived":2,"note":"rách"}]'
     where dossier_id = $1`, [dossierId]);
  same(await alone(dossierId, ['give-back-papers', { papersBack: TAKEN_BACK }]));
  const findings = (await verifySeries(desk.world.database.pool, 42)).findings.filter(({ series }) => series.startsWith('paper:withdrawal-note'));
  expect(findings).toEqual([]);
});

it('what the agency sent back is counted and given while the line is cut: place, differences and the note are the same on both sides', async () => {
  const dossierId = await plantPapersBack({ query: desk.server.rows }, 902, 'on-the-way');
  const papers = COUNTED.map((line) => (line.lineNo === 1 ? { lineNo: 1, result: 'short', arrived: 1, note: 'mất một bản' } : line));
  const both = await alone(dossierId, ['accept-papers', { papers }], ['give-back-papers', { papersBack: TAKEN_BACK }]);
  same(both);
  expect(both.theirs.papersBack).toMatchObject({ place: 'given-back', differences: [{ lineNo: 1, arrived: 1 }] });
  expect(both.theirs.journal.map(({ act }) => act).filter((act) => act.endsWith('-back') || act === 'give-back-papers').toSorted()).toEqual(['accept-papers-back', 'give-back-papers']);
});

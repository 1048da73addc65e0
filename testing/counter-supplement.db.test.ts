// What was asked for is brought to a counter without a line: it and the server reckon the same moment from the same
// clock, and what the server would say otherwise meanwhile leaves what was told, and is told to a person.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClockStanding } from '#core/dossier/clock-words.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { clockStanding } from '#wire/due.wire.ts';
import { type Bench, type ServerUnderTest, openBench, settle } from './model-bench.ts';
import { plantDossier } from './planted-dossiers.ts';
import { type ServedWorld, servedWorld } from './served-world.ts';
import { saidOf, viewAt } from './view-at-counter.ts';
import { serverOf } from './world-bench.ts';

let world: ServedWorld;
let server: ServerUnderTest;
let bench: Bench | undefined;
let no = 700;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  server = await serverOf(world);
}, 120_000);
afterAll(async () => {
  bench?.close();
  await world.close();
});

/** Its limit is five working days: a holiday within them is felt. */
const asked = async (): Promise<string> => {
  no += 1;
  const { dossierId } = await plantDossier(world.database.pool, { no, agencyUnitId: 'xa-ky-bac', procedureCode: '2.000635', state: 'supplement-asked' });
  await world.database.pool.query(
    `update motcua.dossier set clock = jsonb_set(clock, '{limit}', '{"kind": "working-days", "days": 5}') where dossier_id = $1`, [dossierId]);
  await world.database.pool.query(
    `insert into motcua.supplement_request (province_id, dossier_id, request_no, asked_at, asked_by, asked_by_name, reason, items)
     values (42, $1, 1, '2019-11-18T07:10:00+07:00', $1, 'Người thử', 'Thiếu', '[{"name":"Giấy thử","original":1,"certifiedCopy":0,"plainCopy":0}]')`, [dossierId]);
  return dossierId;
};
/** The server begins anew: it keeps a calendar for some seconds. */
const holiday = async (date: string): Promise<void> => {
  await world.database.migratorPool.query(
    `insert into motcua.working_calendar select (jsonb_populate_record(null::motcua.working_calendar, to_jsonb(c) || jsonb_build_object('version', c.version + 1,
       'content', c.content || jsonb_build_object('version', c.version + 1, 'days', c.content->'days' || jsonb_build_array(
         jsonb_build_object('date', $1::text, 'kind', 'holiday', 'name', 'Nghỉ đột xuất', 'status', 'confirmed')))))).*
     from motcua.working_calendar c order by c.version desc limit 1`, [date]);
  await world.restart();
};

type Told = { readonly due: ClockStanding; readonly state: string };
/** Brought while the line is cut; `meanwhile` happens at the server before it is back. */
const bring = async (dossierId: string, meanwhile: () => Promise<unknown> = async () => undefined): Promise<{ told: Told; saved: DossierView; reasons: readonly string[] }> => {
  bench?.close();
  bench = await openBench(server);
  const counter = bench.counter();
  const { revision } = await viewAt(counter, dossierId);
  bench.line.isUp = false;
  const key = randomUUID();
  const told = saidOf(await counter.act({
    path: `/api/desk/dossiers/${dossierId}/receive-supplement`, key,
    body: { deskId: 'ky-bac', revision, papers: [{ itemId: 'khac', name: 'Giấy thử', form: 'original', count: 1 }], confirmation: { by: 'pin', ...bench.officer } },
  })) as Told;
  await meanwhile();
  world.wait(60);
  await settle(bench);
  const rows = await server.rows<{ reason: string }>('select reason from motcua.offline_case where province_id = 42 and command_id = $1 order by reason', [key]);
  expect((await counter.db.outbox.where('commandId').equals(key).first())?.state).toBe('done');
  const saved = (await server.reach({ method: 'GET', path: `/api/dossiers/${dossierId}`, headers: {} }))?.body as DossierView;
  expect([told.state, saved.state]).toEqual(['in-process', 'in-process']);
  // read anew, this machine shows what the server has
  expect((await viewAt(counter, dossierId)).due).toEqual(saved.due);
  return { told, saved, reasons: rows.map((row) => row.reason) };
};

it('counter and server reckon the same, to the last line of the explanation', async () => {
  const { told, saved, reasons } = await bring(await asked());
  expect(saved.due).toEqual(clockStanding.parse(told.due));
  expect([told.due.due, saved.due?.state, reasons]).toEqual(['2019-11-25T17:30:00+07:00', 'restarted', []]);
});

it('a dossier that keeps the calendar of its day takes the newer one, at the counter as at the server', async () => {
  const dossierId = await asked();
  await holiday('2019-11-21');
  const { told, saved, reasons } = await bring(dossierId);
  expect(saved.due).toEqual(clockStanding.parse(told.due));
  expect([told.due.due, told.due.calendarVersion, reasons]).toEqual(['2019-11-26T17:30:00+07:00', 'hatinh@2', []]);
  expect(await bench?.counter().db.reference.where('key').startsWith('calendar:').primaryKeys()).toEqual(['calendar:hatinh@1']);
});

it('a holiday declared meanwhile leaves the moment that was told, and opens a correction', async () => {
  const { told, saved, reasons } = await bring(await asked(), () => holiday('2019-11-22'));
  expect([saved.due?.due, saved.due?.calendarVersion]).toEqual([told.due.due, 'hatinh@2']);
  expect(reasons).toEqual(['calendar-changed']);
});

it('where the server’s own clock would say otherwise, the moment that was told stands with both said', async () => {
  const dossierId = await asked();
  const { told, saved, reasons } = await bring(dossierId, () => world.database.pool.query(
    `update motcua.dossier set clock = jsonb_set(clock, '{limit,days}', '7') where dossier_id = $1`, [dossierId]));
  expect(saved.due?.due).toBe(told.due.due);
  expect(saved.due?.explanation.at(-1)).toMatchObject({ rule: 'moved', to: told.due.due, text: expect.stringContaining('Giữ thời gian trả kết quả') });
  expect(reasons).toEqual(['due-differs']);
  const { clock } = saved;
  expect(clock?.events.at(-1)).toMatchObject({ kind: 'supplied', complete: true });
});

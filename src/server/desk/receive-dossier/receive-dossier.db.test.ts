import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';

const DOSSIERS = '/api/desk/dossiers';
const birth = procedureIn('kybac-2019', '1.001193');

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
  clerk = await world.signIn('buudien.kybac');
}, 120_000);
afterAll(() => world.close());

const count = async (table: string): Promise<number> => {
  const { rows } = await world.database.pool.query<{ n: number }>(`select count(*)::int as n from motcua.${table}`);
  return rows[0]?.n ?? -1;
};

it('the officer receives a birth registration: code, receipt and hour of return', async () => {
  const answer = await officer.send('POST', DOSSIERS, receiveCommand('ky-bac', birth));
  expect(answer.text).toContain('000.22.36.H27-191118-0001');
  expect(answer.status).toBe(201);
});

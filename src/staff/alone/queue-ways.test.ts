import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import type { Stored } from '../offline/store.ts';
import { listQueue } from './queue-ways.ts';

const birth = procedureIn('kybac-2019', '1.001193');
let machine: Machine | undefined;
afterEach(() => machine?.close());

/** Answered so by the server. */
const parked = async (code: string, caseKind?: string) => {
  const body = { type: `/loi/${code}`, title: 'Giữ lại', status: 422, detail: 'Vì thế.', traceId: '', code, ...(caseKind ? { refusal: { kind: code, caseId: 'c', caseKind } } : {}) };
  machine = await counterMachine({ transport: async ({ path }) => (path.endsWith('/commands') ? { status: 422, headers: {}, body } : undefined) });
  const counter = machine.counter();
  expect((await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth), key: randomUUID() })).ok).toBe(true);
  await counter.sync.poke();
  return (await listQueue(counter.stored() as Stored)).map(({ state, atOffice, isDoubted, mayCorrect, reason }) => ({ state, atOffice, isDoubted, mayCorrect, reason }));
};
const row = { state: 'refused', reason: 'Vì thế.' };

it('what the law refuses is put right here; what is not believed waits for a person and is not done anew', async () => {
  expect(await parked('booklet-number-used', 'refused')).toEqual([{ ...row, atOffice: true, isDoubted: false, mayCorrect: true }]);
  machine?.close();
  expect(await parked('clock-off', 'quarantined')).toEqual([{ ...row, atOffice: true, isDoubted: true, mayCorrect: false }]);
});

it('what the server turned away without keeping it is neither', async () => {
  expect(await parked('invalid-fields')).toEqual([{ ...row, atOffice: false, isDoubted: false, mayCorrect: false }]);
});

// What the counter says of a question it cannot answer reaches the screen in its own words; what only the server knows is left to it.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { formatBagLabel } from '#core/numbering/bag-label.ts';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { askHere } from './ask-here.ts';

let machine: Machine | undefined;
afterEach(() => machine?.close());

const asks = async (path: string): Promise<unknown> => {
  machine = await counterMachine({ roles: ['postal-clerk'] });
  return askHere(machine.counter(), path);
};

it('a bag that was not announced is left sealed, and a label that is none is said to be none', async () => {
  await expect(asks(`/api/desk/bags/by-label/${formatBagLabel(9)}`)).rejects.toThrow(/Giữ nguyên túi và niêm phong, không mở/);
  await expect(asks('/api/desk/bags/by-label/TUI12')).rejects.toThrow(/nhãn/i);
});

it.each([`/api/dossiers/${randomUUID()}`, '/api/office/inbox?tab=mine', `/api/desk/bags/${randomUUID()}`])('what only the server has is left to it: %s', async (path) => {
  expect(await asks(path)).toBeUndefined();
});

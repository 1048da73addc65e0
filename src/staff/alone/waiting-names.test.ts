import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { storedOf } from '#testing/view-at-counter.ts';
import type { GuidanceGivenAnswer } from '#wire/give-guidance.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { waitingNames } from './waiting-names.ts';

const birth = procedureIn('kybac-2019', '1.001193');
let machine: Machine | undefined;
afterEach(() => machine?.close());

it('a dossier and its paper, and a paper that no dossier bears, are asked of this machine until they are through', async () => {
  machine = await counterMachine();
  const counter = machine.counter();
  const stored = storedOf(counter);
  const names = waitingNames(stored);
  expect(await names()).toEqual([]);
  const guidance = { deskId: 'ky-bac', guidanceId: randomUUID(), procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId, brought: [], missing: [], reason: 'Thiếu giấy tờ' };
  const answers = [];
  for (const [path, body] of [['/api/desk/guidance', guidance], ['/api/desk/dossiers', receiveCommand('ky-bac', birth)]] as const) {
    const done = await counter.act({ path, body, key: randomUUID() });
    if (!done.ok) throw new Error(done.refusal.detail);
    answers.push(done.value.answer);
  }
  const [given, received] = answers as [GuidanceGivenAnswer, DossierReceivedAnswer];
  expect((await names()).toSorted()).toEqual([given.paperId, received.dossierId, received.paperId].toSorted());
  const [first] = await stored.db.outbox.orderBy('seq').toArray();
  await stored.db.outbox.update(first?.seq ?? 0, { state: 'done' });
  expect((await names()).toSorted()).toEqual([received.dossierId, received.paperId].toSorted());
});

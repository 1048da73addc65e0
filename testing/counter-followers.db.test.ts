// What was built at a counter on an act that the server did not take waits for it, however the dossier stands there meanwhile,
// and goes in by itself once that was put right.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { NOT_ACCEPTED_BEFORE } from '#wire/refusals/not-accepted-before.ts';
import { actAt, confirmedAt, queuedAt, renamed } from './acts-at-counter.ts';
import { counterDesk } from './counter-desk.ts';
import { procedureIn, receiveCommand } from './desk-commands.ts';
import { settle } from './model-bench.ts';
import { saidOf, viewAt } from './view-at-counter.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const desk = counterDesk();

it('two acts on one dossier, and another machine was quicker with the first: the second is not taken for what follows that', async () => {
  const { dossierId } = (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
  const at = await desk.alone();
  const first = await actAt(at, dossierId, 'supersede-receipt', renamed('Nguyễn Văn Đúng'));
  const second = await actAt(at, dossierId, 'cancel-entry', { reason: 'Nhập nhầm' });
  expect(await queuedAt(at, first)).toMatchObject({ follows: undefined });
  expect(await queuedAt(at, second)).toMatchObject({ follows: [first] });
  expect((await desk.officer.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, { ...renamed('Nguyễn Văn Khác'), revision: 1 })).status).toBe(200);
  await settle(at);
  expect(await queuedAt(at, first)).toMatchObject({ state: 'refused', code: 'changed-meanwhile' });
  expect(await queuedAt(at, second)).toMatchObject({ state: 'refused', code: NOT_ACCEPTED_BEFORE });
  // as the server has it, and what is done now builds on that
  expect(await viewAt(at.counter(), dossierId)).toMatchObject({ state: 'received', revision: 2, parties: { applicant: { fullName: 'Nguyễn Văn Khác' } } });
  const third = await actAt(at, dossierId, 'cancel-entry', { reason: 'Nhập nhầm' });
  expect(await queuedAt(at, third)).toMatchObject({ follows: undefined });
  await settle(at);
  expect(await queuedAt(at, third)).toMatchObject({ state: 'done' });
});

it('a reception that the law refuses, and what was done on it since: put right, both go in', async () => {
  const at = await desk.alone();
  const sheet = (bookletNumber: string) => ({ lateEntry: { receivedAt: '2019-11-18T07:05:00+07:00', bookletNumber, reason: 'Mất điện' } });
  const taken = `Q${randomUUID().slice(0, 8)}`;
  expect((await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, sheet(taken)))).status).toBe(201);
  const body = receiveCommand('ky-bac', birth, { ...confirmedAt(at), ...sheet(taken) } as never);
  const key = randomUUID();
  saidOf(await at.counter().act({ path: '/api/desk/dossiers', body, key }));
  const next = await actAt(at, body.dossierId, 'cancel-entry', { reason: 'Nhập nhầm' });
  expect(await queuedAt(at, next)).toMatchObject({ follows: [key] });
  await settle(at);
  expect([(await queuedAt(at, key)).code, (await queuedAt(at, next)).code]).toEqual(['booklet-number-used', NOT_ACCEPTED_BEFORE]);
  const again = randomUUID();
  const said = await at.counter().act({ path: '/api/desk/dossiers', body: { ...body, ...sheet(`Q${randomUUID().slice(0, 8)}`) }, key: again, corrects: key });
  expect(saidOf(said)).toMatchObject({ dossierId: body.dossierId });
  expect(await queuedAt(at, again)).toMatchObject({ follows: undefined });
  await settle(at);
  expect([(await queuedAt(at, again)).state, (await queuedAt(at, next)).state]).toEqual(['done', 'done']);
  expect(await viewAt(at.counter(), body.dossierId)).toMatchObject({ state: 'cancelled', revision: 2 });
});

// What the counter's screens have been proved to do, done in one request: to get to what a test is about.
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, request } from '@playwright/test';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import type { Client } from './desk.ts';
import { KYBAC, type World } from './people.ts';

export type Wire = {
  readonly post: (path: string, body: unknown, key?: string) => ReturnType<APIRequestContext['post']>;
  readonly get: (path: string) => ReturnType<APIRequestContext['get']>;
  readonly dispose: () => Promise<void>;
};

export const wireOf = async (login: string, world: World = KYBAC): Promise<Wire> => {
  const api = await request.newContext({ baseURL: world.base });
  const me = await (await api.post('/api/sign-in', { data: { login, password: world.password } })).json() as { csrfToken: string };
  return {
    post: (path, body, key = randomUUID()) => api.post(path, { data: body, headers: { 'x-csrf-token': me.csrfToken, 'idempotency-key': key } }),
    get: (path) => api.get(path),
    dispose: () => api.dispose(),
  };
};

export type ReceivedByWire = { readonly code: string; readonly dossierId: string };

/** The officer at the desk receives by herself. */
export const receivedByWire = async (wire: Wire, procedureCode: string, who: Client): Promise<ReceivedByWire> => {
  const parties = { applicant: { ...farmer, fullName: who.name, phone: who.phone, identity: { ...farmer.identity, number: who.number } } };
  const answer = await wire.post('/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', procedureCode), { parties }));
  expect(answer.status(), await answer.text()).toBe(201);
  const { code, dossierId } = await answer.json() as ReceivedByWire;
  return { code, dossierId };
};

/** Received at the desk, taken over by the commune, and papers asked for: all by the one officer who is both. */
export const askedByWire = async (wire: Wire, procedureCode: string, who: Client, names: readonly string[]): Promise<ReceivedByWire> => {
  const received = await receivedByWire(wire, procedureCode, who);
  const { dossierId } = received;
  const revision = async (): Promise<number> => (await (await wire.get(`/api/dossiers/${dossierId}`)).json() as { revision: number }).revision;
  const done = async (path: string, body: object): Promise<void> => {
    const answer = await wire.post(path, body);
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await done('/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId, revision: await revision(), paperCount: 1 }] });
  await done('/api/office/hand-overs/accept', { dossierIds: [dossierId] });
  await done(`/api/office/dossiers/${dossierId}/ask-supplement`, {
    expectedRevision: await revision(), reason: 'Giấy tờ chưa đủ căn cứ để giải quyết.', answerWithinWorkingDays: 5,
    items: names.map((name) => ({ name, original: 1, certifiedCopy: 0, plainCopy: 0 })),
  });
  return received;
};

// The morning, with a line: a machine is enrolled, fetches what it decides with, and receives at the server, over a line
// without delay and over one as bad as a commune's.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { wireOf } from '../../e2e/by-wire.ts';
import { enrols } from '../../e2e/own-counter.ts';
import { PIN } from '../../e2e/people.ts';
import { THIRD_GENERATION } from '#testing/slow-line.ts';
import { asks, takeClock } from './pages.ts';
import { type Carried, type Stage, carriedBy, openCounterPage, receptionOf } from './stage.ts';

export type Morning = {
  readonly firstReference: Carried;
  /** One procedure changed overnight. */
  readonly usual: Carried;
  readonly quiet: Carried;
  readonly onlineMs: readonly number[];
  /** The line a commune has. */
  readonly online3gMs: readonly number[];
};

const ONLINE = 10;
const FIRST_NUMBER = 90_000;
/** Numbers are held by what the desk needed of late. */
const BUSY_DAY = 30;

const haveBusyDay = async (stage: Stage): Promise<void> => {
  const wire = await wireOf('buudien.kybac', stage.server.world);
  for (let no = 0; no < BUSY_DAY; no += 1) {
    const { body } = receptionOf(stage, FIRST_NUMBER + ONLINE + no, [], 'pin');
    const answer = await wire.post('/api/desk/dossiers', body);
    if (answer.status() !== 201) throw new Error(`not received: ${await answer.text()}`);
  }
  await wire.dispose();
};

export const spendMorning = async (stage: Stage): Promise<{ readonly page: Page; readonly morning: Morning }> => {
  const { counter, world, officerId, say } = stage;
  await haveBusyDay(stage);
  const app = await counter.start();
  await takeClock(app.context());
  await enrols(app, world);
  const page = await openCounterPage(stage, app.context());
  await app.close();
  await asks(page, 'signIn', 'buudien.kybac', world.password);
  await asks(page, 'opensPresence', officerId, PIN);
  await asks(page, 'sync');
  say('the machine is enrolled');
  await asks(page, 'forgetReference', 'all');
  const firstReference = await carriedBy(stage, () => asks(page, 'sync'));
  await asks(page, 'forgetReference', 'one procedure');
  const usual = await carriedBy(stage, () => asks(page, 'sync'));
  const quiet = await carriedBy(stage, () => asks(page, 'sync'));
  const receiveFrom = async (first: number): Promise<readonly number[]> => {
    const milliseconds: number[] = [];
    for (let no = first; no < first + ONLINE; no += 1) {
      const received = await asks(page, 'receiveAtServer', randomUUID(), receptionOf(stage, no, [], 'key').body);
      if (!received.answer) throw new Error(`not received at the server: ${received.refused}`);
      milliseconds.push(received.milliseconds);
    }
    return milliseconds;
  };
  const onlineMs = await receiveFrom(FIRST_NUMBER);
  stage.line.shape(THIRD_GENERATION);
  const online3gMs = await receiveFrom(FIRST_NUMBER + ONLINE + BUSY_DAY);
  stage.line.shape(undefined);
  await asks(page, 'sync');
  say(`${2 * ONLINE} received with a line`);
  return { page, morning: { firstReference, usual, quiet, onlineMs, online3gMs } };
};

// What the hours of a day share: a product of its own behind a line of its own, and the counter's machine.
import type { BrowserContext, Page } from '@playwright/test';
import { farmer, papersFor, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type SlowLine, openSlowLine } from '#testing/slow-line.ts';
import { wireOf } from '../../e2e/by-wire.ts';
import { PHRASE, type OwnCounter, ownCounter } from '../../e2e/own-counter.ts';
import { type OwnServer, ownServer } from '../../e2e/own-server.ts';
import { PIN, type World } from '../../e2e/people.ts';
import { asks, buildInPage, openPage } from './pages.ts';

export type Stage = {
  readonly server: OwnServer;
  /** As the counter reaches it. */
  readonly world: World;
  readonly line: SlowLine;
  readonly counter: OwnCounter;
  readonly code: string;
  readonly accountId: string;
  readonly officerId: string;
  readonly say: (line: string) => void;
  readonly close: () => Promise<void>;
};

export const openStage = async (say: Stage['say']): Promise<Stage> => {
  const [server, code] = [await ownServer(), await buildInPage()];
  await server.start();
  const line = await openSlowLine(Number(new URL(server.world.base).port));
  const world = { ...server.world, base: `http://localhost:${line.port}` };
  const counter = ownCounter(world);
  const wire = await wireOf('buudien.kybac', server.world);
  const me = await (await wire.get('/api/me')).json() as { account: { accountId: string }; desk: { officers: { accountId: string }[] } };
  await wire.dispose();
  return {
    server, world, line, counter, code, say, accountId: me.account.accountId, officerId: me.desk.officers[0]?.accountId ?? '',
    close: async () => {
      await counter.stop();
      await line.close();
      await server.stop();
    },
  };
};

/** With the store open, as a tab of the app has it. */
export const openCounterPage = async ({ world, code, accountId }: Stage, context: BrowserContext): Promise<Page> => {
  const page = await openPage(context, world.base, code);
  const opened = await asks(page, 'open', 'kybac-2019', accountId, PHRASE);
  if (opened !== 'open') throw new Error(`the store does not open: ${opened}`);
  return page;
};

export type Carried = ReturnType<SlowLine['carried']>;
export const carriedBy = async ({ line }: Stage, work: () => Promise<unknown>): Promise<Carried> => {
  const before = line.carried();
  await work();
  const after = line.carried();
  return { up: after.up - before.up, down: after.down - before.down };
};

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

const birth = procedureIn('kybac-2019', '1.001193');
/** Each client has a number of his own, by which his dossier is found. */
export const receptionOf = ({ officerId }: Stage, no: number, scans: readonly string[], by: 'pin' | 'key'): { readonly number: string; readonly body: object } => {
  const number = `1850${String(no).padStart(5, '0')}`;
  const papers = papersFor(birth, birth.cases[0]?.caseId ?? '').map((paper, index) => (index === 0 ? { ...paper, scans } : paper));
  return {
    number,
    body: receiveCommand('ky-bac', birth, {
      papers, parties: { applicant: { ...farmer, identity: { kind: 'old-identity-card', number } } }, confirmation: by === 'key' ? { by: 'present-officer' } : { by: 'pin', accountId: officerId, pin: PIN },
    } as never),
  };
};

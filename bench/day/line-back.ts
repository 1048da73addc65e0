// The line is back, as bad as it is: three tabs would all send, and the server is killed when half of the scans are there.
import type { Page } from '@playwright/test';
import { asks } from './pages.ts';
import { type Carried, type Stage, carriedBy, pause } from './stage.ts';

export type Sent = Carried & { readonly seconds: number; readonly serverDownSeconds: number };

const LONGEST_SECONDS = 45 * 60;

export const sendAll = async (stage: Stage, [page, second]: readonly [Page, Page], scans: number): Promise<Sent> => {
  const { server, world, say } = stage;
  const began = performance.now();
  const secondsSince = (then: number): number => (performance.now() - then) / 1000;
  let serverDownSeconds = 0;
  const signIn = async (): Promise<void> => {
    await asks(second, 'joinSession', await asks(page, 'signIn', 'buudien.kybac', world.password));
    await Promise.all([asks(second, 'poke'), asks(page, 'poke')]);
  };
  const carried = await carriedBy(stage, async () => {
    await signIn();
    for (;;) {
      const { pending, scansSent, sync } = await asks(page, 'standing');
      // the round goes on after the last act: numbers, reference, clock
      if (pending === 0 && sync === 'resting') return;
      if (pending === 0 && sync === 'other-tab') await asks(page, 'poke');
      if (sync === 'sign-in-needed') await signIn();
      if (secondsSince(began) > LONGEST_SECONDS) throw new Error(`still ${pending} not sent`);
      if (serverDownSeconds === 0 && scansSent >= scans / 2) {
        say('the server is killed in the midst');
        const down = performance.now();
        await server.kill();
        await server.start();
        serverDownSeconds = secondsSince(down);
      }
      await pause(500);
    }
  });
  say('all is sent');
  return { ...carried, seconds: secondsSince(began), serverDownSeconds };
};

// The counter as it stands in a browser: its fetch, its locks, its clock, its storage.
import { newId } from '../../api/new-id.ts';
import { type Counter, openCounter } from './counter.ts';
import type { OtherTabs } from './presence.ts';
import { browserTimer, webLock } from '../sync/turns.ts';
import { fetchTransport } from '../transport.ts';

const otherTabsOf = (world: string): OtherTabs => {
  const channel = new BroadcastChannel(`motcua-presence-${world}`);
  return {
    tell: (stays) => channel.postMessage(stays),
    hear: (told) => { channel.onmessage = ({ data }: MessageEvent<string | undefined>) => told(data); },
  };
};

export const browserCounter = (world: string, csrfToken: () => string, whenIdle: () => Promise<void>): Counter => {
  const counter = openCounter({
    world, transport: fetchTransport(csrfToken), whenIdle, oneTab: webLock(world), timer: browserTimer,
    ports: { machineNow: Date.now, steadyNow: () => performance.now(), newId, random: Math.random }, otherTabs: otherTabsOf(world),
  });
  addEventListener('online', counter.sync.lineBack);
  return counter;
};

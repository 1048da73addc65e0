// A line between a browser and its server as bad as a commune's: so many bits a second for all connections together,
// each late, and some segments lost, after which their connection stands still for a round trip and they go again.
// TCP's own answer to loss is simplified: the window does not shrink, it closes. Bytes are those above TCP.
import { type Socket, connect, createServer } from 'node:net';

export type Shape = { readonly kilobitsPerSecond: number; readonly roundTripMilliseconds: number; readonly lossShare: number };
export const THIRD_GENERATION: Shape = { kilobitsPerSecond: 400, roundTripMilliseconds: 400, lossShare: 0.02 };

export type SlowLine = {
  readonly port: number;
  readonly carried: () => { readonly up: number; readonly down: number };
  /** Undefined: as fast as this machine. */
  readonly shape: (shape: Shape | undefined) => void;
  /** Every connection breaks and none is taken until it is whole again. */
  readonly cut: (isCut: boolean) => void;
  readonly close: () => Promise<void>;
};

const SEGMENT_BYTES = 1460;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Whoever sends waits for the end of the segment before. */
const makeLink = (): ((bytes: number, { kilobitsPerSecond }: Shape) => Promise<void>) => {
  let freeAt = 0;
  return (bytes, { kilobitsPerSecond }) => {
    const now = performance.now();
    freeAt = Math.max(now, freeAt) + (bytes * 8) / kilobitsPerSecond;
    return pause(freeAt - now);
  };
};

export const openSlowLine = async (serverPort: number, random: () => number = Math.random): Promise<SlowLine> => {
  let shaped: Shape | undefined;
  let isCut = false;
  const sockets = new Set<Socket>();
  const carried = { up: 0, down: 0 };
  const links = { up: makeLink(), down: makeLink() };

  /** What was read is passed on in order before more is read. */
  const relay = async (from: Socket, to: Socket, way: 'up' | 'down'): Promise<void> => {
    if (shaped && way === 'up') await pause(shaped.roundTripMilliseconds);
    // the other way goes on when this one has ended
    for await (const part of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      for (let at = 0; at < part.length; at += SEGMENT_BYTES) {
        const segment = part.subarray(at, at + SEGMENT_BYTES);
        const shape = shaped;
        if (shape) {
          await links[way](segment.length, shape);
          while (random() < shape.lossShare) {
            await pause(shape.roundTripMilliseconds);
            await links[way](segment.length, shape);
          }
        }
        const pass = (): void => {
          if (to.destroyed) return;
          carried[way] += segment.length;
          to.write(segment);
        };
        if (shape) setTimeout(pass, shape.roundTripMilliseconds / 2);
        else pass();
      }
    }
    await pause(shaped ? shaped.roundTripMilliseconds / 2 : 0);
    to.end();
  };

  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (isCut) return void near.resetAndDestroy();
    const far = connect({ port: serverPort, host: '127.0.0.1', allowHalfOpen: true });
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      // a broken end breaks the other: nobody waits for what cannot come
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => sockets.delete(one));
    }
    for (const [from, to, way] of [[near, far, 'up'], [far, near, 'down']] as const) {
      relay(from, to, way).catch(() => to.resetAndDestroy());
    }
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const breakAll = (): void => { for (const socket of sockets) socket.resetAndDestroy(); };
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    carried: () => ({ ...carried }),
    shape: (shape) => { shaped = shape; },
    cut: (now) => {
      isCut = now;
      if (now) breakAll();
    },
    close: () => {
      breakAll();
      return new Promise((resolve) => { server.close(() => resolve()); });
    },
  };
};

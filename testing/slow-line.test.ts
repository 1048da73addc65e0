import { randomBytes } from 'node:crypto';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type SlowLine, openSlowLine } from './slow-line.ts';

/** Answers with what it was sent. */
const echo = async (): Promise<Server> => {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return server;
};
let server: Server;
let line: SlowLine;
const opened = async (random?: () => number): Promise<void> => {
  server = await echo();
  line = await openSlowLine((server.address() as AddressInfo).port, random);
};
afterEach(async () => {
  await line.close();
  await new Promise((resolve) => { server.close(resolve); });
});

const dial = (): Socket => connect({ port: line.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined);
const exchange = async (sent: Buffer): Promise<Buffer> => {
  const socket = dial();
  socket.end(sent);
  const heard: Buffer[] = [];
  for await (const part of socket as AsyncIterable<Buffer>) heard.push(part);
  return Buffer.concat(heard);
};
const closed = (socket: Socket): Promise<void> => new Promise((resolve) => { socket.once('close', () => resolve()); });

it('what goes in comes out, in order and counted both ways, however much of it is lost on the way', async () => {
  let turn = 0;
  await opened(() => (turn += 1) % 3 / 3);
  line.shape({ kilobitsPerSecond: 1_000_000, roundTripMilliseconds: 2, lossShare: 0.3 });
  const sent = [randomBytes(40_001), randomBytes(9)];
  expect(await Promise.all(sent.map(exchange))).toEqual(sent);
  expect(line.carried()).toEqual({ up: 40_010, down: 40_010 });
});

it('a line that is cut breaks what is open and takes nothing, until it is whole again', async () => {
  await opened();
  const open = dial();
  const ends = closed(open);
  await new Promise((resolve) => { open.once('data', resolve).write('here'); });
  line.cut(true);
  await ends;
  await closed(dial());
  line.cut(false);
  expect((await exchange(Buffer.from('again'))).toString()).toBe('again');
});

it('a server that is gone is gone for the browser too', async () => {
  await opened();
  await new Promise((resolve) => { server.close(resolve); });
  await closed(dial());
  server = await echo();
});

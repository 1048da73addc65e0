import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { isLineUp, noteAnswered } from './line.ts';
import { act, ask, askBlob, askServer } from './request.ts';
import { signIn } from './session.ts';
import { expectStandIn, registerStandIn, type StandIn, type StandInAct } from './stand-in.ts';

const said = z.object({ from: z.string() });
const served = () => vi.fn(async () => Response.json({ from: 'server' }));
const cut = () => vi.fn(async () => { throw new TypeError('cut'); });
const line = (fetching: ReturnType<typeof served> | ReturnType<typeof cut>) => {
  vi.stubGlobal('fetch', fetching);
  return fetching;
};

let done: StandInAct[];
const standIn = (change: Partial<StandIn> = {}): void => registerStandIn({
  ask: async () => ({ from: 'counter' }), askBlob: async () => undefined, keepFile: async () => undefined, notePrint: async () => undefined,
  mustWait: () => false, shut: () => undefined, device: 'id.token',
  act: async (asked) => {
    done.push(asked);
    return { from: 'counter' };
  },
  ...change,
});

beforeEach(() => {
  done = [];
  noteAnswered();
});
afterEach(() => {
  registerStandIn(undefined);
  vi.unstubAllGlobals();
});

const post = (body: object, by?: 'server' | 'counter') => act({ path: '/api/desk/dossiers', body, answer: said, by });

test('while the server answers nobody else is asked', async () => {
  line(served());
  standIn();
  expect([await ask('/api/desk/today', said), await post({ n: 1 })]).toEqual([{ from: 'server' }, { from: 'server' }]);
  expect(done).toEqual([]);
});

test('without an answer the counter answers, and is asked first until the server is heard again', async () => {
  const fetching = line(cut());
  standIn();
  expect(await ask('/api/desk/today', said)).toEqual({ from: 'counter' });
  expect(isLineUp()).toBe(false);
  await ask('/api/desk/today', said);
  expect(fetching).toHaveBeenCalledTimes(1);
});

test('what the counter does not have needs the line, and is said so', async () => {
  line(cut());
  standIn({ ask: async () => undefined, act: async () => undefined });
  await expect(ask('/api/books', said)).rejects.toThrow('Việc này cần có mạng');
  await expect(post({ n: 2 })).rejects.toThrow('Việc này cần có mạng');
});

test('who signs in asks the server also while the line is believed to be cut: nobody else can say it', async () => {
  line(cut());
  standIn({ ask: async () => ({ from: 'counter' }), act: async () => undefined });
  await ask('/api/desk/today', said);
  expect(isLineUp()).toBe(false);
  const fetching = line(served());
  await signIn('buudien.kybac', 'x');
  expect(fetching).toHaveBeenCalledTimes(1);
  expect(isLineUp()).toBe(true);
});

test('an act that was sent without an answer is not done here by itself; pressed again it is, under the same key', async () => {
  const fetching = line(cut());
  standIn();
  await expect(post({ n: 3 })).rejects.toThrow('Chưa nhận được trả lời');
  expect(done).toEqual([]);
  expect(await post({ n: 3 })).toEqual({ from: 'counter' });
  const sent = (fetching.mock.calls as unknown as [string, { headers: Record<string, string> }][])[0]?.[1].headers['idempotency-key'];
  expect(done).toEqual([{ path: '/api/desk/dossiers', method: 'POST', body: { n: 3 }, key: sent, afterUnsettled: true }]);
});

test('an act begun while the line is known to be cut was never sent', async () => {
  line(cut());
  standIn();
  await ask('/api/desk/today', said);
  await post({ n: 4 });
  expect(done.map(({ afterUnsettled }) => afterUnsettled)).toEqual([false]);
});

test('an officer who leaves while the line is known to be cut leaves here', async () => {
  line(cut());
  standIn();
  await ask('/api/desk/today', said);
  await act({ path: '/api/desk/officer-presence', method: 'DELETE', answer: said });
  expect(done).toMatchObject([{ path: '/api/desk/officer-presence', method: 'DELETE' }]);
});

test('asked of the server alone it never goes to the counter', async () => {
  line(cut());
  standIn();
  await ask('/api/desk/today', said);
  await expect(post({ n: 5 }, 'server')).rejects.toThrow('Chưa nhận được trả lời');
  expect(done).toEqual([]);
});

test('what comes after something that waits here waits too, though the line is there', async () => {
  line(served());
  standIn({ mustWait: (named) => named.includes('0189') });
  expect(await post({ dossierId: '0189' })).toEqual({ from: 'counter' });
  expect(await post({ dossierId: '0190' })).toEqual({ from: 'server' });
});

test('at the start of a counter silence is no answer: the door of its store does not wait for a dead line', async () => {
  const patience = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(patience.signal);
  const fetching = vi.fn((_path: string, { signal }: RequestInit) => new Promise<Response>((_done, fail) => { signal?.addEventListener('abort', () => fail(signal.reason as Error)); }));
  vi.stubGlobal('fetch', fetching);
  expectStandIn();
  const asked = askServer('/api/me', said);
  patience.abort(new DOMException('silent', 'TimeoutError'));
  await expect(asked).rejects.toThrow('Chưa nhận được trả lời');
  expect(isLineUp()).toBe(false);
});

test('a machine shows itself to routes of enrolled machines and to no other', async () => {
  const fetching = line(served());
  standIn();
  await ask('/api/desk/offline/cases', said);
  await ask('/api/desk/today', said);
  const shown = (fetching.mock.calls as unknown as [string, { headers: Record<string, string> }][]).map(([, { headers }]) => headers['x-device']);
  expect(shown).toEqual(['id.token', undefined]);
});

test('a machine that is no counter says that no answer came, as ever', async () => {
  line(cut());
  await expect(ask('/api/desk/today', said)).rejects.toThrow('Chưa nhận được trả lời');
});

test('what puts right an act of this counter goes to nobody else, also where the store was shut meanwhile', async () => {
  const fetching = line(served());
  const corrected = () => act({ path: '/api/desk/dossiers/1/cancel-entry', body: {}, answer: said, by: 'counter', corrects: 'first' });
  standIn();
  expect(await corrected()).toEqual({ from: 'counter' });
  expect(done).toMatchObject([{ corrects: 'first' }]);
  standIn({ act: async () => undefined });
  await expect(corrected()).rejects.toThrow('Kho dữ liệu của quầy đang khóa');
  registerStandIn(undefined);
  await expect(corrected()).rejects.toThrow('Kho dữ liệu của quầy đang khóa');
  expect(fetching).not.toHaveBeenCalled();
});

test('a paper printed here that the server does not know is shown by this machine; anything else it does not know is not found', async () => {
  const missing = { type: '/loi/khong-thay', title: 'Không thấy', status: 404, detail: 'Nội dung này không tồn tại.', traceId: 't', code: 'not-found' };
  line(vi.fn(async () => Response.json(missing as never, { status: 404 })));
  const paper = new Blob(['giấy']);
  standIn({ askBlob: async (path) => (path.startsWith('/api/papers/p1') ? paper : undefined) });
  expect(await askBlob('/api/papers/p1.pdf')).toBe(paper);
  expect(await ask('/api/papers/p1/payload', said)).toEqual({ from: 'counter' });
  await expect(askBlob('/api/papers/p2.pdf')).rejects.toThrow('không tồn tại');
  await expect(ask('/api/dossiers/d1', said)).rejects.toThrow('không tồn tại');
});

import { afterEach, expect, test, vi } from 'vitest';
import { shrinkApart, type Thread } from './shrink-apart.ts';
import type { Said } from './shrink-pdf-worker.ts';

const FILE = new Blob(['%PDF-1.7'], { type: 'application/pdf' });
const MINUTE = 60_000;

const opened = () => {
  const thread: Thread = { postMessage: vi.fn(), terminate: vi.fn(), onmessage: null, onerror: null };
  const told: string[] = [];
  const became = shrinkApart(FILE, (page, of) => told.push(`${page}/${of}`), () => thread);
  return { thread, told, became, says: (data: Said) => thread.onmessage?.(new MessageEvent('message', { data })) };
};

afterEach(() => { vi.useRealTimers(); });

test('the thread gets the file, says its pages and what became of it, and is let go', async () => {
  const { thread, told, became, says } = opened();
  expect(thread.postMessage).toHaveBeenCalledWith(FILE);
  says({ kind: 'page', page: 3, of: 40 });
  says({ kind: 'done', outcome: { kind: 'left', why: 'small' } });
  expect(await became).toEqual({ kind: 'left', why: 'small' });
  expect(told).toEqual(['3/40']);
  expect(thread.terminate).toHaveBeenCalledTimes(1);
});

test('a thread that says nothing for a minute is stopped; one that goes on, page after page, is not', async () => {
  vi.useFakeTimers();
  const { thread, told, became, says } = opened();
  for (let page = 1; page <= 3; page += 1) {
    vi.advanceTimersByTime(MINUTE - 1);
    says({ kind: 'page', page, of: 40 });
  }
  expect(thread.terminate).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE);
  expect(await became).toEqual({ kind: 'stopped', why: 'too-long' });
  expect(thread.terminate).toHaveBeenCalledTimes(1);
  expect(told).toHaveLength(3);
});

test('a thread that cannot be fetched, or that its memory ends, leaves the file as it came', async () => {
  const { thread, became } = opened();
  thread.onerror?.(new Event('error') as ErrorEvent);
  expect(await became).toEqual({ kind: 'stopped', why: 'not-here' });
  expect(thread.terminate).toHaveBeenCalledTimes(1);
});

test('where the browser starts no thread the file is left as it came', async () => {
  const open = (): never => { throw new DOMException('not allowed', 'SecurityError'); };
  expect(await shrinkApart(FILE, () => undefined, open)).toEqual({ kind: 'stopped', why: 'not-here' });
});

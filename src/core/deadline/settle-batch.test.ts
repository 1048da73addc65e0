import { expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import { BATCH_STATES, settleBatch } from './settle-batch.ts';

const by = { byName: 'Nguyễn Thị Quản', at: '2026-11-23T09:00:00+07:00' as Moment };
const possible = (how: 'apply' | 'leave') => BATCH_STATES.filter((state) => settleBatch({ version: 2, state }, how).ok);

it('what was begun is gone on with and not left; what was decided is decided', () => {
  expect([possible('apply'), possible('leave')]).toEqual([['open', 'running'], ['open']]);
});

it('who comes too late is told what was done by whom', () => {
  expect(settleBatch({ version: 2, state: 'running', ...by }, 'leave')).toEqual({ ok: false, refusal: { kind: 'changed-meanwhile', version: 2, state: 'running', ...by } });
});

import { expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

it('a scan that fails is said, and those after it are done in their order', async () => {
  const done: string[] = [];
  const take = inTurn(() => done.push('failed'));
  const slow = Promise.withResolvers<undefined>();
  const all = [
    take(() => slow.promise.then(() => done.push('first'))), take(() => Promise.reject(new Error('the store is shut'))),
    take(() => { throw new Error('before anything was asked'); }), take(() => Promise.resolve(done.push('last'))),
  ];
  slow.resolve(undefined);
  await Promise.all(all);
  expect(done).toEqual(['first', 'failed', 'failed', 'last']);
});

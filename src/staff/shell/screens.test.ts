import { expect, test } from 'vitest';
import type { Role } from '#core/organisation/organisation.ts';
import type { Me } from '#wire/session.wire.ts';
import { mayOpen } from './screens.ts';

const holding = (roles: readonly Role[], desk: object | null): Me => ({ roles, desk }) as unknown as Me;
const clerk = holding(['postal-clerk'], {});
const records = holding(['records-clerk'], null);

test('a screen opens only for those whose work it is, whatever address was typed', () => {
  for (const path of ['/hom-nay', '/tiep-nhan', '/tiep-nhan/1.001193', '/tra-ket-qua/01890000']) {
    expect([path, mayOpen(clerk, path), mayOpen(records, path)]).toEqual([path, true, false]);
  }
  for (const path of ['/co-quan', '/co-quan/01890000', '/co-quan/tim']) {
    expect([path, mayOpen(clerk, path), mayOpen(records, path)]).toEqual([path, false, true]);
  }
});

test('a dossier’s own page is opened by whoever may read it', () => {
  expect(mayOpen(clerk, '/ho-so/01890000')).toBe(true);
  expect(mayOpen(records, '/ho-so/01890000')).toBe(true);
});

import { expect, test } from 'vitest';
import type { Sha256 } from '#core/dossier/dossier.ts';
import { isUnsent, proofsOf } from './proof-fields.tsx';

test('a row without a file names nothing, and one file is named once', () => {
  const [a, b] = ['a' as Sha256, 'b' as Sha256];
  expect(proofsOf([])).toEqual([]);
  expect([isUnsent([]), isUnsent([{ key: 1, kind: 'posting', sha256: a }]), isUnsent([{ key: 1, kind: 'posting', sha256: a }, { key: 2, kind: 'damage' }])]).toEqual([false, false, true]);
  expect(proofsOf([{ key: 1, kind: 'posting', sha256: a }, { key: 2, kind: 'damage' }, { key: 3, kind: 'other', sha256: a }, { key: 4, kind: 'damage', sha256: b }]))
    .toEqual([{ kind: 'posting', sha256: a }, { kind: 'damage', sha256: b }]);
});

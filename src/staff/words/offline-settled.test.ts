import { expect, test } from 'vitest';
import { OFFLINE_ACTS } from '#core/offline/offline-act.ts';
import { waysToSettle } from '#core/offline/settle-case.ts';
import { SETTLED_MEANS, settledMeans } from './offline-settled.ts';

test.each(OFFLINE_ACTS)('%s: each decision says what becomes of it and what the counter shows', (act) => {
  for (const kind of ['refused', 'quarantined', 'correction'] as const) {
    for (const how of waysToSettle(kind, 'proof-wrong')) {
      const said = settledMeans(kind, act, how);
      expect(said).toBe(said.normalize('NFC'));
      expect(said).toMatch(/^\p{Lu}.+[Mm]áy ở quầy .+\.$/u);
      if (kind !== 'correction') expect(said.startsWith(SETTLED_MEANS[act][how])).toBe(true);
    }
  }
});

test('no two acts mean the same', () => {
  const all = OFFLINE_ACTS.map((act) => Object.values(SETTLED_MEANS[act]).join(' '));
  expect(new Set(all).size).toBe(OFFLINE_ACTS.length);
});

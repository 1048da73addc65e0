import { expect, it } from 'vitest';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { changedSince } from './changed-since.ts';

const line = (act: string) => ({ at: '2019-11-18T08:00:00+07:00', act, what: act, accountName: 'A', place: 'B' });
const view = (revision: number) => ({ revision, journal: ['receive-dossier', 'supersede-receipt', 'keep-offline-command', 'forward-dossiers'].map(line) }) as unknown as DossierView;
const actsSince = (now: number, then: number) => changedSince(view(now), then).map(({ act }) => act);

it('each act since then is named, and what was only noted is not', () => {
  expect(actsSince(3, 1)).toEqual(['supersede-receipt', 'forward-dossiers']);
  expect(actsSince(3, 2)).toEqual(['forward-dossiers']);
});

it('nothing is named where the dossier stands as it stood, or stood further at the counter than at the office', () => {
  expect([actsSince(3, 3), actsSince(3, 4)]).toEqual([[], []]);
});

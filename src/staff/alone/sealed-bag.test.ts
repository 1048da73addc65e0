import { expect, it } from 'vitest';
import type { HandOverFilledBagCommand } from '#wire/bags.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { bagAgain, sealedLines } from './sealed-bag.ts';

const journal = [{ at: '2019-11-18T07:00:00+07:00', act: 'receive-dossier', what: 'Tiếp nhận' }, { at: '2019-11-18T08:00:00+07:00', act: 'supersede-receipt', what: 'Cấp lại giấy tiếp nhận' }];
const view = (dossierId: string, more: object = {}) => ({
  dossierId, code: dossierId, revision: 2, state: 'received', deskId: 'ky-bac', agencyUnitId: 'so-tu-phap', agencyName: 'Sở Tư pháp', journal, custody: [],
  papers: [{ form: 'original', count: 2, shownOnly: false }], ...more,
}) as unknown as DossierView;
const bag = {
  bagId: 'bag', handOverId: 'record', deskId: 'ky-bac', agencyUnitId: 'so-tu-phap', sealNumber: 'NP 004512', openedAt: '2019-11-18T07:20:00+07:00',
  dossiers: [{ dossierId: 'b', revision: 1, paperCount: 2 }, { dossierId: 'a', revision: 2, paperCount: 2 }],
} as unknown as HandOverFilledBagCommand;
const staying = (more: object) => {
  const lines = sealedLines(bag, [view('a'), view('b', more)]);
  return [lines.map(({ stays }) => stays), bagAgain(bag, lines)];
};

it('where every dossier may still go the same bag goes again, in its order, on the dossiers as they are now', () => {
  const lines = sealedLines(bag, [view('a'), view('b')]);
  expect(lines.map(({ dossierId, since, stays }) => [dossierId, since.map(({ act }) => act), stays])).toEqual([['b', ['supersede-receipt'], undefined], ['a', [], undefined]]);
  expect(bagAgain(bag, lines)).toEqual({ ...bag, dossiers: [{ dossierId: 'b', revision: 2, paperCount: 2 }, { dossierId: 'a', revision: 2, paperCount: 2 }] });
});

it.each([
  ['went another way', { state: 'handed-over' }, 'Hồ sơ chưa chuyển được'],
  ['is another agency’s now', { agencyUnitId: 'xa-ky-bac' }, 'Hồ sơ gửi nơi khác'],
  ['lies in another bag', { custody: [{ thingId: 't', insideLabel: 'TUI0000000777' }] }, 'Hồ sơ đang ở túi khác'],
  ['has no paper here', { papers: [] }, 'Không có giấy tờ để cho vào túi'],
  ['has other papers than were sealed in', { papers: [{ form: 'original', count: 3, shownOnly: false }] }, 'Nay ghi 3 bản giấy, lúc đóng túi là 2 bản'],
])('one that %s stops the whole bag, with its reason', (_what, more, stays) => expect(staying(more)).toEqual([[stays, undefined], undefined]));

it('one that cannot be read stops it too', () => {
  const lines = sealedLines(bag, [view('a')]);
  expect([lines.map(({ stays }) => stays), bagAgain(bag, lines)]).toEqual([['Không đọc được hồ sơ này', undefined], undefined]);
});

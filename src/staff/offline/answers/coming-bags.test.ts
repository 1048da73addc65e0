// A bag of outcomes at a counter without a line: opened by its label where it was announced, and else said plainly why not.
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { formatBagLabel } from '#core/numbering/bag-label.ts';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { keptBy, saidOf, withView } from '#testing/view-at-counter.ts';
import { outcomeAcceptedAnswer } from '#wire/accept-outcome.wire.ts';
import { type BagView, bagView, bagsView } from '#wire/bags.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { Counter } from '../counter/counter.ts';
import { offlineAsk } from './ask.ts';

const [LABEL, OTHER] = [formatBagLabel(123), formatBagLabel(124)];
const [RECORD, BAG] = [randomUUID(), randomUUID()];
let machine: Machine | undefined;
afterEach(() => machine?.close());

const sent = (before: DossierView, more: object = {}): Partial<DossierView> => ({
  state: 'outcome-sent',
  handOvers: [...before.handOvers, {
    handOverId: RECORD, direction: 'to-desk', recordNumber: '12/BBGN', fromName: 'Sở Tư pháp', toName: 'Quầy', paperCount: 1, sentAt: '2019-11-18T07:30:00+07:00' as never, sentByName: 'Văn thư',
    bagId: BAG, bagLabel: LABEL, sealNumber: 'STP 17', ...more,
  }],
});
const withBag = async (count: number): Promise<{ counter: Counter; views: readonly DossierView[] }> => {
  machine = await counterMachine({ roles: ['postal-clerk'] });
  const counter = machine.counter();
  const views: DossierView[] = [];
  for (let n = 0; n < count; n += 1) views.push(await withView(counter, (before) => sent(before)));
  return { counter, views };
};
const opened = async (counter: Counter, label: string): Promise<BagView | Problem> => {
  const said = await offlineAsk(counter, `/api/desk/bags/by-label/${encodeURIComponent(label)}`);
  return said.ok ? bagView.parse(said.value) : said.refusal;
};
const listed = async (counter: Counter) => {
  const said = await offlineAsk(counter, '/api/desk/bags');
  return bagsView.parse(said.ok ? said.value : undefined).coming;
};
const count = (counter: Counter, received: readonly string[], rejected: readonly object[] = []) =>
  counter.act({ path: `/api/desk/incoming/${RECORD}/accept`, key: randomUUID(), body: { deskId: 'ky-bac', received, rejected } });

describe('a bag that was announced', () => {
  it('opens by its label, scanned or typed, with what must lie in it, and is listed as coming', async () => {
    const { counter, views } = await withBag(2);
    await withView(counter, (before) => sent(before, { handOverId: randomUUID(), bagLabel: undefined }));
    expect(await listed(counter)).toMatchObject([{ bagId: BAG, label: LABEL, stands: 'sent', direction: 'to-desk', dossierCount: 2, sealNumber: 'STP 17', recordNumber: '12/BBGN' }]);
    const bag = await opened(counter, LABEL.toLowerCase().replace(/^(tui)(\d{4})/u, '$1 $2 '));
    expect(bag).toMatchObject({ atCounter: true, bag: { handOverId: RECORD, label: LABEL } });
    expect('lines' in bag && bag.lines.map(({ code }) => code)).toEqual(views.map(({ code }) => code).toSorted());
    // under the id that the server gave it, for the line may come back while it is counted
    const again = await offlineAsk(counter, `/api/desk/bags/${BAG}`);
    expect(again.ok && bagView.parse(again.value)).toEqual(bag);
  });
  it('is known by its record where an older release was told of it', async () => {
    const { counter } = await withBag(0);
    await withView(counter, (before) => sent(before, { bagId: undefined }));
    const again = await offlineAsk(counter, `/api/desk/bags/${RECORD}`);
    expect(again.ok && bagView.parse(again.value)).toMatchObject({ bag: { handOverId: RECORD, label: LABEL }, lines: [{}] });
  });
  it('is counted against its record and gone then; what is left of it opens again', async () => {
    const { counter, views } = await withBag(2);
    const [first = '', second = ''] = views.map(({ dossierId }): string => dossierId);
    expect(outcomeAcceptedAnswer.parse(saidOf(await count(counter, [first])))).toMatchObject({ open: 1 });
    const rest = await opened(counter, LABEL);
    expect('lines' in rest && rest.lines.map(({ dossierId }) => dossierId)).toEqual([second]);
    expect(saidOf(await count(counter, [], [{ dossierId: second, note: 'Không có trong túi' }]))).toMatchObject({ open: 0 });
    expect([await listed(counter), await keptBy(counter)]).toEqual([[], [2, 0]]);
    expect(await opened(counter, LABEL)).toMatchObject({ code: 'bag-not-announced' });
  });
});

describe('a label that opens nothing', () => {
  it('says why, and what to do with the bag', async () => {
    const { counter } = await withBag(1);
    await withView(counter, (before) => ({ ...sent(before, { handOverId: randomUUID(), bagLabel: OTHER }), deskId: 'ky-phong' as DossierView['deskId'] }));
    const unknown = await opened(counter, OTHER);
    expect(unknown).toMatchObject({ code: 'bag-not-announced', status: 404 });
    expect('detail' in unknown && unknown.detail).toMatch(/TUI 0000 0124 \d\d.*Giữ nguyên túi và niêm phong, không mở\. Khi có mạng, quét lại nhãn túi/u);
  });
  it('with a wrong digit, or torn, is told so', async () => {
    const { counter } = await withBag(1);
    const wrong = `${LABEL.slice(0, -1)}${(Number(LABEL.at(-1)) + 1) % 10}`;
    expect([await opened(counter, wrong), await opened(counter, 'TUI 12')]).toMatchObject([{ code: 'bag-label-check-digits' }, { code: 'bag-label-shape' }]);
  });
});

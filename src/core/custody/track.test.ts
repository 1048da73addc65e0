import { describe, expect, it } from 'vitest';
import type { Moment } from '../kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '../organisation/organisation.ts';
import { type CustodyStamp, papersCame } from './dossier-things.ts';
import { type Move, moveThing } from './move-thing.ts';
import { type SettleCase, type SettleFacts, settleCustodyCase } from './settle-case.ts';
import { type CustodyEvent, type Thing, atAgency, atDesk, inArchive } from './thing.ts';
import { trackOf } from './track.ts';

const DESK = atDesk('ky-bac' as DeskId);
const UNIT = 'so-tu-phap' as UnitId;
const AGENCY = atAgency(UNIT);
const stamp = (minute: number): CustodyStamp => ({
  at: `2019-11-18T08:${String(minute).padStart(2, '0')}:00+07:00` as Moment, newId: () => 't', by: { accountId: '00000000-0000-7000-8000-000000000001' as AccountId, name: 'Trần Văn Trúc' },
});
const after = (...moves: readonly Move[]): { readonly thing: Thing; readonly events: readonly CustodyEvent[] } => {
  const came = papersCame({ dossierId: 'd', roundNo: 0, lines: [{ lineNo: 1, form: 'original', count: 2 }] }, DESK, stamp(0));
  let [thing] = came.things;
  const events = [...came.events];
  for (const [index, move] of moves.entries()) {
    const moved = thing && moveThing(thing, move, stamp(index + 1));
    if (!moved?.ok) throw new Error(`${move.kind} cannot be`);
    thing = moved.value.thing;
    events.push(moved.value.event);
  }
  if (!thing) throw new Error('nothing came');
  return { thing, events };
};
const send: Move = { kind: 'send', from: DESK, to: AGENCY, recordId: 'r1' };
const told = (...moves: readonly Move[]) => trackOf(after(...moves).events).map((stop) => `${stop.holder.kind}${stop.onTheWay ? ' …' : ''}`);

describe('the way of a thing', () => {
  it('shows who is to have it while it is between two hands, and then who has it', () => {
    expect(told(send)).toEqual(['desk', 'agency …']);
    expect(told(send, { kind: 'receive', by: AGENCY }, { kind: 'archive', to: inArchive(UNIT) })).toEqual(['desk', 'agency', 'archive']);
  });
  it('shows who refused it, and that it is back', () => {
    const stops = trackOf(after(send, { kind: 'refuse', by: AGENCY, note: 'sai cơ quan' }).events);
    expect(stops.map(({ holder, how, note }) => [holder.kind, how, note])).toEqual([['desk', 'came', undefined], ['agency', 'refused', 'sai cơ quan'], ['desk', 'received', undefined]]);
  });
  it('shows that nobody has it, until it is found', () => {
    expect(told(send, { kind: 'lose' })).toEqual(['desk', 'unaccounted']);
    expect(told(send, { kind: 'lose' }, { kind: 'find', where: AGENCY })).toEqual(['desk', 'unaccounted', 'agency']);
  });
});

describe('a case', () => {
  const missing = after(send, { kind: 'lose' }).thing;
  const there = after().thing;
  const settle = (command: Partial<SettleCase>, facts: Partial<SettleFacts> = {}) =>
    settleCustodyCase({ how: 'found', note: 'x', ...command }, { kind: 'short', thing: missing, content: [], side: DESK, isForPerson: false, liability: 'unknown', openTasks: 0, unpaid: 0, ...facts }, { ...stamp(30), newId: () => 'new' });
  const kindOf = (result: ReturnType<typeof settle>) => (result.ok ? result.value.things.map(({ holder }) => holder.kind) : result.refusal.kind);
  it('ends when the thing is found, in the hands of who found it', () => expect(kindOf(settle({}))).toEqual(['desk']));
  it('ends when the paper is issued anew or someone bears the cost; what was missing is given up', () => {
    expect(kindOf(settle({ how: 'reissued', costBearer: 'post' }))).toEqual(['destroyed']);
    expect(kindOf(settle({ how: 'borne', costBearer: 'agency' }))).toEqual(['destroyed']);
    expect(kindOf(settle({ how: 'reissued', costBearer: 'nobody' }, { thing: there }))).toEqual([]);
  });
  it('ends by agreement only where nothing is missing', () => {
    expect(kindOf(settle({ how: 'agreed' }, { thing: there }))).toEqual([]);
    expect(kindOf(settle({ how: 'agreed' }))).toBe('still-missing-thing');
    expect(kindOf(settle({}, { thing: there }))).toBe('nothing-missing');
  });
  it('does not end before what its minute asks for is done', () => {
    const asked = { liability: 'post', openTasks: 1 } as const;
    expect([kindOf(settle({ how: 'reissued' }, asked)), kindOf(settle({ how: 'borne' }, { liability: 'post', unpaid: 80_000 })), kindOf(settle({ how: 'borne' }, { liability: 'post' }))])
      .toEqual(['reissue-open', 'compensation-unpaid', ['destroyed']]);
    // found is found, whatever was asked
    expect(kindOf(settle({}, { ...asked, unpaid: 1 }))).toEqual(['desk']);
  });
  it('of what came over ends when the side that sent it has it again, and nobody else can say so', () => {
    const over = { kind: 'over', thing: there, side: AGENCY } as const;
    expect([kindOf(settle({ how: 'taken-back' }, over)), kindOf(settle({ how: 'taken-back' }, { ...over, side: DESK })), kindOf(settle({ how: 'taken-back' }, { thing: there, side: AGENCY }))])
      .toEqual([['agency'], 'not-to-take-back', 'not-to-take-back']);
  });
  it('of a lost bag ends with all that lies in it, and its finding is written at the bag', () => {
    expect(kindOf(settle({ how: 'borne', costBearer: 'post' }, { kind: 'bag-lost', content: [{ ...missing, thingId: 'other' as typeof missing.thingId }, there] }))).toEqual(['destroyed', 'destroyed']);
    expect(kindOf(settle({}, { kind: 'bag-lost' }))).toBe('found-with-its-bag');
  });
  it('names who bears the cost, and ends once', () => {
    expect(kindOf(settle({ how: 'borne' }))).toBe('cost-bearer-missing');
    expect(kindOf(settle({}, { settled: { by: 'A', at: stamp(1).at } }))).toBe('custody-case-settled');
  });
});

// A ledger in which everything happens that can: short and torn papers, a bag with trips before and after, mistakes put right.
import { type Move, type Moved, type Stamp, comes, moveThing, moveTogether, parts } from '#core/custody/move-thing.ts';
import { type Holder, type Thing, type ThingId, type ThingKind, atAgency, atDesk, inArchive } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { EpcisDocument } from '#wire/epcis.wire.ts';
import type { RecordedEvent } from '#wire/epcis/epcis-chain.ts';
import { epcisDocumentOf } from '#wire/epcis/epcis-document.ts';

const DESK = atDesk('ky-bac' as DeskId);
const NEXT_DESK = atDesk('ky-phong' as DeskId);
const UNIT = 'so-tu-phap' as UnitId;
const AGENCY = atAgency(UNIT);
const DOSSIER = '00000000-0000-7000-8000-00000000d055';
const BY = { accountId: '00000000-0000-7000-8000-0000000000aa' as AccountId, name: 'Trần Văn Trúc' };
const NOTE = 'Của bà Nguyễn Thị Bí Mật';
const PAPER_NAME = 'Phiếu lý lịch tư pháp của Lê Kín Đáo';
const CODE = '000.22.36.H27-191118-0001';

type Ledger = {
  readonly id: (name: string) => ThingId;
  readonly events: RecordedEvent[];
  readonly things: Map<string, Thing>;
  readonly come: (name: string, kind: ThingKind, count: number, holder: Holder) => void;
  readonly part: (from: string, name: string) => void;
  readonly move: (name: string, move: Move) => void;
  readonly together: (bag: string, content: string, move: Move) => void;
  /** The last event of it was a mistake. */
  readonly undo: (name: string) => void;
};

const openLedger = (): Ledger => {
  const things = new Map<string, Thing>();
  const events: RecordedEvent[] = [];
  const names: string[] = [];
  let minute = 0;
  const stamp = (): Stamp => {
    minute += 1;
    return { at: `2019-11-18T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+07:00` as Moment, by: BY };
  };
  const id = (name: string): ThingId => {
    if (!names.includes(name)) names.push(name);
    return `00000000-0000-7000-8000-${String(names.indexOf(name) + 1).padStart(12, '0')}` as ThingId;
  };
  const get = (name: string): Thing => {
    const thing = things.get(name);
    if (!thing) throw new Error(`${name} never came`);
    return thing;
  };
  const keep = (...moved: readonly Moved[]): void => {
    for (const { thing, event } of moved) {
      things.set(names.find((name) => id(name) === thing.thingId) ?? '', thing);
      events.push({ ...event, recordedAt: event.at.replace(':00+', ':30+') as Moment });
    }
  };
  const move = (name: string, one: Move): void => {
    const moved = moveThing(get(name), one, stamp());
    if (!moved.ok) throw new Error(`${one.kind} of ${name}: ${moved.refusal.kind}`);
    keep(moved.value);
  };
  return {
    id, events, things, move,
    come: (name, kind, count, holder) => {
      const isContainer = kind === 'bag' || kind === 'envelope';
      keep(comes({ thingId: id(name), kind, lines: [], name: PAPER_NAME, ...(isContainer ? { label: name } : { dossierId: DOSSIER }) }, count, holder, stamp(), { note: NOTE }));
    },
    part: (from, name) => keep(...parts(get(from), { thingId: id(name), kind: 'paper', dossierId: DOSSIER, lines: [1] }, 1, stamp(), NOTE)),
    together: (bag, content, one) => {
      const moved = moveTogether(get(bag), [get(content)], one, stamp());
      if (!moved.ok) throw new Error(`${one.kind} of ${bag}: ${moved.refusal.kind}`);
      keep(...moved.value);
    },
    undo: (name) => move(name, { kind: 'correct', events: events.filter(({ thingId }) => thingId === id(name)), note: NOTE }),
  };
};

const send = (recordId: string, from: Holder = DESK, to: Holder = AGENCY): Move => ({ kind: 'send', from, to, recordId });
const receive = (by: Holder): Move => ({ kind: 'receive', by });
const LOSE: Move = { kind: 'lose', note: NOTE };

const counted = ({ come, part, move }: Ledger): void => {
  come('papers', 'papers', 4, DESK);
  move('papers', send('r1'));
  part('papers', 'short');
  move('short', LOSE);
  part('papers', 'torn');
  move('torn', receive(AGENCY));
  move('papers', receive(AGENCY));
  move('short', { kind: 'find', where: DESK, note: NOTE });
  move('papers', { kind: 'archive', to: inArchive(UNIT) });
};

const inBags = ({ come, move, together, things }: Ledger): void => {
  const get = (name: string): Thing => things.get(name) as Thing;
  come('outcome', 'outcome', 1, AGENCY);
  come('bag', 'bag', 1, AGENCY);
  move('bag', send('r0', AGENCY, NEXT_DESK));
  move('bag', receive(NEXT_DESK));
  move('bag', send('r0', NEXT_DESK, AGENCY));
  move('bag', receive(AGENCY));
  move('outcome', { kind: 'pack', into: get('bag') });
  move('bag', { kind: 'seal', sealNumber: 'NP 1' });
  move('bag', { kind: 'unseal', note: 'quên một tờ' });
  move('bag', { kind: 'seal', sealNumber: 'NP 2' });
  together('bag', 'outcome', send('r2', AGENCY, DESK));
  together('bag', 'outcome', receive(DESK));
  move('outcome', { kind: 'unpack' });
  move('bag', send('r3', DESK, NEXT_DESK));
  move('outcome', { kind: 'hand-out', by: DESK });
  come('inner', 'paper', 1, DESK);
  come('envelope', 'envelope', 1, DESK);
  move('inner', { kind: 'pack', into: get('envelope') });
};

const goneWrong = ({ come, move, undo }: Ledger): void => {
  for (const name of ['refused', 'mistake', 'slip', 'astray', 'gone']) come(name, 'papers', 1, DESK);
  for (const name of ['refused', 'mistake', 'astray', 'gone']) move(name, send(`to-${name}`));
  move('refused', { kind: 'refuse', by: AGENCY, note: NOTE });
  move('refused', { kind: 'take-over', by: AGENCY, note: NOTE });
  move('refused', { kind: 'hand-out', by: AGENCY });
  move('mistake', { kind: 'undo-entry', note: NOTE });
  move('slip', { kind: 'hand-out', by: DESK });
  undo('slip');
  move('astray', LOSE);
  undo('astray');
  come('burnt', 'recalled', 1, DESK);
  move('burnt', { kind: 'destroy', note: NOTE });
  move('gone', LOSE);
  move('gone', { kind: 'destroy', note: NOTE });
};

export const custodyStory = () => {
  const ledger = openLedger();
  counted(ledger);
  inBags(ledger);
  goneWrong(ledger);
  const { id, events } = ledger;
  return {
    id, events,
    /** Of the bag before and after, and the envelope before anything lay in it. */
    untold: 7,
    secrets: [NOTE, PAPER_NAME, BY.name, BY.accountId, 'ky-phong'],
    document: (base: string): EpcisDocument => epcisDocumentOf(
      { things: [...ledger.things.values()], events, codes: new Map([[DOSSIER, CODE]]), damaged: new Set([id('torn')]) },
      { base, now: '2019-11-19T08:00:00+07:00' as Moment, eventUri: (thingId, eventNo) => `urn:uuid:${thingId}-${eventNo}`, nameOf: ({ kind, id: place }) => `${kind} ${place}` },
    ),
  };
};

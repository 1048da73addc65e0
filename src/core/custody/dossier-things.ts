// What the acts on a dossier do to its things. The dossier's life says whether an act may happen; this says what
// changes hands by it. What somebody has without a record that he received it is written as taken over, never hidden.
// @law NĐ 61/2018/NĐ-CP Đ.18, Đ.20; QĐ 45/2016/QĐ-TTg Đ.7, Đ.8, Đ.9
import type { PaperForm } from '../procedure/procedure.ts';
import type { UnitId } from '../organisation/organisation.ts';
import { type CustodyChange, NO_CHANGE, both, changeOf, moves } from './change.ts';
import { type Move, type Stamp, comes, moveTogether, parts } from './move-thing.ts';
import { type Holder, type Thing, type ThingId, atAgency, inArchive, sameHolder } from './thing.ts';

/** Identifiers come from outside, one for each thing that is new. */
export type CustodyStamp = Stamp & { readonly newId: () => string };

export type PaperLine = { readonly lineNo: number; readonly form: PaperForm; readonly count: number };

const WITHOUT_RECORD = 'Nhận không qua biên bản';
const newThing = (stamp: CustodyStamp): ThingId => stamp.newId() as ThingId;

/** Papers that were only shown, and electronic ones, are no things. */
export const keptLines = (papers: readonly { readonly form: PaperForm; readonly count: number; readonly shownOnly: boolean }[], first = 1): readonly PaperLine[] =>
  papers.flatMap(({ form, count, shownOnly }, index) => (shownOnly || form === 'e-copy' ? [] : [{ lineNo: first + index, form, count }]));

const countOf = (lines: readonly PaperLine[]): number => lines.reduce((sum, line) => sum + line.count, 0);

export const papersCame = (
  { dossierId, roundNo, lines }: { readonly dossierId: string; readonly roundNo: number; readonly lines: readonly PaperLine[] }, holder: Holder, stamp: CustodyStamp,
): CustodyChange => {
  const count = countOf(lines);
  if (count === 0) return NO_CHANGE;
  return changeOf(comes({ thingId: newThing(stamp), kind: 'papers', dossierId, roundNo, lines: lines.map(({ lineNo }) => lineNo) }, count, holder, stamp));
};

export const outcomeCame = (outcome: { readonly dossierId: string; readonly name: string; readonly number: string }, holder: Holder, stamp: CustodyStamp): CustodyChange =>
  changeOf(comes({ thingId: newThing(stamp), kind: 'outcome', dossierId: outcome.dossierId, lines: [], name: `${outcome.name} số ${outcome.number}` }, 1, holder, stamp));

export const isOutcome = (thing: Thing): boolean => thing.kind === 'outcome';
export const isEnvelope = (thing: Thing): boolean => thing.kind === 'envelope';
export const isPaper = (thing: Thing): boolean => thing.kind === 'papers' || thing.kind === 'paper';
/** Somebody of ours has it, or it is between two of us. */
export const isHeld = ({ holder: { kind } }: Thing): boolean => kind !== 'citizen' && kind !== 'unaccounted' && kind !== 'destroyed' && kind !== 'archive';

/** How it comes to be where whoever acts says that it is. */
const broughtTo = (thing: Thing, holder: Holder): readonly Move[] => {
  if (thing.journey) return sameHolder(thing.journey.to, holder) ? [{ kind: 'receive', by: holder }] : [{ kind: 'take-over', by: holder, note: WITHOUT_RECORD }];
  return sameHolder(thing.holder, holder) ? [] : [{ kind: 'take-over', by: holder, note: WITHOUT_RECORD }];
};

/** Whoever sends again what nobody had has found it; what is there already need not go. */
const FOUND = 'Tìm thấy, chuyển lại';
/** What lies in it, and in the envelopes that lie in it. */
const contentOf = (things: readonly Thing[], container: Thing): readonly Thing[] =>
  things.filter(({ insideId }) => insideId === container.thingId).flatMap((thing) => [thing, ...contentOf(things, thing)]);

/** Envelopes with what lies in them make this move as one; what is left does not lie in any. */
const enveloped = (things: readonly Thing[], which: (envelope: Thing) => boolean, move: Move, stamp: CustodyStamp): { readonly change: CustodyChange; readonly left: readonly Thing[] } => {
  const changes: CustodyChange[] = [];
  const gone = new Set<ThingId>();
  for (const envelope of things.filter((thing) => isEnvelope(thing) && which(thing))) {
    const content = contentOf(things, envelope);
    const out = envelope.insideId ? moves(envelope, [{ kind: 'take-out' }], stamp) : NO_CHANGE;
    changes.push(out, together(out.things[0] ?? envelope, content, move, stamp));
    for (const { thingId } of [envelope, ...content]) gone.add(thingId);
  }
  return { change: both(...changes), left: things.filter(({ thingId }) => !gone.has(thingId)) };
};

/** What lies in the bag that is handed over goes in it, sealed envelopes as they are; everything else goes beside it, under the same record. */
export const sentTo = (things: readonly Thing[], from: Holder, to: Holder, recordId: string, stamp: CustodyStamp, bag?: Thing): CustodyChange => {
  const send: Move = { kind: 'send', from, to, recordId };
  const content = bag ? contentOf(things, bag) : [];
  const envelopes = enveloped(things.filter((thing) => !content.includes(thing)), ({ holder }) => sameHolder(holder, from), send, stamp);
  const beside = envelopes.left.filter((thing) => !isEnvelope(thing) && !sameHolder(thing.holder, to)).map((thing) => {
    const isLost = thing.holder.kind === 'unaccounted';
    const first: readonly Move[] = isLost ? [{ kind: 'find', where: from, note: FOUND }] : broughtTo(thing, from);
    const sent = moves(thing, [...first, send], stamp);
    return isLost ? { ...sent, found: [{ thingId: thing.thingId, note: FOUND }] } : sent;
  });
  return both(envelopes.change, ...beside, ...(bag ? [together(bag, content, send, stamp)] : []));
};

/** Sent back as it came, its seal whole. */
export const refusedBy = (things: readonly Thing[], by: Holder, note: string, stamp: CustodyStamp): CustodyChange => {
  const move: Move = { kind: 'refuse', by, note };
  const { change, left } = enveloped(things, () => true, move, stamp);
  return both(change, ...left.map((thing) => moves(thing, [move], stamp)));
};

/** Cut open, and what lay in them taken out: of an opened envelope nothing is left. */
const EMPTIED = 'Đã mở phong bì';
export const envelopesOpened = (things: readonly Thing[], stamp: CustodyStamp): { readonly change: CustodyChange; readonly things: readonly Thing[] } => {
  const open = things.filter((thing) => isEnvelope(thing) && isHeld(thing) && !thing.journey);
  const out = things.filter(({ insideId }) => open.some(({ thingId }) => thingId === insideId)).map((thing) => moves(thing, [{ kind: 'take-out' }], stamp));
  const change = both(...out, ...open.map((envelope) => moves(envelope, [{ kind: 'destroy', note: EMPTIED }], stamp)));
  return { change, things: things.map((thing) => change.things.find(({ thingId }) => thingId === thing.thingId) ?? thing) };
};

const together = (bag: Thing, content: readonly Thing[], move: Move, stamp: CustodyStamp): CustodyChange => {
  const at = [bag, ...content].reduce((last, { since }) => (since > last ? since : last), stamp.at);
  const moved = moveTogether(bag, content, move, { ...stamp, at });
  if (!moved.ok) throw new RangeError(`${move.kind} of ${bag.kind} ${bag.thingId}: ${moved.refusal.kind}`);
  return changeOf(...moved.value);
};

/** An outcome on its way to the agency that made it: nobody fetched it. */
export const comingBackTo = (things: readonly Thing[], agencyUnitId: UnitId): readonly Thing[] =>
  things.filter((thing) => isOutcome(thing) && thing.journey && sameHolder(thing.journey.to, atAgency(agencyUnitId)));

/** What is on its way to this side arrives; the rest stays where it is. */
export const arrivedAt = (things: readonly Thing[], holder: Holder, stamp: CustodyStamp): CustodyChange =>
  both(...things.filter((thing) => thing.journey && sameHolder(thing.journey.to, holder)).map((thing) => moves(thing, [{ kind: 'receive', by: holder }], stamp)));

export const handedOut = (things: readonly Thing[], by: Holder, stamp: CustodyStamp): CustodyChange =>
  both(...things.map((thing) => moves(thing, [...broughtTo(thing, by), { kind: 'hand-out', by }], stamp)));

/** Entered by mistake: what it seemed to hold was never received. */
export const entryUndone = (things: readonly Thing[], note: string, stamp: CustodyStamp): CustodyChange =>
  both(...things.filter(isHeld).map((thing) => moves(thing, [{ kind: 'undo-entry', note }], stamp)));

/** The list of what was received was wrong: the counter-entry first, then what it really was, where the first one stood. */
export const papersListedAnew = (all: readonly Thing[], dossierId: string, lines: readonly PaperLine[], desk: Holder, stamp: CustodyStamp): CustodyChange => {
  const before = all.filter((thing) => isPaper(thing) && thing.roundNo === 0 && isHeld(thing));
  const numbers = (list: readonly number[]): string => list.toSorted((a, b) => a - b).join();
  const same = before.reduce((sum, thing) => sum + thing.count, 0) === countOf(lines)
    && numbers([...new Set(before.flatMap((thing) => thing.lines))]) === numbers(lines.map(({ lineNo }) => lineNo));
  if (same) return NO_CHANGE;
  // other papers than those that were sealed in: it is sealed anew
  const opened = envelopesOpened(all, stamp);
  const [first] = before;
  const came = papersCame({ dossierId, roundNo: 0, lines }, first?.journey?.from ?? first?.holder ?? desk, stamp);
  const { journey } = first ?? {};
  const sent = journey && first ? sentTo(came.things, journey.from, journey.to, first.holder.id, stamp) : NO_CHANGE;
  const listed = opened.things.filter(({ thingId }) => before.some((thing) => thing.thingId === thingId));
  return both(opened.change, entryUndone(listed, 'Cấp lại giấy tiếp nhận: danh mục giấy tờ ghi lại', stamp), came, sent);
};

/** The lines that lie in each thing: what was parted from the rest is no longer there. */
export const linesByThing = <Line extends { readonly lineNo: number; readonly count: number }>(
  things: readonly Thing[], lines: readonly Line[],
): ReadonlyMap<ThingId, readonly Line[]> => {
  const found = new Map<ThingId, readonly Line[]>();
  for (const line of lines) {
    const holding = things.filter((thing) => thing.lines.includes(line.lineNo));
    const own = holding.find((thing) => thing.kind === 'paper' && thing.count >= line.count) ?? holding.find((thing) => thing.kind === 'papers') ?? holding[0];
    if (own) found.set(own.thingId, [...(found.get(own.thingId) ?? []), line]);
  }
  return found;
};

/** What of these lines lies where: what was parted from its line counts by itself, and what of it is missing is missing. */
const piecesByThing = (held: readonly Thing[], all: readonly Thing[], lines: readonly PaperLine[]): ReadonlyMap<ThingId, readonly PaperLine[]> => {
  const found = new Map<ThingId, readonly PaperLine[]>();
  const add = (thing: Thing, line: PaperLine): void => void found.set(thing.thingId, [...(found.get(thing.thingId) ?? []), line]);
  for (const line of lines) {
    const parted = all.filter(({ kind, lines: own }) => kind === 'paper' && own.length === 1 && own[0] === line.lineNo);
    for (const thing of parted) if (held.includes(thing)) add(thing, { ...line, count: thing.count });
    const rest = line.count - parted.reduce((sum, { count }) => sum + count, 0);
    const whole = held.find((thing) => !parted.includes(thing) && thing.lines.includes(line.lineNo));
    if (whole && rest > 0) add(whole, { ...line, count: rest });
  }
  return found;
};

export type Parted = { readonly change: CustodyChange; readonly part: Thing; readonly rest?: Thing };

/** So many pieces of it as a thing of their own; all of them: the thing itself. */
export const partOf = (thing: Thing, lines: readonly number[], count: number, stamp: CustodyStamp, name?: string): Parted => {
  if (count >= thing.count) return { change: NO_CHANGE, part: thing };
  const [rest, part] = parts(thing, {
    thingId: newThing(stamp), kind: 'paper', dossierId: thing.dossierId, roundNo: thing.roundNo, lines, ...(name !== undefined && { name }),
  }, count, { ...stamp, at: stamp.at < thing.since ? thing.since : stamp.at });
  return { change: changeOf(rest, part), part: part.thing, rest: rest.thing };
};

/** The outcome goes into the citizen's hands, with the originals if they are given back; what the agency keeps goes into its archive. */
export const outcomeReturned = (
  things: readonly Thing[], facts: {
    readonly desk: Holder; readonly agencyUnitId: UnitId; readonly dossierId: string; readonly originals: readonly PaperLine[]; readonly recalled: readonly string[];
  }, stamp: CustodyStamp,
): CustodyChange => {
  const outcomes = handedOut(things.filter((thing) => isOutcome(thing) && isHeld(thing)), facts.desk, stamp);
  const held = things.filter((thing) => isPaper(thing) && isHeld(thing));
  const originals = piecesByThing(held, things, facts.originals);
  const papers = held.map((thing) => {
    const own = originals.get(thing.thingId) ?? [];
    const count = countOf(own);
    const given = count === 0 ? undefined : partOf(thing, own.map(({ lineNo }) => lineNo), count, stamp, 'Bản chính');
    const kept = given ? given.rest : thing;
    return both(
      ...(given ? [given.change, handedOut([given.part], facts.desk, stamp)] : []),
      ...(kept && kept.holder.kind === 'agency' ? [moves(kept, [{ kind: 'archive', to: inArchive(facts.agencyUnitId) }], stamp)] : []),
    );
  });
  const recalled = facts.recalled.map((name) =>
    changeOf(comes({ thingId: newThing(stamp), kind: 'recalled', dossierId: facts.dossierId, lines: [], name }, 1, facts.desk, stamp)));
  return both(outcomes, ...papers, ...recalled);
};

/** Given back paper by paper: what is withheld stays with whoever withholds it. */
export const papersGivenBack = (
  all: readonly Thing[], by: Holder, withheld: readonly { readonly lineNo: number; readonly name: string; readonly count: number }[], stamp: CustodyStamp,
): CustodyChange => {
  const { change: opened, things } = envelopesOpened(all, stamp);
  const held = things.filter((thing) => isPaper(thing) && isHeld(thing));
  const keeps = linesByThing(held, withheld);
  return both(opened, ...held.map((thing) => {
    let rest: Thing | undefined = thing;
    const kept = (keeps.get(thing.thingId) ?? []).map(({ lineNo, name, count }) => {
      if (!rest) return NO_CHANGE;
      const parted = partOf(rest, [lineNo], count, stamp, name);
      rest = parted.rest;
      return both(parted.change, moves(parted.part, broughtTo(parted.part, by), stamp));
    });
    return both(...kept, ...(rest ? [handedOut([rest], by, stamp)] : []));
  }));
};

// The ledger of the simulated province: each change that the core decided is saved by the statement by which acts save it,
// and kept in memory for the next decision. Beside it stands the other book, piece by piece, of where things physically are.
import type { Pool } from 'pg';
import { type CaseOpened, type CustodyChange, both } from '#core/custody/change.ts';
import type { CustodyStamp, PaperLine } from '#core/custody/dossier-things.ts';
import { type SettleCase, settleCustodyCase } from '#core/custody/settle-case.ts';
import type { CustodyEvent, Holder, Thing, ThingId } from '#core/custody/thing.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId, ProvinceId, UnitId } from '#core/organisation/organisation.ts';
import { uuidOf } from '#demo/identifiers.ts';
import type { ActContext } from '#server/acts/act.ts';
import { inTransaction } from '#server/acts/perform.ts';
import { saveCustody } from '#server/acts/save-custody.sql.ts';
import { saveSettled } from '#server/custody-cases/lock-case.sql.ts';
import { findEvents } from '#server/custody/things.sql.ts';

export type Piece = { readonly lineNo: number; place: string };
export type MonthDossier = {
  readonly dossierId: string; readonly code: string; readonly deskId: DeskId; readonly agencyUnitId: UnitId;
  /** As they stand on the receipt that counts. */
  lines: readonly (PaperLine & { readonly name: string })[];
  readonly things: Map<ThingId, Thing>;
  /** The other book: papers by their line, the outcome and what is taken in with it as line 0. */
  readonly pieces: Piece[];
};
export type OpenCase = CaseOpened & { readonly dossier: MonthDossier };

/** As the other book names a place. */
export const placeName = ({ kind, id }: Holder): string => {
  switch (kind) {
    case 'transit': return 'road';
    case 'unaccounted': return 'nowhere';
    case 'destroyed': return 'gone';
    case 'citizen': return 'citizen';
    default: return `${kind} ${id}`;
  }
};

const MOST_AT_ONCE = 2_000;
export type MonthLedger = ReturnType<typeof openLedger>;

export const openLedger = (pool: Pool, provinceId: ProvinceId, seed: number) => {
  let made = 0;
  const dossiers = new Map<string, MonthDossier>();
  const open = new Map<string, OpenCase>();
  const containers = new Map<ThingId, Thing>();
  const counts = { events: 0, cases: 0 };
  const newId = (): string => uuidOf(`month/${seed}/${made += 1}`);
  const stampAt = (at: Moment, who: string): CustodyStamp => ({ at, by: { accountId: uuidOf(`month/person/${who}`) as AccountId, name: who }, newId });
  const contextOf = ({ at, by }: CustodyStamp): ActContext => ({ provinceId, accountId: by.accountId, accountName: by.name, commandId: newId(), fingerprint: Buffer.alloc(0), now: at });

  const remember = (change: CustodyChange): void => {
    for (const thing of change.things) (thing.dossierId === undefined ? containers : dossiers.get(thing.dossierId)?.things)?.set(thing.thingId, thing);
    for (const one of change.opened) {
      const dossier = dossiers.get(one.dossierId ?? '');
      if (dossier) open.set(one.caseId, { ...one, dossier });
    }
    for (const { thingId } of change.found) for (const [caseId, one] of open) if (one.thingId === thingId) open.delete(caseId);
    counts.events += change.events.length;
    counts.cases += change.opened.length;
  };

  const save = (change: CustodyChange, stamp: CustodyStamp): Promise<void> => inTransaction(pool, async (db) => {
    await saveCustody(db, contextOf(stamp), change);
    return { commit: true, value: undefined };
  });

  /** Decided, and not yet saved: many at once, in their order. What ends a case needs its case to be there first. */
  let waiting: CustodyChange[] = [];
  let waitingEvents = 0;
  const flush = async (): Promise<void> => {
    const [changes, last] = [waiting, waiting.at(-1)?.events.at(-1)];
    waiting = [];
    waitingEvents = 0;
    if (last) await save(both(...changes), { at: last.at, by: last.by, newId });
  };
  const keep = async (change: CustodyChange, stamp: CustodyStamp): Promise<void> => {
    remember(change);
    if (change.events.length === 0) return;
    if (change.found.length > 0) {
      await flush();
      return save(change, stamp);
    }
    waiting.push(change);
    waitingEvents += change.events.length;
    if (waitingEvents >= MOST_AT_ONCE) await flush();
  };

  const settle = async (caseId: string, command: SettleCase, side: Holder, stamp: CustodyStamp): Promise<boolean> => {
    const one = open.get(caseId);
    const thing = one?.dossier.things.get(one.thingId);
    if (!one || !thing) return false;
    await flush();
    const change = settleCustodyCase(command, { kind: 'short', thing, content: [], side, isForPerson: false, liability: 'unknown', openTasks: 0, unpaid: 0 }, stamp);
    if (!change.ok) throw new Error(`${command.how} of ${one.dossier.code}: ${change.refusal.kind}`);
    await inTransaction(pool, async (db) => {
      await saveSettled(db, contextOf(stamp), caseId, command);
      await saveCustody(db, contextOf(stamp), change.value);
      return { commit: true, value: undefined };
    });
    open.delete(caseId);
    remember(change.value);
    return true;
  };

  const of = (...some: readonly MonthDossier[]): readonly Thing[] => some.flatMap(({ things }) => [...things.values()]);
  const container = (bagId: ThingId): Thing => {
    const found = containers.get(bagId);
    if (!found) throw new Error(`no bag ${bagId}`);
    return found;
  };
  const eventsOf = async (thingId: ThingId): Promise<readonly CustodyEvent[]> => {
    await flush();
    return findEvents(pool, provinceId, [thingId]);
  };
  return { dossiers, open, counts, newId, stampAt, keep, flush, settle, of, container, eventsOf, things: () => of(...dossiers.values()).length + containers.size };
};

/** What physically goes from one place to another, in the other book. */
export const carry = (dossier: MonthDossier, from: string, to: string, which: (piece: Piece) => boolean = () => true): number => {
  const moving = dossier.pieces.filter((piece) => piece.place === from && which(piece));
  for (const piece of moving) piece.place = to;
  return moving.length;
};
export const isPaperPiece = ({ lineNo }: Piece): boolean => lineNo > 0;
export const isOutcomePiece = ({ lineNo }: Piece): boolean => lineNo === 0;

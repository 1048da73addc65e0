// Papers in a bag that follow their dossier. Its agency has it already: nothing of the dossier is handed over or accepted
// with them, only what lies in the bag is sent, counted and signed for.
import type { PoolClient } from 'pg';
import type { Bag } from '#core/custody/bag.ts';
import { type CustodyChange, both } from '#core/custody/change.ts';
import { type CountedLine, countedIn, notCome, settleBy } from '#core/custody/differences.ts';
import { isPaper } from '#core/custody/dossier-things.ts';
import { type PapersAfterRefused, maySendAfter } from '#core/custody/papers-after.ts';
import type { SignedFor } from '#core/custody/sign-for.ts';
import { type Thing, atAgency } from '#core/custody/thing.ts';
import { type ActRefused, LIFE } from '#core/dossier/life.ts';
import { type Hours, rolesOf } from '#core/dossier/office-work.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { ReceiveBagBody } from '#wire/bags.wire.ts';
import type { ActContext, JournalEntry } from '../acts/act.ts';
import { custodyStamp } from '../custody/custody-stamp.ts';
import { findThings } from '../custody/things.sql.ts';
import type { FollowingInBag } from '../desk/forward-dossiers/forward-dossiers.act.ts';
import { type LockedDossier, lockDeskDossiers } from '../desk/save/desk-dossier.sql.ts';
import { closeHandOvers } from '../office/accept-hand-over/accept-hand-over.sql.ts';
import { type Office, actorOn } from '../office/agency/office-act.ts';
import { type LoadedDossier, lockOfficeDossiers } from '../office/agency/office-dossier.sql.ts';
import { findOfficeReach } from '../office/agency/office-reach.sql.ts';
import { type OnRecord, type PackedDossier, saveFollowedLines } from './bag-content.sql.ts';
import { countForms } from './papers-after.sql.ts';

export type Following = Omit<FollowingInBag, 'dossiers'> & { readonly dossiers: readonly LockedDossier[] };
const NOTHING: Following = { dossiers: [], papers: [], forms: [] };

export const loadFollowing = async (db: PoolClient, provinceId: number, bag: Bag, packed: readonly PackedDossier[]): Promise<Following> => {
  const ids = packed.filter(({ follows }) => follows).map(({ dossierId }) => dossierId);
  if (ids.length === 0) return NOTHING;
  const things = await findThings(db, provinceId, ids);
  const inBag = new Set(things.filter(({ insideId }) => insideId === bag.bagId).map(({ thingId }) => thingId));
  const papers = things.filter(({ thingId, insideId }) => inBag.has(thingId) || (insideId !== undefined && inBag.has(insideId)));
  const forms = await countForms(db, provinceId, papers.flatMap(({ dossierId, lines }) => (dossierId === undefined ? [] : lines.map((lineNo) => ({ dossierId, lineNo })))));
  return { dossiers: await lockDeskDossiers(db, provinceId, bag.deskId, ids), papers, forms };
};

export const mayFollow = ({ dossiers, papers }: Following, { agencyUnitId }: Bag): Result<true, PapersAfterRefused> =>
  maySendAfter(dossiers.map((dossier) => ({ ...dossier, papers: papers.filter((thing) => isPaper(thing) && thing.dossierId === dossier.dossierId).length })), agencyUnitId);

export const followingSent = ({ dossiers }: Following, { agencyUnitId }: Bag, recordId: string, recordNumber: string): readonly JournalEntry[] =>
  dossiers.map(({ dossierId, code }) => ({ act: 'send-papers-after', dossierId, data: { code, recordId, recordNumber, agencyUnitId } }));

export type Followed = { readonly dossiers: readonly LoadedDossier[]; readonly things: readonly Thing[]; readonly hours: Hours | undefined; readonly mayTake: boolean };
export const NONE_FOLLOWED: Followed = { dossiers: [], things: [], hours: undefined, mayTake: true };
/** Whoever may accept a hand-over. */
const { roles: ROLES } = LIFE['accept-hand-over'];

/** What came in the bag for dossiers that this person may see; undefined where some of them are not theirs to see. */
export const loadFollowed = (office: Office) => async (db: PoolClient, context: ActContext, handOverId: string, ids: readonly string[]): Promise<Followed | undefined> => {
  const { provinceId } = context;
  const reach = await findOfficeReach(db, provinceId, context.accountId, context.now);
  const dossiers = await lockOfficeDossiers(db, provinceId, ids, reach);
  const [first] = dossiers;
  if (dossiers.length < ids.length) return undefined;
  const things = (await findThings(db, provinceId, ids)).filter(({ journey, holder }) => journey !== undefined && holder.id === handOverId);
  const mayTake = dossiers.every((dossier) => rolesOf(actorOn(context, reach, dossier)).some((role) => ROLES.includes(role)));
  return { dossiers, things, mayTake, hours: first && await office.hours.at(db, first.siteId, first.agencyRootUnitId) };
};

export const mayTakeFollowed = ({ mayTake }: Followed): Result<true, ActRefused> => (mayTake ? ok(true) : refuse({ kind: 'role-not-allowed', act: 'accept-hand-over', needs: ROLES }));

type Told = { readonly handOverId: string; readonly signed: SignedFor; readonly missing: ReceiveBagBody['missing']; readonly differences: ReadonlyMap<string, readonly CountedLine[]> };
type Counted = { readonly custody: CustodyChange; readonly journal: readonly JournalEntry[]; readonly received: number; readonly missing: number };

/** Before the other lines of the record are counted: the last one of them closes it. */
export const saveFollowed = async (db: PoolClient, context: ActContext, { handOverId, signed, missing, differences }: Told, { dossiers, things, hours }: Followed): Promise<Counted> => {
  const noteOf = new Map<string, string>(missing.map(({ dossierId, note }) => [dossierId, note]));
  await saveFollowedLines(db, context.provinceId, handOverId, dossiers.map(({ dossierId }) => ({ dossierId, note: noteOf.get(dossierId) })));
  await closeHandOvers(db, context, dossiers.map(({ dossierId }) => dossierId), signed);
  const gone = dossiers.filter(({ dossierId }) => noteOf.has(dossierId)).length;
  return {
    received: dossiers.length - gone, missing: gone,
    journal: dossiers.map(({ dossierId, code }) => ({
      act: 'take-papers-after', dossierId, data: { code, recordId: handOverId, signedBy: signed.by, ...(noteOf.has(dossierId) && { note: noteOf.get(dossierId) }) },
    })),
    custody: both(...dossiers.map(({ dossierId, agencyUnitId }) => {
      if (!hours) throw new Error(`papers of ${dossierId} were counted without a calendar`);
      const facts = { stamp: custodyStamp(context), settleBy: settleBy(hours.calendar, context.now) };
      const own = things.filter((thing) => thing.dossierId === dossierId);
      const note = noteOf.get(dossierId);
      return note === undefined ? countedIn(own, atAgency(agencyUnitId), differences.get(dossierId) ?? [], facts) : notCome(own, note, facts);
    })),
  };
};

/** What was told of the dossiers themselves, and of which only papers follow. */
export const toldApart = (body: ReceiveBagBody, uncounted: readonly OnRecord[]): { readonly own: ReceiveBagBody; readonly following: readonly string[] } => {
  const follows = new Set<string>(uncounted.filter((line) => line.follows).map(({ dossierId }) => dossierId));
  return {
    own: { ...body, received: body.received.filter((id) => !follows.has(id)), missing: body.missing.filter(({ dossierId }) => !follows.has(dossierId)) },
    following: [...body.received, ...body.missing.map(({ dossierId }) => dossierId)].filter((id) => follows.has(id)),
  };
};

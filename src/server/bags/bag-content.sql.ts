// Dossiers as they go into a bag, lie in it and come out of it.
import type { PoolClient } from 'pg';
import type { LineSent, Packable } from '#core/custody/bag.ts';
import { FOLLOWED_IN } from '#core/custody/papers-after.ts';
import type { ThingId, ThingKind } from '#core/custody/thing.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import { LIFE } from '#core/dossier/life.ts';
import type { DossierState } from '#core/dossier/state.ts';
import { readableInAgency } from '../reading/reader.sql.ts';
import type { BagScope } from './bag.sql.ts';

/** Whose act lets them go out, in which states only their papers follow, and the kinds of things that go this way. */
type GoingOut = { readonly states: readonly (DossierState | 'none')[]; readonly followedIn: readonly DossierState[]; readonly kinds: readonly ThingKind[] };
export const goingOut = (scope: BagScope): GoingOut => (scope.side === 'desk'
  ? { states: LIFE['forward-dossiers'].from, followedIn: FOLLOWED_IN, kinds: ['papers', 'paper'] }
  : { states: LIFE['send-outcome'].from, followedIn: [], kinds: ['outcome'] });

/** The dossiers `d` that this side may see; its values stand last. */
export const inScope = (scope: BagScope, first: number): string =>
  (scope.side === 'desk' ? `d.desk_id = $${first}` : readableInAgency(`$${first}`, `$${first + 1}`, `$${first + 2}`));
export const scopeValues = (scope: BagScope): readonly unknown[] =>
  (scope.side === 'desk' ? [scope.deskId] : [scope.reach.unitIds, scope.reach.wholeUnitIds, scope.reach.accountId]);

export type FoundDossier = Omit<Packable, 'things' | 'mayGo' | 'inside'> & { readonly dossierId: DossierId; readonly state: DossierState };

/** By its code, its posting slip, or the number of a postal item it goes with; locked, so that its things stay where they are. */
export const lockScanned = async (
  db: PoolClient, provinceId: number, scope: BagScope, scanned: { readonly code?: string | undefined; readonly item?: string | undefined },
): Promise<FoundDossier | undefined> => {
  const { rows: [row] } = await db.query<FoundDossier>({
    name: `lock-scanned-${scope.side}`,
    text: `select d.dossier_id as "dossierId", d.code, d.desk_id as "deskId", d.agency_unit_id as "agencyUnitId", d.state,
             ${scope.side === 'desk' ? 'u.name' : 'k.name'} as "placeName"
           from motcua.dossier d
           join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
           join motcua.desk k on k.province_id = $1 and k.desk_id = d.desk_id
           where d.province_id = $1 and ${inScope(scope, 5)} and (
             d.code = $2
             or ($3::text is not null and d.dossier_id in (
               select i.dossier_id from motcua.dossier o join motcua.issued_paper i on i.province_id = $1 and i.dossier_id = o.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null
               where o.province_id = $1 and o.state = any($4::text[]) and o.closed_at is null and i.payload->>'itemNumber' = $3
               union all
               select l.dossier_id from motcua.shipment s join motcua.shipment_dossier l on l.province_id = $1 and l.shipment_id = s.shipment_id
               where s.province_id = $1 and s.item_number = $3)))
           order by d.dossier_id limit 1 for update of d`,
    values: [provinceId, scanned.code ?? null, scanned.item ?? null, goingOut(scope).states, ...scopeValues(scope)],
  });
  return row;
};

/** The bags they lie in and that are not on their way; asked once their rows are locked, for another bag may have been quicker. */
export const findBagsAround = async (db: PoolClient, provinceId: number, dossierIds: readonly string[]): Promise<ReadonlyMap<string, NonNullable<Packable['inside']>>> => {
  const { rows } = await db.query<{ dossierId: string; bagId: ThingId; label: string }>({
    name: 'find-bags-around',
    text: `select distinct on (t.dossier_id) t.dossier_id as "dossierId", b.bag_id as "bagId", b.label
           from motcua.custody_thing t join motcua.bag b on b.province_id = $1 and b.bag_id = t.inside_id
           where t.province_id = $1 and t.dossier_id = any($2::uuid[]) and t.holder_kind <> 'transit' order by t.dossier_id, b.label`,
    values: [provinceId, dossierIds],
  });
  return new Map(rows.map(({ dossierId, ...bag }) => [dossierId, bag]));
};

/** Of a thing `t` that lies in a bag: an envelope counts what lies in it. */
export const PIECES = `case t.kind when 'envelope'
  then coalesce((select sum(c.count) from motcua.custody_thing c where c.province_id = $1 and c.inside_id = t.thing_id), 0) else t.count end`;

/** `follows`: its agency has the dossier, and only papers go after it. */
export type PackedDossier = { readonly dossierId: DossierId; readonly code: string; readonly revision: number; readonly paperCount: number; readonly follows: boolean };

/** Locked first, then read: whether a dossier goes or its papers follow is as it stands now. */
export const lockPacked = async (db: PoolClient, provinceId: number, scope: BagScope, bagId: string): Promise<readonly PackedDossier[]> => {
  await db.query({
    name: 'lock-packed',
    text: `select from motcua.dossier d where d.province_id = $1 and d.dossier_id in (
             select t.dossier_id from motcua.custody_thing t where t.province_id = $1 and t.inside_id = $2) order by d.dossier_id for update of d`,
    values: [provinceId, bagId],
  });
  const { rows } = await db.query<PackedDossier>({
    name: 'find-packed',
    text: `select d.dossier_id as "dossierId", d.code, d.revision, sum(${PIECES})::int as "paperCount", d.state = any($3::text[]) as follows
           from motcua.custody_thing t join motcua.dossier d on d.province_id = $1 and d.dossier_id = t.dossier_id
           where t.province_id = $1 and t.inside_id = $2 group by d.province_id, d.dossier_id order by d.code`,
    values: [provinceId, bagId, goingOut(scope).followedIn],
  });
  return rows;
};

/** In the order of ids: two bulk acts never wait for each other in a circle. */
export const lockDossiers = async (db: PoolClient, provinceId: number, dossierIds: readonly string[]): Promise<void> => {
  await db.query({
    name: 'lock-dossiers-of-bag', text: 'select 1 from motcua.dossier where province_id = $1 and dossier_id = any($2::uuid[]) order by dossier_id for update', values: [provinceId, dossierIds],
  });
};

export type OnRecord = { readonly dossierId: DossierId; readonly code: string; readonly follows: boolean };
/** What stands on the record of a sent bag and nobody has counted. */
export const findUncounted = async (db: PoolClient, provinceId: number, handOverId: string): Promise<readonly OnRecord[]> => {
  const { rows } = await db.query<OnRecord>({
    name: 'find-uncounted',
    text: `select d.dossier_id as "dossierId", d.code, l.follows from motcua.hand_over_line l join motcua.dossier d on d.province_id = $1 and d.dossier_id = l.dossier_id
           where l.province_id = $1 and l.hand_over_id = $2 and l.result is null order by d.code`,
    values: [provinceId, handOverId],
  });
  return rows;
};

/** Without a note it came. */
export const saveFollowedLines = async (db: PoolClient, provinceId: number, handOverId: string, lines: readonly { readonly dossierId: string; readonly note: string | undefined }[]): Promise<void> => {
  await db.query({
    name: 'save-followed-lines',
    text: `update motcua.hand_over_line l set result = case when c.note is null then 'received' else 'rejected' end, note = c.note
           from unnest($3::uuid[], $4::text[]) as c (dossier_id, note)
           where l.province_id = $1 and l.hand_over_id = $2 and l.dossier_id = c.dossier_id and l.follows and l.result is null`,
    values: [provinceId, handOverId, lines.map(({ dossierId }) => dossierId), lines.map(({ note }) => note ?? null)],
  });
};

/** The papers of these dossiers that are things on their way under this record. */
export const findLinesSent = async (db: PoolClient, provinceId: number, handOverId: string, dossierIds: readonly string[]): Promise<readonly LineSent[]> => {
  const { rows } = await db.query<LineSent>({
    name: 'find-lines-sent',
    text: `select p.dossier_id as "dossierId", p.line_no as "lineNo", p.name, p.count::int as count from motcua.dossier_paper p
           where p.province_id = $1 and p.dossier_id = any($3::uuid[]) and not p.shown_only and p.form <> 'e-copy' and exists (
             select from motcua.custody_thing t where t.province_id = $1 and t.dossier_id = p.dossier_id and t.holder_kind = 'transit' and t.holder_id = $2 and p.line_no = any(t.lines))`,
    values: [provinceId, handOverId, dossierIds],
  });
  return rows;
};


// The last hand-over of each dossier against its window, with the proof of its posting.
import type { PoolClient } from 'pg';
import type { LateFacts } from '#core/custody/late-case.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { ChainId } from '../acts/act.ts';
import { lockDossiers } from '../bags/bag-content.sql.ts';
import { type CustodyScope, placesOf, readable, readerOf } from '../custody/held.sql.ts';
import { findThings } from '../custody/things.sql.ts';

type Row = {
  readonly dossierId: string; readonly code: string; readonly chain: ChainId; readonly recordId: string | null; readonly endsOn: PlainDate | null; readonly receivedAt: Moment | null; readonly direction: string | null;
  readonly itemNumber: string | null; readonly isOpen: boolean;
};

export type Late = { readonly dossierId: string; readonly code: string; readonly chain: ChainId; readonly late: LateFacts };

export const loadLate = async (db: PoolClient, provinceId: number, scope: CustodyScope, dossierIds: readonly string[]): Promise<readonly Late[]> => {
  await lockDossiers(db, provinceId, dossierIds);
  const { rows } = await db.query<Row>({
    name: `load-late-${scope.side}`,
    text: `select d.dossier_id as "dossierId", d.code, ${scope.side === 'desk' ? "'desk:' || d.desk_id" : "'unit:' || (select case when u.kind = 'section' then u.parent_unit_id else u.unit_id end from motcua.unit u where u.province_id = $1 and u.unit_id = d.agency_unit_id)"} as chain,
             h.hand_over_id as "recordId", h.transit->>'endsOn' as "endsOn", h.received_at as "receivedAt", h.direction,
             (select i.payload->>'itemNumber' from motcua.issued_paper i
              where i.province_id = $1 and i.dossier_id = d.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null limit 1) as "itemNumber",
             exists (select from motcua.custody_case c where c.province_id = $1 and c.dossier_id = d.dossier_id and c.kind = 'late' and c.record_id = h.hand_over_id) as "isOpen"
           from motcua.dossier d
           left join lateral (
             select h.hand_over_id, h.received_at, h.direction, l.transit from motcua.hand_over_line l join motcua.hand_over h on h.province_id = $1 and h.hand_over_id = l.hand_over_id
             where l.province_id = $1 and l.dossier_id = d.dossier_id and not l.follows order by h.sent_at desc limit 1) h on true
           where d.province_id = $1 and d.dossier_id = any($3::uuid[]) and d.${scope.side === 'desk' ? 'desk_id' : 'agency_unit_id'} = any($2::text[]) and ${readable(scope, 4)} order by d.code`,
    values: [provinceId, placesOf(scope), dossierIds, ...readerOf(scope)],
  });
  const things = await findThings(db, provinceId, rows.map(({ dossierId }) => dossierId));
  return rows.map(({ dossierId, code, chain, recordId, endsOn, receivedAt, direction, itemNumber, isOpen }) => {
    const kinds: readonly string[] = direction === 'to-desk' ? ['outcome'] : ['papers', 'paper'];
    return {
      dossierId, code, chain,
      late: {
        things: things.filter((thing) => thing.dossierId === dossierId && kinds.includes(thing.kind)), isOpen,
        ...(recordId !== null && { recordId }), ...(endsOn !== null && { endsOn }), ...(receivedAt !== null && { receivedAt }), ...(itemNumber !== null && { itemNumber }),
      },
    };
  });
};

/** The dossiers that one record hands over. */
export const findOnRecord = async (db: PoolClient, provinceId: number, handOverId: string): Promise<readonly string[]> => {
  const { rows } = await db.query<{ dossierId: string }>({
    name: 'find-dossiers-on-record', text: 'select dossier_id as "dossierId" from motcua.hand_over_line where province_id = $1 and hand_over_id = $2 and not follows', values: [provinceId, handOverId],
  });
  return rows.map(({ dossierId }) => dossierId);
};

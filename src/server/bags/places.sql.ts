// Between which desk and which agency a bag may go: one of them is this side's own, and both are in force.
import type { PoolClient } from 'pg';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import { type BagScope, placesOf } from './bag.sql.ts';

export const findPlaces = async (
  db: PoolClient, provinceId: number, scope: BagScope, { deskId, agencyUnitId }: { readonly deskId: DeskId; readonly agencyUnitId: UnitId },
): Promise<{ readonly agencyRootUnitId: UnitId } | undefined> => {
  if (!placesOf(scope).some((place) => place === (scope.side === 'desk' ? deskId : agencyUnitId))) return undefined;
  const { rows: [row] } = await db.query<{ readonly agencyRootUnitId: UnitId }>({
    name: 'find-bag-places',
    text: `select case when u.kind = 'section' then u.parent_unit_id else u.unit_id end as "agencyRootUnitId"
           from motcua.desk k join motcua.unit u on u.province_id = $1 and u.unit_id = $3 where k.province_id = $1 and k.desk_id = $2`,
    values: [provinceId, deskId, agencyUnitId],
  });
  return row;
};

// The window of what is handed over, reckoned and kept in the transaction that sends it.
import type { Pool, PoolClient } from 'pg';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import type { DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { PostalRules } from '#core/transit/postal-rules.ts';
import { type TransitWindow, transitWindow } from '#core/transit/transit-window.ts';
import type { Place } from '#core/transit/zone.ts';

export const findPostalRules = async (db: Pool | PoolClient, provinceId: number): Promise<PostalRules> => {
  const { rows } = await db.query<{ content: PostalRules }>({
    name: 'find-postal-rules', text: 'select content from motcua.postal_rules where province_id = $1 order by version desc limit 1', values: [provinceId],
  });
  const [row] = rows;
  if (!row) throw new Error('no postal rules');
  return row.content;
};

/** The unit and those above it, nearest first. */
const findPlace = async (db: PoolClient, provinceId: number, unitId: string): Promise<Place> => {
  const { rows } = await db.query<Place[number]>({
    name: 'find-place-of-unit',
    text: `with recursive above as (
             select u.unit_id, u.kind, u.parent_unit_id, 0 as height from motcua.unit u where u.province_id = $1 and u.unit_id = $2
             union all
             select u.unit_id, u.kind, u.parent_unit_id, a.height + 1 from motcua.unit u join above a on u.province_id = $1 and u.unit_id = a.parent_unit_id where a.height < 8)
           select unit_id as "unitId", kind from above order by height`,
    values: [provinceId, unitId],
  });
  return rows;
};

type Sent = { readonly handOverId: string; readonly direction: 'to-agency' | 'to-desk'; readonly deskId: DeskId; readonly agencyUnitId: UnitId; readonly at: Moment; readonly calendar: AnyCalendar };

/** J of each line: the day on its posting slip where it goes out with one, else the day it is handed over; the slip of a dossier is not that of the papers that follow it. */
const findPostingDays = async (db: PoolClient, provinceId: number, { handOverId, direction }: Sent): Promise<readonly { readonly dossierId: string; readonly postedOn: PlainDate | null }[]> => {
  const { rows } = await db.query<{ readonly dossierId: string; readonly postedOn: PlainDate | null }>({
    name: 'find-posting-days',
    text: `select l.dossier_id as "dossierId", case when $3 = 'to-agency' and not l.follows then (
             select min(i.issued_at at time zone 'Asia/Ho_Chi_Minh')::date::text from motcua.issued_paper i
             where i.province_id = $1 and i.dossier_id = l.dossier_id and i.kind = 'posting-slip') end as "postedOn"
           from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = $2`,
    values: [provinceId, handOverId, direction],
  });
  return rows;
};

export const keepTransit = async (db: PoolClient, provinceId: number, sent: Sent): Promise<void> => {
  const { rows: [desk] } = await db.query<{ unitId: string }>({
    name: 'find-commune-of-desk', text: 'select commune_unit_id as "unitId" from motcua.desk where province_id = $1 and desk_id = $2', values: [provinceId, sent.deskId],
  });
  const rules = await findPostalRules(db, provinceId);
  const here = await findPlace(db, provinceId, desk?.unitId ?? '');
  const there = await findPlace(db, provinceId, sent.agencyUnitId);
  const [from, to] = sent.direction === 'to-agency' ? [here, there] : [there, here];
  const windows = new Map<PlainDate, TransitWindow | undefined>();
  const windowOf = (postedOn: PlainDate): TransitWindow | undefined => {
    if (!windows.has(postedOn)) windows.set(postedOn, transitWindow({ postedOn, from, to, withSlip: false, rules, calendar: sent.calendar }));
    return windows.get(postedOn);
  };
  const lines = (await findPostingDays(db, provinceId, sent)).flatMap(({ dossierId, postedOn }) => {
    const window = windowOf(postedOn ?? dateOf(sent.at));
    return window ? [{ dossierId, window }] : [];
  });
  await db.query({
    name: 'keep-transit',
    text: `with windows as (
             update motcua.hand_over_line l set transit = w.transit from unnest($3::uuid[], $4::jsonb[]) as w (dossier_id, transit)
             where l.province_id = $1 and l.hand_over_id = $2 and l.dossier_id = w.dossier_id
           )
           update motcua.hand_over set transit_due = $5 where province_id = $1 and hand_over_id = $2`,
    values: [provinceId, sent.handOverId, lines.map(({ dossierId }) => dossierId), lines.map(({ window }) => JSON.stringify(window)), lines.map(({ window }) => window.endsOn).toSorted()[0] ?? null],
  });
};

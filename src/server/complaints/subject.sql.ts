// What is complained about, found by what stands on the paper in the complainant's hand, within the desks given; and by when it
// is brought and settled.
import type { Pool, PoolClient } from 'pg';
import type { COMPLAINT_SUBJECTS } from '#core/complaint/complaint.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { type ComplaintTimes, rowOn } from '#core/transit/postal-rules.ts';
import { findPostalRules } from '../custody/transit.sql.ts';

export type Subject = {
  readonly subject: (typeof COMPLAINT_SUBJECTS)[number]; readonly subjectId: string; readonly subjectCode: string; readonly deskId: DeskId; readonly deskName: string;
  readonly dossierIds: readonly string[]; readonly transitEndsOn: PlainDate | null; readonly zone: string | null; readonly proofNumber: string | null;
};
export type ScannedSubject = { readonly code?: string | undefined; readonly item?: string | undefined; readonly label?: string | undefined };

/** Of the day on which it comes, with the version of the rules that say so. */
export type TimesOfDay = { readonly times: ComplaintTimes; readonly rulesVersion: number };
export const loadComplaintTimes = async (db: Pool | PoolClient, provinceId: number, today: PlainDate): Promise<TimesOfDay> => {
  const { version, complaint } = await findPostalRules(db, provinceId);
  const times = rowOn(complaint, today);
  if (!times) throw new Error('no times of complaints');
  return { times, rulesVersion: version };
};

/** The window that ended last, of what the post carried for these dossiers. */
const WINDOW = (dossierIds: string): string => `(
  select jsonb_build_object('endsOn', l.transit->>'endsOn', 'zone', l.transit->>'zone') from motcua.hand_over_line l
  where l.province_id = $1 and l.dossier_id = any(${dossierIds}) and l.transit is not null order by l.transit->>'endsOn' desc limit 1)`;

export const findSubject = async (db: Pool | PoolClient, provinceId: number, deskIds: readonly DeskId[], { code, item, label }: ScannedSubject): Promise<Subject | undefined> => {
  const { rows: [row] } = await db.query<Omit<Subject, 'transitEndsOn' | 'zone'> & { readonly transit: { readonly endsOn: PlainDate; readonly zone: string } | null }>({
    name: 'find-complaint-subject',
    text: `with found as (
             select 'bag' as subject, b.bag_id as id, b.label as code, b.desk_id, array(
               select l.dossier_id from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = b.hand_over_id
               union select t.dossier_id from motcua.custody_thing t where t.province_id = $1 and t.inside_id = b.bag_id and t.dossier_id is not null) as dossier_ids, null::text as proof
             from motcua.bag b where b.province_id = $1 and b.label = $5 and b.desk_id = any($2::text[])
             union all
             select 'shipment', s.shipment_id, s.item_number, s.desk_id, array(select l.dossier_id from motcua.shipment_dossier l where l.province_id = $1 and l.shipment_id = s.shipment_id), s.item_number
             from motcua.shipment s where s.province_id = $1 and s.item_number = $4 and s.desk_id = any($2::text[])
             union all
             select 'dossier', d.dossier_id, d.code, d.desk_id, array[d.dossier_id], p.item
             from motcua.dossier d left join lateral (
               select i.payload->>'itemNumber' as item from motcua.issued_paper i
               where i.province_id = $1 and i.dossier_id = d.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null limit 1) p on true
             where d.province_id = $1 and d.code = $3 and d.desk_id = any($2::text[])
           )
           select f.subject, f.id as "subjectId", f.code as "subjectCode", f.desk_id as "deskId", k.short_name as "deskName", f.dossier_ids as "dossierIds", f.proof as "proofNumber", ${WINDOW('f.dossier_ids')} as transit
           from found f join motcua.desk k on k.province_id = $1 and k.desk_id = f.desk_id limit 1`,
    values: [provinceId, deskIds, code ?? null, item ?? null, label ?? null],
  });
  if (!row) return undefined;
  const { transit, ...subject } = row;
  return { ...subject, transitEndsOn: transit?.endsOn ?? null, zone: transit?.zone ?? null };
};

// Envelopes of the public postal service: the number of the slip they go under, and what is printed on their label.
import type { Pool, PoolClient } from 'pg';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';

/** A number typed twice is on one envelope only; the other goes without. */
export const findSlipNumber = async (db: PoolClient, provinceId: number, dossierId: string): Promise<{ readonly itemNumber: string; readonly isFree: boolean } | undefined> => {
  const { rows } = await db.query<{ itemNumber: string; isFree: boolean }>({
    name: 'find-slip-number',
    text: `select i.payload->>'itemNumber' as "itemNumber",
             not exists (select from motcua.custody_thing t where t.province_id = $1 and t.label = i.payload->>'itemNumber' and t.holder_kind <> 'destroyed') as "isFree"
           from motcua.issued_paper i where i.province_id = $1 and i.dossier_id = $2 and i.kind = 'posting-slip' and i.superseded_at is null limit 1`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

export type EnvelopeLabelRow = {
  readonly code: string; readonly itemNumber: string; readonly sealNumber: string; readonly pieces: number; readonly sealedAt: Moment; readonly agencyName: string; readonly agencyAddress: string;
};

/** Of an envelope that is still whole, at this desk. */
export const findEnvelopeLabel = async (pool: Pool, provinceId: number, deskId: DeskId, dossierId: DossierId): Promise<EnvelopeLabelRow | undefined> => {
  const { rows } = await pool.query<EnvelopeLabelRow>({
    name: 'find-envelope-label',
    text: `select d.code, coalesce(e.label, i.payload->>'itemNumber') as "itemNumber", e.name as "sealNumber", e.since as "sealedAt", u.name as "agencyName", coalesce(u.address, '') as "agencyAddress",
             (select sum(t.count)::int from motcua.custody_thing t where t.province_id = $1 and t.inside_id = e.thing_id) as pieces
           from motcua.custody_thing e join motcua.dossier d on d.province_id = $1 and d.dossier_id = e.dossier_id
           join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
           join motcua.issued_paper i on i.province_id = $1 and i.dossier_id = d.dossier_id and i.kind = 'posting-slip' and i.superseded_at is null
           where e.province_id = $1 and e.dossier_id = $3 and e.kind = 'envelope' and d.desk_id = $2 and e.holder_kind = 'desk' limit 1`,
    values: [provinceId, deskId, dossierId],
  });
  return rows[0];
};

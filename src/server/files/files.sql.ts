import type { Pool } from 'pg';
import type { AccountId, DeskId, UnitId } from '#core/organisation/organisation.ts';
import type { MediaType } from '#wire/file.wire.ts';
import { type Reader, readableInAgency } from '../reading/reader.sql.ts';

export type StoredFile = { readonly sha256: string; readonly mediaType: MediaType; readonly bytes: number };

/** The same content from a second person: one file, two uploads, each known in its own place. */
export const saveStoredFile = async (
  pool: Pool, provinceId: number, file: StoredFile, by: AccountId, place: { readonly deskId?: DeskId; readonly unitId?: UnitId },
): Promise<void> => {
  const values = [provinceId, file.sha256, by, place.deskId ?? null, place.unitId ?? null];
  await pool.query({
    name: 'save-stored-file',
    text: `insert into motcua.stored_file (province_id, sha256, media_type, bytes, stored_at, stored_by, desk_id, unit_id)
           values ($1, $2, $6, $7, now(), $3, $4, $5) on conflict do nothing`,
    values: [...values, file.mediaType, file.bytes],
  });
  await pool.query({
    name: 'save-file-upload',
    text: `insert into motcua.file_upload (province_id, sha256, stored_by, desk_id, unit_id, stored_at) values ($1, $2, $3, $4, $5, now())
           on conflict (province_id, sha256, stored_by) do update
             set desk_id = coalesce(excluded.desk_id, file_upload.desk_id), unit_id = coalesce(excluded.unit_id, file_upload.unit_id)`,
    values,
  });
};

export type SentLately = {
  readonly files: number;
  readonly bytes: number;
  /** Seconds until the oldest of the hour no longer counts. */
  readonly oldestLeavesIn: number;
};

/** Real time: it is about the disk, not about the office. */
export const sentLately = async (pool: Pool, provinceId: number, by: AccountId): Promise<SentLately> => {
  const { rows } = await pool.query<SentLately>({
    name: 'sent-lately',
    text: `select count(*)::int as files, coalesce(sum(f.bytes), 0)::float8 as bytes,
             coalesce(ceil(extract(epoch from min(u.stored_at) + interval '1 hour' - now())), 0)::int as "oldestLeavesIn"
           from motcua.file_upload u join motcua.stored_file f on f.province_id = $1 and f.sha256 = u.sha256
           where u.province_id = $1 and u.stored_by = $2 and u.stored_at > now() - interval '1 hour'`,
    values: [provinceId, by],
  });
  return rows[0] ?? { files: 0, bytes: 0, oldestLeavesIn: 0 };
};

/** Where it was brought, or named by a dossier this person may read; else it is not there. */
export const findReadableFile = async (pool: Pool, provinceId: number, reader: Reader, sha256: string): Promise<StoredFile | undefined> => {
  const { rows } = await pool.query<StoredFile>({
    name: 'find-readable-file',
    text: `select f.sha256, f.media_type as "mediaType", f.bytes
           from motcua.stored_file f
           where f.province_id = $1 and f.sha256 = $2 and (
             exists (
               select from motcua.file_upload u
               where u.province_id = $1 and u.sha256 = $2 and (u.desk_id = any($3::text[]) or u.unit_id = any($5::text[])))
             or exists (
               select from motcua.hand_over h
               where h.province_id = $1 and h.signature_file = $2 and (h.desk_id = any($3::text[]) or h.agency_unit_id = any($4::text[])))
             or exists (
               select from motcua.pickup c where c.province_id = $1 and c.desk_id = any($3::text[]) and (c.signature = $2 or c.photo = $2))
             or exists (
               select from motcua.courier_report c where c.province_id = $1 and c.desk_id = any($3::text[]) and (c.signature = $2 or c.photo = $2))
             or exists (
               select from motcua.dossier d
               where d.province_id = $1 and (d.desk_id = any($3::text[]) or ${readableInAgency('$4', '$5', '$6')})
                 and d.dossier_id in (
                   select p.dossier_id from motcua.dossier_paper p where p.province_id = $1 and p.scans @> array[$2::text] and p.scans <> '{}'
                   union all select a.dossier_id from motcua.supplement_answer_file a where a.province_id = $1 and a.sha256 = $2
                   union all select o.dossier_id from motcua.outcome o where o.province_id = $1 and o.file = $2
                   union all select s.dossier_id from motcua.signed_file s where s.province_id = $1 and s.sha256 = $2
                   union all select r.dossier_id from motcua.outcome_return r where r.province_id = $1 and r.signature = $2
                   union all select l.dossier_id from motcua.shipment_dossier l join motcua.courier_attempt t on t.province_id = $1 and t.shipment_id = l.shipment_id
                     where l.province_id = $1 and (t.photo = $2 or t.paper = $2))))`,
    values: [provinceId, sha256, reader.deskIds, reader.unitIds, reader.wholeUnitIds, reader.accountId],
  });
  return rows[0];
};

// What the desk's decisions need and what seldom changes: the desk, the units, the calendar, one procedure.
import type { Pool, PoolClient } from 'pg';
import type { CertificationSigner } from '#core/dossier/certify-copies.ts';
import type { Desk, DeskId, Unit } from '#core/organisation/organisation.ts';
import type { ProcedureCode, ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';

type Db = Pool | PoolClient;

/** A column that is null in the table is absent in the core. */
const present = <T extends object>(row: { readonly [K in keyof T]: T[K] | null }): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

export const findDesk = async (db: Db, provinceId: number, deskId: DeskId): Promise<Desk | undefined> => {
  const { rows } = await db.query<Desk>({
    name: 'find-desk',
    text: `select province_id as "provinceId", desk_id as "deskId", name, short_name as "shortName",
             post_office_unit_id as "postOfficeUnitId", commune_unit_id as "communeUnitId", receiving_unit_id as "receivingUnitId",
             address, phone, site_id as "siteId", officer_confirmation as "officerConfirmation", clock_start as "clockStart", support_return as "supportReturn",
             valid_from as "validFrom", valid_to as "validTo"
           from motcua.desk where province_id = $1 and desk_id = $2`,
    values: [provinceId, deskId],
  });
  return rows[0] && present<Desk>(rows[0]);
};

export const findUnits = async (db: Db, provinceId: number): Promise<readonly Unit[]> => {
  const { rows } = await db.query<Unit>({
    name: 'find-units',
    text: `select province_id as "provinceId", unit_id as "unitId", kind, name, short_name as "shortName",
             parent_unit_id as "parentUnitId", agency_code_2018 as "agencyCode2018", agency_code_2025 as "agencyCode2025",
             gso_code as "gsoCode", address, phone, valid_from as "validFrom", valid_to as "validTo",
             successor_unit_id as "successorUnitId"
           from motcua.unit where province_id = $1`,
    values: [provinceId],
  });
  return rows.map((row) => present<Unit>(row));
};

export type ProcedureRow = { readonly procedure: ProcedureVersion; readonly contentHash: Buffer };

export const findProcedureVersions = async (db: Db, provinceId: number, code: ProcedureCode): Promise<readonly ProcedureRow[]> => {
  const { rows } = await db.query<{ content: ProcedureVersion; contentHash: Buffer; validFrom: string; validTo: string | null }>({
    name: 'find-procedure-versions',
    text: `select content, content_hash as "contentHash", valid_from as "validFrom", valid_to as "validTo"
           from motcua.procedure_version where province_id = $1 and procedure_code = $2 order by version`,
    values: [provinceId, code],
  });
  // the columns say when it is in force: a later version closes an earlier one there
  return rows.map(({ content, contentHash, validFrom, validTo }) => ({
    procedure: { ...content, validFrom, validTo: validTo ?? undefined } as ProcedureVersion, contentHash,
  }));
};

export const findTransfers = async (db: Db, provinceId: number, deskId: DeskId, code?: ProcedureCode): Promise<readonly TransferEntry[]> => {
  const { rows } = await db.query<TransferEntry>({
    name: 'find-transfers',
    text: `select desk_id as "deskId", procedure_code as "procedureCode", agency_unit_id as "agencyUnitId", mode,
             valid_from as "validFrom", valid_to as "validTo", decision, delegation
           from motcua.transfer_register
           where province_id = $1 and desk_id = $2 and ($3::text is null or procedure_code = $3)`,
    values: [provinceId, deskId, code ?? null],
  });
  return rows.map((row) => present<TransferEntry>(row));
};

/** The leaders of the agencies whose copies this desk certifies, past and present. */
export const findSigners = async (db: Db, provinceId: number, deskId: DeskId): Promise<readonly CertificationSigner[]> => {
  const { rows } = await db.query<CertificationSigner>({
    name: 'find-certification-signers',
    text: `select a.account_id as "accountId", a.unit_id as "unitId", p.full_name as name, p.title, a.valid_from as "validFrom", a.valid_to as "validTo"
           from motcua.assignment a join motcua.account p on p.province_id = $1 and p.account_id = a.account_id
           where a.province_id = $1 and a.role = 'signing-leader' and a.signing_title is not null and p.disabled_at is null
             and a.unit_id in (select t.agency_unit_id from motcua.transfer_register t
               where t.province_id = $1 and t.desk_id = $2 and (t.procedure_code = '2.000815' or t.procedure_code like '2.000815.%'))
           order by p.title, p.full_name, a.valid_from`,
    values: [provinceId, deskId],
  });
  return rows.map((row) => present<CertificationSigner>(row));
};

/** Of these scans, the ones that nobody stored at this desk. */
export const findUnknownScans = async (db: Db, provinceId: number, deskId: DeskId, scans: readonly string[]): Promise<readonly string[]> => {
  if (scans.length === 0) return [];
  const { rows } = await db.query<{ sha256: string }>({
    name: 'find-unknown-scans',
    text: `select s as sha256 from unnest($3::text[]) s
           where not exists (
             select 1 from motcua.file_upload f where f.province_id = $1 and f.sha256 = s and f.desk_id = $2)`,
    values: [provinceId, deskId, scans],
  });
  return rows.map((row) => row.sha256);
};

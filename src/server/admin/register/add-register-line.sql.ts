// What a new line of the register is decided by, what can be chosen for it, and the line itself.
import type { Pool, PoolClient } from 'pg';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { AddRegisterLine, RegisterFacts } from '#core/procedure/add-register-line.ts';
import { mayDecide } from '#core/procedure/add-register-line.ts';
import type { TransferEntry } from '#core/procedure/procedure.ts';
import type { UnitKind } from '#core/organisation/organisation.ts';
import type { RegisterChoices, RegisterChoicesQuery } from '#wire/register-line.wire.ts';

const present = <T extends object>(row: { readonly [K in keyof T]: T[K] | null }): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

const linesOf = async (db: Pool | PoolClient, provinceId: number, deskId: string, code: string): Promise<readonly TransferEntry[]> => {
  const { rows } = await db.query<TransferEntry>(
    `select desk_id as "deskId", procedure_code as "procedureCode", agency_unit_id as "agencyUnitId", mode, valid_from as "validFrom", valid_to as "validTo", decision, delegation
     from motcua.transfer_register where province_id = $1 and desk_id = $2 and procedure_code = $3 order by valid_from`, [provinceId, deskId, code]);
  return rows.map((row) => present<TransferEntry>(row));
};

export const loadRegisterFacts = async (db: PoolClient, provinceId: number, { deskId, procedureCode, agencyUnitId }: AddRegisterLine): Promise<Omit<RegisterFacts, 'today'>> => {
  type Row = Pick<RegisterFacts, 'desk' | 'agency'>;
  const { rows } = await db.query<{ [K in keyof Row]-?: { [F in keyof NonNullable<Row[K]>]: NonNullable<Row[K]>[F] | null } | null } & { known: boolean }>(
    `select (select jsonb_build_object('validFrom', valid_from, 'validTo', valid_to) from motcua.desk where province_id = $1 and desk_id = $2) as desk,
       (select jsonb_build_object('kind', kind, 'validFrom', valid_from, 'validTo', valid_to) from motcua.unit where province_id = $1 and unit_id = $4) as agency,
       exists (select from motcua.procedure_version where province_id = $1 and procedure_code = $3) as known`, [provinceId, deskId, procedureCode, agencyUnitId]);
  const [row] = rows;
  return {
    ...(row?.desk ? { desk: present<NonNullable<Row['desk']>>(row.desk as never) } : {}), ...(row?.agency ? { agency: present<NonNullable<Row['agency']>>(row.agency as never) } : {}),
    procedureIsKnown: row?.known ?? false, lines: await linesOf(db, provinceId, deskId, procedureCode),
  };
};

export const endRegisterLine = async (db: PoolClient, provinceId: number, { deskId, procedureCode, validFrom }: TransferEntry, from: PlainDate): Promise<void> => {
  await db.query(
    `update motcua.transfer_register set valid_to = $5 where province_id = $1 and desk_id = $2 and procedure_code = $3 and valid_from = $4`,
    [provinceId, deskId, procedureCode, validFrom, from]);
};

export const insertRegisterLine = async (db: PoolClient, provinceId: number, line: TransferEntry): Promise<void> => {
  await db.query(
    `insert into motcua.transfer_register (province_id, desk_id, procedure_code, valid_from, agency_unit_id, mode, decision, delegation) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [provinceId, line.deskId, line.procedureCode, line.validFrom, line.agencyUnitId, line.mode, line.decision, line.delegation ?? null]);
};

export const listRegisterChoices = async (pool: Pool, provinceId: number, { code, desk }: RegisterChoicesQuery, today: PlainDate): Promise<RegisterChoices> => {
  const [desks, units, procedures, lines] = await Promise.all([
    pool.query<RegisterChoices['desks'][number]>(
      `select desk_id as "deskId", name from motcua.desk where province_id = $1 and (valid_to is null or valid_to > $2) order by name`, [provinceId, today]),
    pool.query<RegisterChoices['agencies'][number] & { kind: UnitKind }>(
      `select unit_id as "unitId", name, kind from motcua.unit where province_id = $1 and (valid_to is null or valid_to > $2) order by name`, [provinceId, today]),
    code === undefined ? undefined : pool.query<{ name: string }>(
      `select name from motcua.procedure_version where province_id = $1 and procedure_code = $2 order by version desc limit 1`, [provinceId, code]),
    code === undefined || desk === undefined ? [] : linesOf(pool, provinceId, desk, code),
  ]);
  const held = lines.find((line) => line.validTo === undefined || line.validTo > today);
  const name = units.rows.find((unit) => unit.unitId === held?.agencyUnitId)?.name;
  return {
    desks: desks.rows, agencies: units.rows.filter(mayDecide).map(({ unitId, name: agency }) => ({ unitId, name: agency })),
    procedureName: procedures?.rows[0]?.name ?? null,
    held: held && name !== undefined ? { agencyName: name, mode: held.mode, validFrom: held.validFrom } : null,
  };
};

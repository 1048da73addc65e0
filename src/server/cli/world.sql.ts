import type { Pool, PoolClient } from 'pg';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { UnitKind } from '#core/organisation/organisation.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';
import type { PostalRules } from '#core/transit/postal-rules.ts';

export const UNIT_KINDS = [
  'department', 'section', 'district', 'commune', 'commune-police', 'social-insurance', 'provincial-post', 'district-post', 'commune-post',
] as const satisfies readonly UnitKind[];
export const isUnitKind = (text: string): text is (typeof UNIT_KINDS)[number] => (UNIT_KINDS as readonly string[]).includes(text);

export type NewWorld = {
  readonly provinceId: number; readonly name: string; readonly title: string; readonly province: string; readonly code: string;
  readonly calendar: WorkingCalendar; readonly forms: FormTable; readonly postalRules: PostalRules; readonly today: PlainDate;
  readonly admin: { readonly accountId: string; readonly login: string; readonly fullName: string; readonly passwordHash: string };
};

/** In one statement: a world is there whole or not at all. */
export const saveWorld = async (pool: Pool, world: NewWorld): Promise<void> => {
  const { admin, calendar } = world;
  await pool.query(
    `with w as (
       insert into motcua.world (province_id, name, title, is_demo, clock_offset_seconds, created_at) values ($1, $2, $3, false, 0, now())
     ), u as (
       insert into motcua.unit (province_id, unit_id, kind, name, short_name, agency_code_2025, gso_code, valid_from)
       values ($1, 'tinh', 'province', $4, $4, $5, $1::int::text, $6)
     ), c as (
       insert into motcua.working_calendar (province_id, calendar_id, version, content) values ($1, $7, $8, $9)
     ), f as (
       insert into motcua.form_table (province_id, version, content) values ($1, $14, $15)
     ), r as (
       insert into motcua.postal_rules (province_id, version, content) values ($1, $16, $17)
     ), a as (
       insert into motcua.account (province_id, account_id, login, full_name, title, password_hash, must_change_password)
       values ($1, $10, $11, $12, 'Quản trị hệ thống', $13, true)
     )
     insert into motcua.assignment (province_id, account_id, assignment_no, role, unit_id, valid_from) values ($1, $10, 1, 'administrator', 'tinh', $6)`,
    [world.provinceId, world.name, world.title, world.province, world.code, world.today, calendar.calendarId, calendar.version, JSON.stringify(calendar),
      admin.accountId, admin.login, admin.fullName, admin.passwordHash, world.forms.version, JSON.stringify(world.forms),
      world.postalRules.version, JSON.stringify(world.postalRules)],
  );
};

const TODAY = `(now() + (select w.clock_offset_seconds from motcua.world w where w.province_id = $1) * interval '1 second')::date`;

export const isUnit = async (pool: Pool, provinceId: number, unitId: string): Promise<boolean> =>
  (await pool.query('select 1 from motcua.unit where province_id = $1 and unit_id = $2', [provinceId, unitId])).rowCount === 1;

export type NewUnit = {
  readonly unitId: string; readonly kind: string; readonly name: string; readonly shortName: string; readonly parentUnitId: string | undefined;
  readonly code: string | undefined; readonly gsoCode: string | undefined; readonly address: string | undefined; readonly phone: string | undefined;
};

export const saveUnit = async (db: PoolClient, provinceId: number, unit: NewUnit): Promise<boolean> => {
  const { rowCount } = await db.query(
    `insert into motcua.unit (province_id, unit_id, kind, name, short_name, parent_unit_id, agency_code_2025, gso_code, address, phone, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ${TODAY}) on conflict do nothing`,
    [provinceId, unit.unitId, unit.kind, unit.name, unit.shortName, unit.parentUnitId ?? null, unit.code ?? null, unit.gsoCode ?? null, unit.address ?? null, unit.phone ?? null],
  );
  return rowCount === 1;
};

export type NewDesk = {
  readonly deskId: string; readonly name: string; readonly shortName: string; readonly postOfficeUnitId: string; readonly communeUnitId: string;
  readonly receivingUnitId: string; readonly address: string; readonly phone: string; readonly siteId: string;
};

export const saveDesk = async (db: PoolClient, provinceId: number, desk: NewDesk): Promise<boolean> => {
  const { rowCount } = await db.query(
    `insert into motcua.desk (province_id, desk_id, name, short_name, post_office_unit_id, commune_unit_id, receiving_unit_id,
       address, phone, site_id, officer_confirmation, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'key-while-present', ${TODAY}) on conflict do nothing`,
    [provinceId, desk.deskId, desk.name, desk.shortName, desk.postOfficeUnitId, desk.communeUnitId, desk.receivingUnitId, desk.address, desk.phone, desk.siteId],
  );
  return rowCount === 1;
};

export type DeskSetting = {
  readonly supportReturn: string | undefined;
  readonly officerConfirmation: string | undefined;
  /** Holds from that day on, from today unless told. */
  readonly onlineAnswers: { readonly value: boolean; readonly validFrom: string | undefined } | undefined;
};

export const saveDeskSetting = async (
  db: PoolClient, provinceId: number, deskId: string, { supportReturn, officerConfirmation, onlineAnswers }: DeskSetting,
): Promise<boolean> => {
  const { rowCount } = await db.query(
    `update motcua.desk set support_return = coalesce($3, support_return), officer_confirmation = coalesce($4, officer_confirmation),
       online_answers = case when $5::boolean is null then online_answers else coalesce(online_answers, '[]')
         || jsonb_build_array(jsonb_build_object('value', $5::boolean, 'validFrom', coalesce($6::date, ${TODAY}))) end
     where province_id = $1 and desk_id = $2`,
    [provinceId, deskId, supportReturn ?? null, officerConfirmation ?? null, onlineAnswers?.value ?? null, onlineAnswers?.validFrom ?? null],
  );
  return rowCount === 1;
};

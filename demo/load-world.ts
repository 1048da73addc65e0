// Fills an empty, migrated database with one demo world: the same rows every time, hashes and clock apart.
import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { ClientBase, Pool } from 'pg';
import { foldVietnamese } from '#core/kernel/fold.ts';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { SHIPPED_POSTAL_RULES } from '#core/transit/shipped-rules.ts';
import type { ProcedureVersion } from '#core/procedure/procedure.ts';
import { HA_TINH_CALENDAR } from './calendar.ts';

import { accountIdOf } from './accounts.ts';
import { insertRows } from './rows.ts';
import { loadCourierRound } from './sample/courier-round.ts';
import { loadSample } from './sample/load-sample.ts';
import { worldOf } from './world-of.ts';
import { HA_TINH, type SignIn, type StaffMember, type World, type WorldName } from './worlds.ts';

export type Report = (line: string) => void;

const loadOrganisation = async (client: ClientBase, world: World): Promise<void> => {
  await insertRows(client, 'unit', world.units.map((unit) => ({
    province_id: unit.provinceId, unit_id: unit.unitId, kind: unit.kind, name: unit.name, short_name: unit.shortName,
    parent_unit_id: unit.parentUnitId, agency_code_2018: unit.agencyCode2018, agency_code_2025: unit.agencyCode2025,
    gso_code: unit.gsoCode, address: unit.address, phone: unit.phone,
    latitude: unit.position?.latitude, longitude: unit.position?.longitude, position_is_approximate: unit.position?.isApproximate,
    valid_from: unit.validFrom, valid_to: unit.validTo, successor_unit_id: unit.successorUnitId,
  })).map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? null]))));
  await insertRows(client, 'desk', world.desks.map((desk) => ({
    province_id: desk.provinceId, desk_id: desk.deskId, name: desk.name, short_name: desk.shortName,
    post_office_unit_id: desk.postOfficeUnitId, commune_unit_id: desk.communeUnitId, receiving_unit_id: desk.receivingUnitId,
    address: desk.address, phone: desk.phone, site_id: desk.siteId, officer_confirmation: desk.officerConfirmation,
    // papers asked for are taken online in both worlds; NEW dossiers are not
    online_answers: [{ value: true, validFrom: '2018-06-21' }],
    valid_from: desk.validFrom, valid_to: desk.validTo ?? null,
  })));
};

const loadStaff = async (client: ClientBase, world: World): Promise<void> => {
  // One hash for all: the password of a demo is written in the README, and argon2id is slow by design.
  const [passwordHash, pinHash] = await Promise.all([hash(world.password), hash(world.pin)]);
  const hasPin = (member: StaffMember): boolean => member.seats.some((seat) => seat.role !== 'postal-clerk' && seat.role !== 'courier');
  await insertRows(client, 'account', world.staff.map((member) => ({
    province_id: HA_TINH, account_id: accountIdOf(world.name, member.login), login: member.login,
    full_name: member.fullName, title: member.title, password_hash: passwordHash,
    pin_hash: hasPin(member) ? pinHash : null, must_change_password: false,
  })));
  await insertRows(client, 'assignment', world.staff.flatMap((member) => member.seats.map((seat, index) => ({
    province_id: HA_TINH, account_id: accountIdOf(world.name, member.login), assignment_no: index + 1,
    role: seat.role, unit_id: seat.unitId, desk_id: seat.deskId ?? null,
    signing_prefix: seat.prefix ?? null, signing_title: seat.title ?? null,
    valid_from: world.name === 'kybac-2019' ? '2019-01-01' : '2025-07-01', valid_to: null,
  }))));
};

const searchText = (procedure: ProcedureVersion): string =>
  foldVietnamese([procedure.code, procedure.name, ...procedure.everydayNames, procedure.field].join(' '));

const loadCatalogue = async (client: ClientBase, world: World): Promise<void> => {
  await insertRows(client, 'procedure_version', world.procedures.map((procedure) => ({
    province_id: HA_TINH, procedure_code: procedure.code, version: procedure.version,
    valid_from: procedure.validFrom, valid_to: procedure.validTo ?? null, name: procedure.name,
    field: procedure.field, level: procedure.level, content: procedure,
    content_hash: `\\x${createHash('sha256').update(JSON.stringify(procedure)).digest('hex')}`,
    search_folded: searchText(procedure), incomplete_count: procedure.incomplete.length,
  })));
  await insertRows(client, 'transfer_register', world.transfers.map((entry) => ({
    province_id: HA_TINH, desk_id: entry.deskId, procedure_code: entry.procedureCode,
    valid_from: entry.validFrom, valid_to: entry.validTo ?? null, agency_unit_id: entry.agencyUnitId,
    mode: entry.mode, decision: entry.decision, delegation: entry.delegation ?? null,
  })));
  await insertRows(client, 'working_calendar', [{
    province_id: HA_TINH, calendar_id: HA_TINH_CALENDAR.calendarId, version: HA_TINH_CALENDAR.version, content: HA_TINH_CALENDAR,
  }]);
  await insertRows(client, 'postal_rules', [{ province_id: HA_TINH, version: SHIPPED_POSTAL_RULES.version, content: SHIPPED_POSTAL_RULES }]);
  await insertRows(client, 'form_table', [{ province_id: HA_TINH, version: SHIPPED_FORMS.version, content: SHIPPED_FORMS }]);
};

/** Everything in one transaction: a world is there whole or not at all. */
export const loadWorld = async (
  pool: Pool, worldName: WorldName, report: Report = () => undefined, options: { readonly sample?: boolean } = {},
): Promise<void> => {
  const world = worldOf(worldName);
  const client = await pool.connect();
  try {
    await client.query('begin');
    const now = Date.now();
    const clockOffsetSeconds = Math.ceil((momentToEpoch(world.startsAt) - now) / 1000);
    await insertRows(client, 'world', [{
      province_id: HA_TINH, name: world.name, title: world.title, is_demo: true,
      clock_offset_seconds: clockOffsetSeconds, created_at: new Date(now).toISOString(),
    }]);
    await loadOrganisation(client, world);
    await loadStaff(client, world);
    await loadCatalogue(client, world);
    const dossiers = options.sample === false ? 0 : await loadSample(client, world, clockOffsetSeconds);
    if (options.sample !== false) await loadCourierRound(client, world);
    report(`${world.title}: ${world.units.length} đơn vị, ${world.desks.length} quầy, ${world.staff.length} tài khoản, ${world.procedures.length} thủ tục, ${dossiers} hồ sơ mẫu`);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  } finally {
    client.release();
  }
};

/** The sign-in names that `npm start` prints. */
export const demoSignIns = (worldName: WorldName): readonly SignIn[] => {
  const world = worldOf(worldName);
  return world.staff.filter((member) => member.shown === true).map((member) => ({
    login: member.login, password: world.password, name: member.fullName, title: member.title,
    roles: member.seats.map((seat) => seat.role),
  }));
};

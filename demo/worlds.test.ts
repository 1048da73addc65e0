import { describe, expect, it } from 'vitest';
import { foldVietnamese } from '#core/kernel/fold.ts';
import { validateAnswers } from '#core/form/validate-answers.ts';
import { identityErrors, identityWarnings } from '#core/people/identity.ts';
import { readPhone } from '#core/people/phone.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Role } from '#core/organisation/organisation.ts';
import { answersFor } from './answers.ts';
import { aPerson } from './people.ts';
import { worldOf } from './world-of.ts';
import { type World, WORLD_NAMES } from './worlds.ts';

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
};

const ancestors = (world: World, unitId: string): readonly string[] => {
  const unit = world.units.find((candidate) => candidate.unitId === unitId);
  return unit === undefined ? [] : [unitId, ...(unit.parentUnitId === undefined ? [] : ancestors(world, unit.parentUnitId))];
};

describe.each(WORLD_NAMES)('the world %s', (name) => {
  const world = worldOf(name);
  const year = name === 'kybac-2019' ? 2019 : 2026;
  const units = new Map(world.units.map((unit) => [unit.unitId as string, unit]));
  const desks = new Map(world.desks.map((desk) => [desk.deskId as string, desk]));
  const procedures = new Map(world.procedures.map((procedure) => [procedure.code as string, procedure]));

  it('names every unit, desk, login and procedure once', () => {
    expect(units.size).toBe(world.units.length);
    expect(desks.size).toBe(world.desks.length);
    expect(procedures.size).toBe(world.procedures.length);
    expect(new Set(world.staff.map((member) => member.login)).size).toBe(world.staff.length);
    expect(new Set(world.staff.map((member) => member.fullName)).size).toBe(world.staff.length);
  });

  it('gives no agency code to two units', () => {
    for (const form of ['agencyCode2018', 'agencyCode2025'] as const) {
      const codes = world.units.flatMap((unit) => unit[form] ?? []);
      expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    }
  });

  it('hangs every unit under a unit and every desk on units that exist', () => {
    for (const unit of world.units) {
      if (unit.parentUnitId !== undefined) expect(units.has(unit.parentUnitId), unit.unitId).toBe(true);
      if (unit.successorUnitId !== undefined) expect(units.get(unit.successorUnitId)?.validTo, unit.unitId).toBeUndefined();
    }
    for (const desk of world.desks) {
      for (const unitId of [desk.postOfficeUnitId, desk.communeUnitId, desk.receivingUnitId]) expect(units.has(unitId), desk.deskId).toBe(true);
    }
  });

  it('seats every member of staff at a unit and desk that exist', () => {
    for (const member of world.staff) {
      for (const seat of member.seats) {
        expect(units.has(seat.unitId), `${member.login} ${seat.unitId}`).toBe(true);
        if (seat.deskId !== undefined) expect(desks.has(seat.deskId)).toBe(true);
        if (seat.role === 'signing-leader') expect(seat.title, member.login).toBeTruthy();
      }
    }
  });

  it('registers only procedures, desks and agencies that exist, and says who delegated', () => {
    for (const entry of world.transfers) {
      expect(desks.has(entry.deskId)).toBe(true);
      expect(procedures.has(entry.procedureCode)).toBe(true);
      expect(units.has(entry.agencyUnitId), entry.agencyUnitId).toBe(true);
      expect(entry.mode === 'delegated').toBe(entry.delegation !== undefined);
      if (entry.mode === 'postal-service') expect(procedures.get(entry.procedureCode)?.channels).toContain('post');
    }
  });

  it('has every role of the internal steps at each agency of a staffed desk', () => {
    const staffed = new Set(world.staff.flatMap((member) => member.seats.flatMap((seat) => seat.deskId ?? [])));
    const rolesAt = new Map<string, Set<Role>>();
    for (const seat of world.staff.flatMap((member) => member.seats)) {
      rolesAt.set(seat.unitId, (rolesAt.get(seat.unitId) ?? new Set()).add(seat.role));
    }
    const covers = (agency: string, role: Role): boolean =>
      // the unit itself, those above it, and the sections within it
      [...rolesAt].some(([unitId, roles]) => roles.has(role) && (ancestors(world, agency).includes(unitId) || ancestors(world, unitId).includes(agency)));
    for (const entry of world.transfers.filter((candidate) => staffed.has(candidate.deskId))) {
      for (const step of procedures.get(entry.procedureCode)?.steps ?? []) {
        expect(covers(entry.agencyUnitId, step.role), `${entry.procedureCode} ${entry.agencyUnitId} ${step.role}`).toBe(true);
      }
    }
  });

  it('has a time limit for each channel of a procedure or says that it is not known', () => {
    for (const procedure of world.procedures) {
      const missing = procedure.channels.filter((channel) => !procedure.limits.some((line) => line.channel === channel));
      if (missing.length > 0) expect(procedure.incomplete.join(' '), procedure.code).toMatch(/thời hạn/i);
      expect(procedure.channels.length, procedure.code).toBeGreaterThan(0);
    }
  });

  it('says so where the amount of a fee is not known', () => {
    for (const procedure of world.procedures) {
      if (procedure.fees.some((item) => item.amount === undefined)) expect(procedure.incomplete.join(' '), procedure.code).toMatch(/lệ phí|phí/i);
    }
  });

  it('never takes by post what must be done in person', () => {
    for (const procedure of world.procedures.filter((candidate) => candidate.mustBePresent)) expect(procedure.channels).not.toContain('post');
  });

  it('gives every case papers, each asked for in some form, each item once', () => {
    for (const procedure of world.procedures) {
      expect(procedure.cases.length).toBeGreaterThan(0);
      expect(procedure.steps.length).toBeGreaterThan(0);
      for (const one of procedure.cases) {
        expect(new Set(one.checklist.map((item) => item.itemId)).size, procedure.code).toBe(one.checklist.length);
        for (const item of one.checklist) expect(item.original + item.certifiedCopy + item.plainCopy).toBeGreaterThan(0);
      }
    }
  });

  it('can be found by everyday words without tones', () => {
    for (const procedure of world.procedures) expect(procedure.everydayNames.length, procedure.code).toBeGreaterThan(0);
    const found = world.procedures.filter((procedure) =>
      procedure.everydayNames.some((words) => foldVietnamese(words).includes('lam giay khai sinh')));
    expect(found.map((procedure) => procedure.code)).toContain('1.001193');
  });

  it('writes every text in NFC', () => {
    for (const text of textsOf({ units: world.units, desks: world.desks, staff: world.staff, procedures: world.procedures, transfers: world.transfers })) {
      expect(text.normalize('NFC')).toBe(text);
    }
  });

  it('has forms whose groups name every field once and whose required fields exist', () => {
    for (const { eForm, code } of world.procedures) {
      if (eForm === undefined) continue;
      const grouped = eForm.groups.flatMap((group) => group.fields);
      expect(grouped.toSorted(), code).toEqual(Object.keys(eForm.properties).toSorted());
      for (const field of eForm.required) expect(eForm.properties[field], `${code} ${field}`).toBeDefined();
    }
  });

  it('has answers that its own forms accept', () => {
    for (const procedure of world.procedures) {
      expect(validateAnswers(procedure.eForm, answersFor(procedure.eForm, aPerson(3, year))), procedure.code).toEqual([]);
    }
  });

  it('is peopled by citizens with valid papers', () => {
    const today = world.startsAt.slice(0, 10) as PlainDate;
    for (let n = 1; n <= 300; n++) {
      const person = aPerson(n, year);
      expect(identityErrors(person.identity, today)).toEqual([]);
      expect(identityWarnings(person, today)).toEqual([]);
      if (person.phone !== undefined) expect(readPhone(person.phone).kind).toBe('mobile');
    }
  });
});

describe('the catalogues', () => {
  it('hold at least 26 procedures for 2026 and 20 for 2019', () => {
    expect(worldOf('hatinh-2026').procedures.length).toBeGreaterThanOrEqual(26);
    expect(worldOf('kybac-2019').procedures.length).toBeGreaterThanOrEqual(20);
  });

  it('keep the papers of their year apart', () => {
    const of2019 = textsOf(worldOf('kybac-2019').procedures).join('\n');
    const of2026 = textsOf(worldOf('hatinh-2026').procedures).join('\n');
    expect(of2019).not.toMatch(/CT01|24\/2021|175\/2024|hưu trí xã hội|VNeID/);
    expect(of2026).not.toMatch(/[Ss]ổ hộ khẩu|[Ss]ổ tạm trú|HK02/);
  });
});

describe('Hà Tĩnh since 1/7/2025', () => {
  const world = worldOf('hatinh-2026');
  const communes = world.units.filter((unit) => unit.kind === 'commune' && unit.validTo === undefined);

  it('has 69 units, 9 of them wards, each with its desk', () => {
    expect(communes).toHaveLength(69);
    expect(communes.filter((unit) => unit.shortName.startsWith('UBND phường'))).toHaveLength(9);
    expect(world.desks).toHaveLength(69);
  });

  it('makes xã Kỳ Xuân of Kỳ Phong, Kỳ Bắc and Kỳ Xuân, under the number that was Kỳ Phong’s', () => {
    const successor = communes.find((unit) => unit.unitId === 'xa-ky-xuan-2025');
    expect(successor?.gsoCode).toBe('18766');
    const before = world.units.filter((unit) => unit.successorUnitId === 'xa-ky-xuan-2025');
    expect(before.map((unit) => [unit.unitId, unit.gsoCode])).toEqual([['xa-ky-phong', '18766'], ['xa-ky-bac', '18760'], ['xa-ky-xuan', '18757']]);
  });
});

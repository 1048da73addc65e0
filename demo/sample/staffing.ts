// Who works at a desk and in an agency of a world, as the assignments say.
import type { AccountId, UnitId } from '#core/organisation/organisation.ts';
import type { SigningCapacity } from '#core/dossier/complete-step.ts';
import { accountIdOf } from '../accounts.ts';
import type { StaffMember, World } from '../worlds.ts';

export type Worker = { readonly accountId: AccountId; readonly name: string; readonly title: string };
export type DeskTeam = { readonly clerk: Worker; readonly officer: Worker };
export type AgencyTeam = {
  readonly rootUnitId: UnitId;
  readonly sectionUnitId?: UnitId;
  readonly officer: Worker;
  readonly head?: Worker;
  readonly signers: readonly (Worker & { readonly capacity: SigningCapacity })[];
  readonly records: Worker;
};

/** Whose desk a field of law lands on, by the beginning of the login. */
const SPECIALISTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/hộ tịch|chứng thực/i, ['hotich', 'tuphap']],
  [/bảo trợ|giảm nghèo|người có công/i, ['vanhoa', 'laodong']],
  [/xây dựng|đất|kinh doanh/i, ['kinhte', 'hatang', 'taichinh', 'diachinh']],
];

const workerOf = (world: World, member: StaffMember): Worker =>
  ({ accountId: accountIdOf(world.name, member.login) as AccountId, name: member.fullName, title: member.title });

export const deskTeamOf = (world: World, deskId: string): DeskTeam | undefined => {
  const at = (role: string): StaffMember | undefined =>
    world.staff.find((member) => member.seats.some((seat) => seat.role === role && seat.deskId === deskId));
  const clerk = at('postal-clerk');
  const officer = at('commune-officer');
  return clerk && officer ? { clerk: workerOf(world, clerk), officer: workerOf(world, officer) } : undefined;
};

/** Who signs for one of these units, the head before the deputies; with the line under the signature. */
export const headOfUnit = (world: World, unitIds: readonly string[]): Worker & { readonly signsAs: string } => {
  for (const member of world.staff) {
    const seat = member.seats.find((one) => one.role === 'signing-leader' && unitIds.includes(one.unitId));
    if (seat !== undefined) return { ...workerOf(world, member), signsAs: `${seat.prefix ?? ''} ${seat.title ?? ''}`.trim() };
  }
  throw new Error(`nobody leads ${unitIds.join(', ')}`);
};

export const agencyTeamOf = (world: World, agencyUnitId: string, field: string): AgencyTeam => {
  const agency = world.units.find((unit) => unit.unitId === agencyUnitId);
  if (agency === undefined) throw new Error(`no unit ${agencyUnitId}`);
  const root = (agency.kind === 'section' ? agency.parentUnitId : undefined) ?? agency.unitId;
  const sections = new Set<string>(world.units.filter((unit) => unit.kind === 'section' && unit.parentUnitId === agencyUnitId).map((unit) => unit.unitId));
  const inAgency = (unitId: string): boolean => unitId === agencyUnitId || sections.has(unitId);
  const holding = (role: string, where: (unitId: string) => boolean): readonly StaffMember[] =>
    world.staff.filter((member) => member.seats.some((seat) => seat.role === role && where(seat.unitId)));

  const officers = holding('agency-officer', inAgency);
  const wanted = SPECIALISTS.find(([pattern]) => pattern.test(field))?.[1] ?? [];
  const officer = officers.find((member) => wanted.some((prefix) => member.login.startsWith(`${prefix}.`))) ?? officers[0];
  const section = officer?.seats.find((seat) => seat.role === 'agency-officer' && sections.has(seat.unitId))?.unitId;
  const head = holding('section-head', (unitId) => unitId === (section ?? agencyUnitId))[0];
  const own = holding('signing-leader', (unitId) => unitId === agencyUnitId);
  const signers = own.length > 0 ? own : holding('signing-leader', (unitId) => unitId === root);
  const records = holding('records-clerk', (unitId) => unitId === agencyUnitId || unitId === root)[0];
  if (!officer || !records || signers.length === 0) throw new Error(`nobody works at ${agencyUnitId}`);
  return {
    rootUnitId: root,
    ...(section === undefined ? {} : { sectionUnitId: section as UnitId }),
    officer: workerOf(world, officer),
    ...(head === undefined ? {} : { head: workerOf(world, head) }),
    signers: signers.map((member) => {
      const seat = member.seats.find((one) => one.role === 'signing-leader');
      return { ...workerOf(world, member), capacity: { prefix: seat?.prefix ?? '', title: seat?.title ?? '' } };
    }),
    records: workerOf(world, records),
  };
};

// The two demo worlds: what they are called, when they start, how their people sign in.
import type { Moment } from '#core/kernel/moment.ts';
import type { Desk, ProvinceId, Role, Unit } from '#core/organisation/organisation.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';

export const WORLD_NAMES = ['kybac-2019', 'hatinh-2026'] as const;
export type WorldName = (typeof WORLD_NAMES)[number];

/** GSO number of Hà Tĩnh. */
export const HA_TINH = 42 as ProvinceId;

export type WorldFacts = {
  readonly name: WorldName;
  readonly title: string;
  readonly startsAt: Moment;
  readonly password: string;
  readonly pin: string;
};

export const WORLD_FACTS: Readonly<Record<WorldName, WorldFacts>> = {
  'kybac-2019': {
    name: 'kybac-2019',
    title: 'Kỳ Bắc, ngày mở quầy 18/11/2019',
    startsAt: '2019-11-18T07:30:00+07:00' as Moment,
    password: 'motcua-demo-2019',
    pin: '246810',
  },
  'hatinh-2026': {
    name: 'hatinh-2026',
    title: 'Hà Tĩnh hai cấp, tháng 11/2026 (dữ liệu mẫu)',
    startsAt: '2026-11-23T07:30:00+07:00' as Moment,
    password: 'motcua-demo-2026',
    pin: '246810',
  },
};

export type Seat = {
  readonly role: Role;
  readonly unitId: string;
  readonly deskId?: string;
  readonly prefix?: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | '';
  readonly title?: string;
};

/** A member of staff: who signs in, and where they sit. */
export type StaffMember = {
  readonly login: string;
  readonly fullName: string;
  readonly title: string;
  readonly seats: readonly Seat[];
  /** In the list that `npm start` prints. */
  readonly shown?: boolean;
};

export type World = WorldFacts & {
  readonly units: readonly Unit[];
  readonly desks: readonly Desk[];
  readonly staff: readonly StaffMember[];
  readonly procedures: readonly ProcedureVersion[];
  readonly transfers: readonly TransferEntry[];
};

export type SignIn = {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
};


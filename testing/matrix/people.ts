// One made-up person per role, twice: once where the matrix's dossiers are, once elsewhere.
import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '#core/organisation/organisation.ts';
import { insertRows } from '#demo/rows.ts';
import { HA_TINH } from '#demo/worlds.ts';
import type { Caller, ServedWorld } from '../served-world.ts';

export type Place = 'own' | 'elsewhere';

/** Own: the desk of Kỳ Bắc and the district that decides. Elsewhere: the next desk and a department. */
const SEATS: Readonly<Record<Role, Readonly<Record<Place, readonly [unitId: string, deskId?: string]>>>> = {
  'postal-clerk': { own: ['bd-vhx-ky-bac', 'ky-bac'], elsewhere: ['bd-vhx-ky-phong', 'ky-phong'] },
  'commune-officer': { own: ['xa-ky-bac', 'ky-bac'], elsewhere: ['xa-ky-phong', 'ky-phong'] },
  'agency-officer': { own: ['ky-anh-tu-phap'], elsewhere: ['stp-hanh-chinh-tu-phap'] },
  'section-head': { own: ['ky-anh-tu-phap'], elsewhere: ['stp-hanh-chinh-tu-phap'] },
  'signing-leader': { own: ['huyen-ky-anh'], elsewhere: ['so-tu-phap'] },
  'records-clerk': { own: ['huyen-ky-anh'], elsewhere: ['so-tu-phap'] },
  courier: { own: ['buu-dien-huyen-ky-anh'], elsewhere: ['buu-dien-tinh'] },
  'post-supervisor': { own: ['buu-dien-huyen-ky-anh'], elsewhere: ['bd-vhx-ky-phong'] },
  'steering-committee': { own: ['tinh-ha-tinh'], elsewhere: ['so-lao-dong'] },
  administrator: { own: ['tinh-ha-tinh'], elsewhere: ['so-lao-dong'] },
};

export type MatrixPerson = { readonly role: Role; readonly place: Place; readonly caller: Caller; readonly accountId: string };

export const matrixPeople = async (world: ServedWorld): Promise<readonly MatrixPerson[]> => {
  const { pool } = world.database;
  const { rows } = await pool.query<{ hash: string }>('select password_hash as hash from motcua.account limit 1');
  const people = ROLES.flatMap((role) => (['own', 'elsewhere'] as const).map((place) => ({ role, place, accountId: randomUUID() as string })));
  const db = await pool.connect();
  try {
    await insertRows(db, 'account', people.map(({ role, place, accountId }) => ({
      province_id: HA_TINH, account_id: accountId, login: `${role}.${place}`, full_name: `Người ${role} ${place}`, title: '',
      password_hash: rows[0]?.hash, must_change_password: false,
    })));
    await insertRows(db, 'assignment', people.map(({ role, place, accountId }) => ({
      province_id: HA_TINH, account_id: accountId, assignment_no: 1, role, unit_id: SEATS[role][place][0], desk_id: SEATS[role][place][1] ?? null,
      signing_prefix: role === 'signing-leader' ? 'KT.' : null, signing_title: role === 'signing-leader' ? 'PHÓ CHỦ TỊCH' : null,
      valid_from: '2019-01-01',
    })));
  } finally {
    db.release();
  }
  const signedIn: MatrixPerson[] = [];
  for (const person of people) signedIn.push({ ...person, caller: await world.signIn(`${person.role}.${person.place}`) });
  return signedIn;
};

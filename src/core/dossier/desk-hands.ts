// Every act at the desk names its receiver and, where there was one, its assistant. In support mode the
// postal clerk prepares and the officer beside her confirms: only then is there a code and a receipt.
// Under a written delegation, and in the public postal service, the clerk receives by herself.
// @law NĐ 61/2018/NĐ-CP Đ.17; NĐ 118/2025/NĐ-CP Đ.5; QĐ 45/2016/QĐ-TTg Đ.6
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, Desk, ReceptionMode, Role } from '../organisation/organisation.ts';
import type { DeskHands } from './dossier.ts';
import { type ActRefused, type DossierAct, LIFE, mayAct } from './life.ts';
import type { DossierState } from './state.ts';

export type DeskPerson = { readonly accountId: AccountId; readonly fullName: string };

/** Who is at the keyboard, what they are at this desk today, and who confirmed beside them. */
export type DeskActor = DeskPerson & {
  readonly roles: readonly Role[];
  readonly confirmation:
    | { readonly kind: 'none' }
    | { readonly kind: 'present'; readonly officer: DeskPerson }
    | { readonly kind: 'pin'; readonly officer: DeskPerson }
    | { readonly kind: 'pin-wrong' }
    | { readonly kind: 'pin-locked' }
    | { readonly kind: 'nobody-present' };
};

export type HandsRefused =
  | ActRefused
  | { readonly kind: 'confirmation-needed'; readonly how: Desk['officerConfirmation'] }
  | { readonly kind: 'officer-not-present' }
  | { readonly kind: 'pin-wrong' }
  | { readonly kind: 'pin-locked' };

/** In support mode these take effect only by the officer's confirmation; forwarding and accepting do not. */
const OFFICER_DECIDES: ReadonlySet<DossierAct> = new Set([
  'receive-dossier', 'resolve-at-desk', 'supersede-receipt', 'receive-supplement',
]);

/** Postal staff support reception and return; a site may leave the return to the clerk alone. */
const isReturnConfirmed = (act: DossierAct, supportReturn: Desk['supportReturn']): boolean =>
  act === 'return-outcome' && supportReturn !== 'clerk-alone';

export const isOfficersAct = (act: DossierAct, mode: ReceptionMode, supportReturn?: Desk['supportReturn']): boolean =>
  !LIFE[act].roles.includes('postal-clerk') || (mode === 'support' && (OFFICER_DECIDES.has(act) || isReturnConfirmed(act, supportReturn)));

/** For the screens: must somebody beside this person confirm? */
export const needsConfirmation = (
  act: DossierAct, mode: ReceptionMode, roles: readonly Role[], supportReturn?: Desk['supportReturn'],
): boolean =>
  isOfficersAct(act, mode, supportReturn) && !roles.includes('commune-officer');

export const handsFor = (
  act: DossierAct, state: DossierState | 'none', mode: ReceptionMode, actor: DeskActor, how: Desk['officerConfirmation'],
  supportReturn?: Desk['supportReturn'],
): Result<DeskHands, HandsRefused> => {
  const isOfficer = actor.roles.includes('commune-officer');
  const isClerk = actor.roles.includes('postal-clerk');
  const given = actor.confirmation;
  const officer = given.kind === 'pin' || (given.kind === 'present' && how === 'key-while-present') ? given.officer : undefined;
  const may = mayAct(act, state, [...actor.roles, ...(isClerk && officer ? (['commune-officer'] as const) : [])]);
  // A clerk asking for an officer's act is told to have it confirmed, not that it is impossible.
  const lacksOfficer = isClerk && !isOfficer && !officer && isOfficersAct(act, mode, supportReturn);
  if (!may.ok && !(lacksOfficer && may.refusal.kind === 'role-not-allowed')) return may;

  const self = { receiverId: actor.accountId, receiverName: actor.fullName };
  if (isOfficer) return ok(self);
  if (officer) {
    return ok({
      receiverId: officer.accountId, receiverName: officer.fullName,
      assistantId: actor.accountId, assistantName: actor.fullName,
    });
  }
  if (given.kind === 'pin-wrong' || given.kind === 'pin-locked') return refuse({ kind: given.kind });
  if (!isOfficersAct(act, mode, supportReturn)) return ok(self);
  return given.kind === 'nobody-present' ? refuse({ kind: 'officer-not-present' }) : refuse({ kind: 'confirmation-needed', how });
};

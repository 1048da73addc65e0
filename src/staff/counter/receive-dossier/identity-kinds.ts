// Which papers people carry on this day, most usual first; the others stay choosable.
import { CARD_2024_FROM, OLD_CARD_VOID_FROM } from '#core/people/identity.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { identityErrors } from '#core/people/identity.ts';
import type { IdentityKind } from '#core/people/person.ts';

const REST: readonly IdentityKind[] = ['passport', 'identity-certificate', 'personal-number', 'other-photo-paper', 'none'];

export const identityKindsOn = (date: PlainDate): readonly IdentityKind[] => {
  if (date >= OLD_CARD_VOID_FROM)
    return ['identity-card-2024', 'citizen-card', 'electronic-identity', ...REST, 'old-identity-card'];
  if (date >= CARD_2024_FROM) return ['citizen-card', 'identity-card-2024', 'electronic-identity', 'old-identity-card', ...REST];
  return ['old-identity-card', 'citizen-card', ...REST];
};

/** Another paper, none, or a card that is void: the box stands there before, while and after its reason is written. */
export const asksReason = (kind: IdentityKind, date: PlainDate): boolean =>
  identityErrors({ kind, number: '' }, date).includes('identity-reason-missing');

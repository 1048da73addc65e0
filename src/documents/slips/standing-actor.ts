// Who stands at the desk, with the titles that papers print under names: they are no part of any decision.
import type { DeskActor, DeskPerson } from '#core/dossier/desk-hands.ts';

export type PersonAtDesk = DeskPerson & { readonly title: string };
export type StandingActor = DeskActor & { readonly title: string; readonly officer?: PersonAtDesk };

export const titleOf = (actor: StandingActor, accountId: string | undefined): string | undefined => {
  if (accountId === actor.accountId) return actor.title;
  return accountId !== undefined && accountId === actor.officer?.accountId ? actor.officer.title : undefined;
};

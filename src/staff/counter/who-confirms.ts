// Who can confirm, and who stands beside the clerk: at the server whoever serves this desk today; what is proven on this
// machine, only whoever typed her PIN at it.
import type { Me } from '#wire/session.wire.ts';
import type { CounterStanding } from '../alone/counter.ts';

type Officer = { readonly accountId: string; readonly fullName: string; readonly title: string };
export type WhoConfirms = { readonly officers: readonly Officer[]; readonly present: Pick<Officer, 'accountId' | 'fullName'> | undefined };

/** `machine`: where the act is proven on this machine. */
export const whoConfirms = (me: Me, machine: Pick<CounterStanding, 'granted' | 'present'> | undefined): WhoConfirms => {
  const officers = me.desk?.officers ?? [];
  if (!machine) return { officers, present: me.presentOfficer ?? undefined };
  return { officers: officers.filter(({ accountId }) => machine.granted.includes(accountId)), present: machine.present };
};

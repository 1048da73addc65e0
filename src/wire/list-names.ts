// The lists that an address of a screen names. Without a schema, so that the table of addresses, read before anything is
// shown, needs none.
import { WARNING_KINDS } from '#core/warning/warned-of.ts';

export const CUSTODY_LISTS = ['held', 'coming', 'sent'] as const;
export const INBOX_TABS = ['new', 'due-today', 'overdue', 'waiting', 'answered', 'answer-over', 'mine', 'apologies', 'signing', 'issuing', 'to-send', 'papers-back', 'came-back', 'all'] as const;
export const WARNING_LISTS = ['all', ...WARNING_KINDS] as const;
/** Counts stop here: '1000+' says enough. */
export const WARNING_COUNT_CAP = 1000;

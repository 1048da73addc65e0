// People by any word about them, without tones, and by role.
import { foldVietnamese } from '#core/kernel/fold.ts';
import type { Role } from '#core/organisation/organisation.ts';
import type { AccountView } from '#wire/admin.wire.ts';
import { roleLabel } from '../../words/person-words.ts';

const wordsOf = (account: AccountView): string =>
  foldVietnamese([account.login, account.fullName, account.title, ...account.assignments.flatMap((one) => [one.unitName, one.deskName ?? '', roleLabel(one.role)])].join(' '));

export const findAccounts = (accounts: readonly AccountView[], query: string, role: Role | ''): readonly AccountView[] => {
  const words = foldVietnamese(query).split(' ').filter((word) => word !== '');
  return accounts.filter((account) => {
    if (role !== '' && !account.assignments.some((one) => one.role === role)) return false;
    const text = words.length === 0 ? '' : wordsOf(account);
    return words.every((word) => text.includes(word));
  });
};

export const rolesOf = (accounts: readonly AccountView[]): readonly Role[] => [...new Set(accounts.flatMap((account) => account.assignments.map((one) => one.role)))];

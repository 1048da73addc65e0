import { CUSTODY_LISTS } from '#wire/list-names.ts';

export const CUSTODY_TABS = [...CUSTODY_LISTS, 'cases'] as const;
export type CustodyTab = (typeof CUSTODY_TABS)[number];
export type CustodySearch = { readonly muc?: CustodyTab };

export const readCustodySearch = (search: Record<string, unknown>): CustodySearch => {
  const muc = CUSTODY_TABS.find((tab) => tab === search['muc']);
  return muc === undefined ? {} : { muc };
};

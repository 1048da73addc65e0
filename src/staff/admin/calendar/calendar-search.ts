// What stands in the address: the year and the part that is looked at.
export const VIEWS = ['nam', 'ngay', 'gio', 'phien-ban', 'tinh-lai'] as const;
export type View = (typeof VIEWS)[number];
export type CalendarSearch = { readonly nam?: number; readonly xem?: View };

export const readCalendarSearch = (search: Record<string, unknown>): CalendarSearch => {
  const year = Number(search['nam']);
  const view = VIEWS.find((one) => one === search['xem']);
  return { ...(Number.isInteger(year) && year >= 2000 && year <= 2099 ? { nam: year } : {}), ...(view ? { xem: view } : {}) };
};

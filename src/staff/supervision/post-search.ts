export const POST_TABS = ['quay', 'duong', 'chuyen-phat', 'tien-thu-ho', 'chenh-lech'] as const;
export type PostTab = (typeof POST_TABS)[number];
export type PostSearch = { readonly muc?: PostTab };

export const readPostSearch = (search: Record<string, unknown>): PostSearch => {
  const muc = POST_TABS.find((tab) => tab === search['muc']);
  return muc === undefined ? {} : { muc };
};

export const SHIPMENT_TABS = ['buu-gui', 'nhan-tai-nha', 'tien-thu-ho'] as const;
export type ShipmentTab = (typeof SHIPMENT_TABS)[number];
export type ShipmentSearch = { readonly muc?: ShipmentTab };

export const readShipmentSearch = (search: Record<string, unknown>): ShipmentSearch => {
  const muc = SHIPMENT_TABS.find((tab) => tab === search['muc']);
  return muc === undefined ? {} : { muc };
};

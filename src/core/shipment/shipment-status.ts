// Where a shipment is, in our words; a carrier's own codes are mapped to them by an administrator, since every carrier
// has its own table and changes it. A code that nobody has mapped moves nothing and is shown as it came.
// @law QĐ 45/2016/QĐ-TTg Đ.10; TT 17/2017/TT-BTTTT Đ.12
export const SHIPMENT_STATUSES = [
  'accepted', 'in-transit', 'out-for-delivery', 'attempt-failed', 'delivered', 'returning', 'returned', 'cancelled', 'lost',
] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

/** What an administrator says of a code: a status, or that it only informs. */
export const CODE_MEANINGS = [...SHIPMENT_STATUSES, 'informs'] as const;
export type CodeMeaning = (typeof CODE_MEANINGS)[number];

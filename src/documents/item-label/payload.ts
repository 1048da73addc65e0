// The label on a postal item: its number and bars, from whom, to whom, what is to be collected, its seal.
// @law QĐ 45/2016/QĐ-TTg Đ.6.5, Đ.9.2; TT 17/2017/TT-BTTTT Đ.5
import type { Dated } from '../kit/parts.ts';

export type ItemEnd = { readonly name: string; readonly address: string; readonly phone?: string };

export type ItemLabelPayload = Dated & {
  readonly kind: 'item-label';
  readonly version: 'v1';
  /** 'RR473124829VN', or the number of its order where the desk gave it none. */
  readonly label: string;
  readonly labelInGroups: string;
  readonly carrierName?: string;
  readonly from: ItemEnd;
  readonly to: ItemEnd;
  /** 'Kết quả hồ sơ 000.18.60.H27-191118-0002' */
  readonly content: string;
  readonly collectOnDelivery: number;
  readonly orderNumber?: string;
  readonly sealNumber?: string;
};

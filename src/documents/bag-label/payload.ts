// The label on a sealed bag: where from, where to, how many, its seal, and its bars.
// @law QĐ 45/2016/QĐ-TTg Đ.6.5, Đ.7
import type { Dated } from '../kit/parts.ts';

export type BagLabelPayload = Dated & {
  readonly kind: 'bag-label';
  readonly version: 'v1';
  readonly label: string;
  readonly labelInGroups: string;
  readonly from: string;
  readonly to: string;
  readonly content: 'dossiers' | 'outcomes';
  readonly dossierCount: number;
  /** Of so many of them only papers that follow their dossier. */
  readonly followCount?: number;
  readonly sealNumber: string;
};

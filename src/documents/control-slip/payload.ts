// Phiếu kiểm soát quá trình giải quyết hồ sơ: Mẫu 05 of 2018, Mẫu 06 of 2025. The result column is
// the receiving side's; where the electronic system runs, no signatures are needed.
// @law TT 01/2018/TT-VPCP Mẫu số 05; TT 03/2025/TT-VPCP Mẫu số 06
import type { Dated, Letterhead, Moment, Tracking } from '../kit/parts.ts';

export type ControlStep = {
  readonly giverUnit: string;
  readonly giverName?: string;
  readonly takerUnit: string;
  readonly takerName?: string;
  readonly at?: Moment;
  readonly result?: 'early' | 'on-time' | 'late';
  readonly note?: string;
};

export type ControlSlipPayload = Dated & {
  readonly kind: 'control-slip';
  readonly version: 'v2018' | 'v2025';
  readonly head: Letterhead;
  readonly tracking: Tracking;
  readonly ownerName: string;
  readonly procedureName: string;
  readonly agencyName: string;
  readonly cooperatingAgency?: string;
  readonly receivedAt: Moment;
  readonly dueAt?: Moment;
  readonly steps: readonly ControlStep[];
};

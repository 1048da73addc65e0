// What the register's last column says of a dossier that did not simply go its way.
// @law TT 01/2018/TT-VPCP Đ.10
import type { DossierState } from '../dossier/state.ts';

const NOTES: Partial<Readonly<Record<DossierState, string>>> = {
  cancelled: 'Hủy tiếp nhận (nhập sai)',
  withdrawn: 'Rút hồ sơ',
  stopped: 'Dừng giải quyết',
  'refused-by-agency': 'Từ chối giải quyết',
  'refused-at-desk': 'Từ chối tiếp nhận',
  'supplement-asked': 'Chờ bổ sung',
  'awaiting-financial-duty': 'Chờ nghĩa vụ tài chính',
};

/** A cancelled entry keeps its number: there are no blanks. */
export const stateNote = (state: DossierState): string | undefined => NOTES[state];

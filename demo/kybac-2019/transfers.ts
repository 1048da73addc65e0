// The transfer register of the Kỳ Bắc world: which procedure is received at which desk, how, and by whose decision.
// The decision of the project is known by its day only; numbers of decisions and delegations are the demo's own.
import type { Desk, ReceptionMode, UnitId } from '#core/organisation/organisation.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { CATALOGUE_2019 } from '../catalogue/catalogue-2019.ts';
import { DESKS_2019 } from './organisation.ts';

const DECISION = 'Quyết định ngày 23/7/2019 của UBND tỉnh Hà Tĩnh phê duyệt Đề án chuyển giao một số nhiệm vụ hành chính công qua dịch vụ bưu chính công ích (số hiệu chưa có nguồn)';

/** Who decides, where it is not the commune or the district itself. */
const AGENCIES: Readonly<Record<string, string>> = {
  '1.001612': 'ky-anh-tai-chinh',
  '1.002759': 'bhxh-huyen-ky-anh',
  '2.000488': 'so-tu-phap',
};

/** The post receives by itself, under a written, dated delegation (mẫu). */
const DELEGATIONS: Readonly<Record<string, string>> = {
  '1.002759': 'Văn bản ủy quyền tiếp nhận số 01/UQ-BHXH (mẫu) ngày 01/11/2019 của Bảo hiểm xã hội huyện Kỳ Anh cho Bưu điện huyện Kỳ Anh',
  '1.001612': 'Văn bản ủy quyền tiếp nhận số 02/UQ-TCKH (mẫu) ngày 01/11/2019 của Phòng Tài chính - Kế hoạch huyện Kỳ Anh cho Bưu điện huyện Kỳ Anh',
};

const agencyOf = (procedure: ProcedureVersion, desk: Desk): string => {
  const named = AGENCIES[procedure.code];
  if (named !== undefined) return named;
  if (procedure.authority === 'Công an xã') return `cong-an-${desk.communeUnitId}`;
  if (procedure.level === 'commune') return desk.communeUnitId;
  return procedure.level === 'province' ? 'so-lao-dong' : 'huyen-ky-anh';
};

/** Only by the public postal service; the criminal record may also be received as one-stop. */
const POSTAL_ONLY: ReadonlySet<string> = new Set(['9.000002', '9.000003', '9.000004']);

const modeOf = (procedure: ProcedureVersion): ReceptionMode => {
  if (DELEGATIONS[procedure.code] !== undefined) return 'delegated';
  return POSTAL_ONLY.has(procedure.code) ? 'postal-service' : 'support';
};

export const TRANSFERS_2019: readonly TransferEntry[] = DESKS_2019.flatMap((desk) => CATALOGUE_2019.map((procedure): TransferEntry => ({
  deskId: desk.deskId,
  procedureCode: procedure.code,
  agencyUnitId: agencyOf(procedure, desk) as UnitId,
  mode: modeOf(procedure),
  validFrom: desk.validFrom,
  decision: DECISION,
  ...(DELEGATIONS[procedure.code] === undefined ? {} : { delegation: DELEGATIONS[procedure.code] }),
})));

// The transfer register of 2026: every desk of the province receives the same list, each for its own commune.
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Desk, UnitId } from '#core/organisation/organisation.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { CATALOGUE_2026 } from '../catalogue/catalogue-2026.ts';
import { DESKS_2026 } from './organisation.ts';

const DECISION = 'Danh mục thủ tục hành chính tiếp nhận tại điểm phục vụ bưu chính (quyết định của UBND tỉnh: số hiệu chưa có nguồn)';

/** Provincial procedures and who decides them. */
const PROVINCIAL: Readonly<Record<string, string>> = { '1.002759': 'bhxh-tinh' };

/** The post receives by itself, under a written, dated delegation (mẫu). */
const DELEGATIONS: Readonly<Record<string, string>> = {
  '1.002759': 'Văn bản ủy quyền tiếp nhận số 05/UQ-BHXH (mẫu) ngày 01/7/2025 của Bảo hiểm xã hội tỉnh cho Bưu điện tỉnh Hà Tĩnh',
};

const agencyOf = (procedure: ProcedureVersion, desk: Desk): string => {
  if (procedure.slips === 'residence-police') return `cong-an-${desk.deskId}`;
  return PROVINCIAL[procedure.code] ?? desk.communeUnitId;
};

export const TRANSFERS_2026: readonly TransferEntry[] = DESKS_2026.flatMap((desk) => CATALOGUE_2026.map((procedure): TransferEntry => ({
  deskId: desk.deskId,
  procedureCode: procedure.code,
  agencyUnitId: agencyOf(procedure, desk) as UnitId,
  ...(DELEGATIONS[procedure.code] === undefined ? { mode: 'support' } : { mode: 'delegated', delegation: DELEGATIONS[procedure.code] }),
  validFrom: '2025-07-01' as PlainDate,
  decision: DECISION,
})));

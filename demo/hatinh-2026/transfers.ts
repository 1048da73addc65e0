// The transfer register of 2026: every desk of the province receives the same list, each for its own commune.
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Desk, UnitId } from '#core/organisation/organisation.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { CATALOGUE_2026 } from '../catalogue/catalogue-2026.ts';
import { DESKS_2026 } from './organisation.ts';

const DECISION = 'Danh mục thủ tục hành chính tiếp nhận tại điểm phục vụ bưu chính (quyết định của UBND tỉnh: số hiệu chưa có nguồn)';

/** Provincial procedures and who decides them. */
const PROVINCIAL: Readonly<Record<string, string>> = {};

const agencyOf = (procedure: ProcedureVersion, desk: Desk): string => {
  if (procedure.slips === 'residence-police') return `cong-an-${desk.deskId}`;
  return PROVINCIAL[procedure.code] ?? desk.communeUnitId;
};

export const TRANSFERS_2026: readonly TransferEntry[] = DESKS_2026.flatMap((desk) => CATALOGUE_2026.map((procedure): TransferEntry => ({
  deskId: desk.deskId,
  procedureCode: procedure.code,
  agencyUnitId: agencyOf(procedure, desk) as UnitId,
  mode: 'support',
  validFrom: '2025-07-01' as PlainDate,
  decision: DECISION,
})));

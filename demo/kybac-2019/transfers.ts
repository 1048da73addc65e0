// The transfer register of the Kỳ Bắc world: which procedure is received at which desk, how, and by whose decision.
import type { PlainDate } from '#core/kernel/moment.ts';
import type { DeskId, ReceptionMode, UnitId } from '#core/organisation/organisation.ts';
import type { ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import { CATALOGUE_2019 } from '../catalogue/catalogue-2019.ts';
import { DESKS_2019 } from './organisation.ts';

const DECISION = 'Quyết định phê duyệt Đề án ngày 23/7/2019 của UBND tỉnh Hà Tĩnh (số hiệu chưa có nguồn)';

const agencyOf = (procedure: ProcedureVersion, deskId: DeskId): string => procedure.level === 'commune' ? `xa-${deskId}` : 'huyen-ky-anh';
const modeOf = (_procedure: ProcedureVersion): ReceptionMode => 'support';

export const TRANSFERS_2019: readonly TransferEntry[] = DESKS_2019.flatMap((desk) => CATALOGUE_2019.map((procedure): TransferEntry => ({
  deskId: desk.deskId,
  procedureCode: procedure.code,
  agencyUnitId: agencyOf(procedure, desk.deskId) as UnitId,
  mode: modeOf(procedure),
  validFrom: desk.validFrom as PlainDate,
  decision: DECISION,
})));

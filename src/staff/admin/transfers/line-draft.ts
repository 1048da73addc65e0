// A line of the register as it is typed, and the command it makes; what is missing is said at its field.
import { isPlainDate } from '#core/kernel/parse-date.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { DeskId, ReceptionMode, UnitId } from '#core/organisation/organisation.ts';
import type { AddRegisterLine } from '#core/procedure/add-register-line.ts';
import type { ProcedureCode } from '#core/procedure/procedure.ts';

export type LineDraft = {
  readonly deskId: string; readonly code: string; readonly agencyUnitId: string; readonly mode: ReceptionMode; readonly validFrom: string; readonly decision: string; readonly delegation: string;
};
export const startLine = (today: PlainDate): LineDraft => ({ deskId: '', code: '', agencyUnitId: '', mode: 'support', validFrom: today, decision: '', delegation: '' });

/** What a code may look like: only such a one is asked for. */
export const isCode = (code: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u.test(code);

export const makeLine = (draft: LineDraft, procedureName: string | null | undefined): { readonly command: AddRegisterLine } | { readonly errors: Readonly<Record<string, string>> } => {
  const { deskId, agencyUnitId, mode, validFrom } = draft;
  const [code, decision, delegation] = [draft.code.trim(), draft.decision.trim(), draft.delegation.trim()];
  const errors = {
    ...(deskId === '' && { deskId: 'Chọn điểm tiếp nhận.' }),
    ...(code === '' ? { procedureCode: 'Ghi mã thủ tục, ví dụ 1.001193.' } : (!isCode(code) || procedureName === null) && { procedureCode: 'Không có thủ tục mang mã này trong danh mục.' }),
    ...(agencyUnitId === '' && { agencyUnitId: 'Chọn cơ quan giải quyết.' }),
    ...(mode === 'delegated' && delegation === '' && { delegation: 'Ghi số, ngày của văn bản ủy quyền.' }),
    ...(!isPlainDate(validFrom) && { validFrom: 'Nhập ngày dạng 18/11/2019.' }),
    ...(decision === '' && { decision: 'Ghi số, ký hiệu quyết định.' }),
  };
  if (!isPlainDate(validFrom) || Object.keys(errors).length > 0) return { errors };
  return { command: {
    deskId: deskId as DeskId, procedureCode: code as ProcedureCode, agencyUnitId: agencyUnitId as UnitId, mode, validFrom, decision,
    ...(mode === 'delegated' ? { delegation } : {}),
  } };
};

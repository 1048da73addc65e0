// What is typed for another house's program; what is missing is said at its field.
import type { UnitId } from '#core/organisation/organisation.ts';
import { parseDate } from '#core/kernel/parse-date.ts';
import type { IssueIntegrator } from '#wire/integrators.wire.ts';

export type IntegratorDraft = { readonly name: string; readonly purpose: string; readonly unitId: string; readonly lastDay: string };
export const newIntegrator: IntegratorDraft = { name: '', purpose: '', unitId: '', lastDay: '' };

export const makeIntegrator = (draft: IntegratorDraft): { readonly command: IssueIntegrator } | { readonly errors: Readonly<Record<string, string>> } => {
  const [name, purpose, lastDay] = [draft.name.trim(), draft.purpose.trim(), parseDate(draft.lastDay.trim())];
  const errors = {
    ...(name === '' && { name: 'Ghi tên hệ thống và đơn vị vận hành.' }),
    ...(purpose === '' && { purpose: 'Ghi mục đích và văn bản cho phép.' }),
    ...(lastDay === undefined && { lastDay: 'Nhập ngày theo dạng 31/12/2026.' }),
  };
  if (lastDay === undefined || Object.keys(errors).length > 0) return { errors };
  return { command: { name, purpose, lastDay, ...(draft.unitId === '' ? {} : { unitId: draft.unitId as UnitId }) } };
};

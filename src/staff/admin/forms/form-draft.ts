// One row of the table of forms as it is typed, and the command it makes; what is missing is said at its field.
import { isPlainDate } from '#core/kernel/parse-date.ts';
import type { FormVersionRow } from '#core/paper-form/form-versions.ts';
import type { SetFormVersion } from '#core/paper-form/set-form-version.ts';

export type FormDraft = { readonly validFrom: string; readonly instrument: string; readonly mark: FormVersionRow['mark']; readonly note: string; readonly decision: string; readonly reason: string };

export const startFormDraft = ({ validFrom, instrument, mark, note }: FormVersionRow): FormDraft => ({ validFrom, instrument, mark, note: note ?? '', decision: '', reason: '' });

export const makeCommand = (
  draft: FormDraft, { form, version }: FormVersionRow, baseVersion: number,
): { readonly command: SetFormVersion } | { readonly errors: Readonly<Record<string, string>> } => {
  const { validFrom, mark } = draft;
  const [instrument, note, decision, reason] = [draft.instrument, draft.note, draft.decision, draft.reason].map((text) => text.trim()) as [string, string, string, string];
  if (isPlainDate(validFrom) && instrument !== '' && decision !== '' && reason !== '') {
    return { command: { baseVersion, form, version, validFrom, instrument, mark, ...(note === '' ? {} : { note }), decision, reason } };
  }
  return {
    errors: {
      ...(isPlainDate(validFrom) ? {} : { validFrom: 'Nhập ngày dạng 18/11/2019.' }),
      ...(instrument === '' ? { instrument: 'Ghi số, ký hiệu văn bản ban hành mẫu này.' } : {}),
      ...(decision === '' ? { decision: 'Ghi số, ký hiệu văn bản mà thay đổi này dựa vào.' } : {}),
      ...(reason === '' ? { reason: 'Ghi lý do thay đổi.' } : {}),
    },
  };
};

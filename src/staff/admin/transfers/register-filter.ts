// The transfer register as it is looked at: by desk, by mode, by any word without tones; the server finds.
import type { PlainDate } from '#core/kernel/moment.ts';
import type { ReceptionMode } from '#core/organisation/organisation.ts';
import type { TransferRow } from '#wire/admin.wire.ts';

export const MODE_LABELS: Readonly<Record<ReceptionMode, string>> = {
  support: 'Bưu điện hỗ trợ, công chức tiếp nhận', delegated: 'Bưu điện tiếp nhận theo ủy quyền', 'postal-service': 'Dịch vụ bưu chính công ích',
};

export type RegisterFilter = { readonly query: string; readonly desk: string; readonly mode: ReceptionMode | '' };

/** `validTo` is the first day on which the line no longer counts. */
export const standingOf = (row: Pick<TransferRow, 'validFrom' | 'validTo'>, today: PlainDate): 'in-force' | 'not-yet' | 'ended' => {
  if (row.validFrom > today) return 'not-yet';
  return row.validTo !== null && row.validTo <= today ? 'ended' : 'in-force';
};

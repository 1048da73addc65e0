// The transfer register as it is looked at: by desk, by mode, by any word without tones.
import { foldVietnamese } from '#core/kernel/fold.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { ReceptionMode } from '#core/organisation/organisation.ts';
import type { TransferRow } from '#wire/admin.wire.ts';

export const MODE_LABELS: Readonly<Record<ReceptionMode, string>> = {
  support: 'Bưu điện hỗ trợ, công chức tiếp nhận', delegated: 'Bưu điện tiếp nhận theo ủy quyền', 'postal-service': 'Dịch vụ bưu chính công ích',
};

export type RegisterFilter = { readonly query: string; readonly desk: string; readonly mode: ReceptionMode | '' };

export const filterRegister = (rows: readonly TransferRow[], { query, desk, mode }: RegisterFilter): readonly TransferRow[] => {
  const words = foldVietnamese(query).split(' ').filter((word) => word !== '');
  return rows.filter((row) => {
    if ((desk !== '' && row.deskName !== desk) || (mode !== '' && row.mode !== mode)) return false;
    if (words.length === 0) return true;
    const text = foldVietnamese([row.deskName, row.procedureCode, row.procedureName, row.agencyName, row.decision, row.delegation ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
};

export const registerTotals = (rows: readonly TransferRow[]): { readonly desks: number; readonly procedures: number; readonly agencies: number } => ({
  desks: new Set(rows.map((row) => row.deskName)).size,
  procedures: new Set(rows.map((row) => row.procedureCode)).size,
  agencies: new Set(rows.map((row) => row.agencyName)).size,
});

/** `validTo` is the first day on which the line no longer counts. */
export const standingOf = (row: Pick<TransferRow, 'validFrom' | 'validTo'>, today: PlainDate): 'in-force' | 'not-yet' | 'ended' => {
  if (row.validFrom > today) return 'not-yet';
  return row.validTo !== null && row.validTo <= today ? 'ended' : 'in-force';
};

/** The one decision behind all lines of a desk; undefined where they differ. */
export const sharedDecisions = (rows: readonly TransferRow[]): ReadonlyMap<string, string | undefined> => {
  const shared = new Map<string, string | undefined>();
  for (const { deskName, decision } of rows) shared.set(deskName, !shared.has(deskName) || shared.get(deskName) === decision ? decision : undefined);
  return shared;
};

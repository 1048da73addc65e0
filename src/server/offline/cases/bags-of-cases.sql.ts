// What the office holds against a bag that no ledger knows yet: its label, its seal, and which dossiers were sealed in.
import type { Pool } from 'pg';
import type { DossierCode } from '#core/dossier/dossier.ts';
import { BAG_SERIES, formatBagLabel } from '#core/numbering/bag-label.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { handOverFilledBagCommand } from '#wire/bags.wire.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import type { CaseRow } from '../kept/cases.sql.ts';

export type CaseBag = { readonly label?: string; readonly sealNumber: string; readonly codes: readonly DossierCode[] };

type Open = { readonly caseId: string; readonly deskId: DeskId; readonly envelope: OfflineCommand };
type Coded = { readonly dossierId: string; readonly deskId: DeskId; readonly code: DossierCode };

/** Of a desk's case only that desk's dossiers are named. */
export const findBagsOfCases = async (pool: Pool, provinceId: number, cases: readonly Pick<CaseRow, 'caseId' | 'act' | 'settledAt'>[]): Promise<ReadonlyMap<string, CaseBag>> => {
  const ofBags = cases.filter(({ act, settledAt }) => act === 'hand-over-filled-bag' && settledAt === null).map(({ caseId }) => caseId);
  if (ofBags.length === 0) return new Map();
  const { rows } = await pool.query<Open>({
    name: 'list-bag-envelopes', text: 'select case_id as "caseId", desk_id as "deskId", envelope from motcua.offline_case where province_id = $1 and case_id = any($2::uuid[])', values: [provinceId, ofBags],
  });
  const bags = rows.flatMap((row) => {
    const body = handOverFilledBagCommand.safeParse(row.envelope.body);
    return body.success ? [{ ...row, body: body.data, number: row.envelope.leased.find(({ series }) => series === BAG_SERIES.series)?.number }] : [];
  });
  const { rows: coded } = await pool.query<Coded>({
    name: 'codes-in-kept-bags', text: 'select dossier_id as "dossierId", desk_id as "deskId", code from motcua.dossier where province_id = $1 and dossier_id = any($2::uuid[])',
    values: [provinceId, bags.flatMap(({ body }) => body.dossiers.map(({ dossierId }) => dossierId))],
  });
  const codeOf = (deskId: DeskId, id: string): readonly DossierCode[] => coded.filter((one) => one.dossierId === id && one.deskId === deskId).map(({ code }) => code);
  return new Map(bags.map(({ caseId, deskId, body, number }) => [caseId, {
    ...(number !== undefined && { label: formatBagLabel(number) }), sealNumber: body.sealNumber, codes: body.dossiers.flatMap(({ dossierId }) => codeOf(deskId, dossierId)),
  }]));
};

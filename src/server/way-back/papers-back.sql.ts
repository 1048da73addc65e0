// Where the papers of a dossier are that ended without an outcome: one row a dossier, its place on the dossier's own row.
import type { Pool, PoolClient } from 'pg';
import type { PaperCounted, PapersAccepted } from '#core/dossier/accept-papers.ts';
import type { PapersPlace } from '#core/dossier/give-back-papers.ts';
import type { PaperKept, PapersGivenBack, PapersTaken } from '#core/dossier/way-back.ts';
import type { WithdrawalRequest } from '#core/dossier/withdrawal-request.ts';
import type { Moment } from '#core/kernel/moment.ts';

/** What lies in the dossier: papers only shown went home at once, electronic ones have no way back. */
export const findKeptPapers = async (db: Pool | PoolClient, provinceId: number, dossierId: string): Promise<readonly PaperKept[]> => {
  const { rows } = await db.query<PaperKept>({
    name: 'find-kept-papers',
    text: `select line_no as "lineNo", name, form, count from motcua.dossier_paper
           where province_id = $1 and dossier_id = $2 and not shown_only and form <> 'e-copy' order by line_no`,
    values: [provinceId, dossierId],
  });
  return rows;
};

export type Ended = {
  readonly cause: 'withdrawn' | 'stopped';
  readonly reason: string;
  readonly request?: WithdrawalRequest;
  readonly askerName?: string;
  readonly feeNote?: string;
  readonly place: 'agency' | 'given-back';
};

/** Written by the act that ends the dossier, before its own row is saved. */
export const insertPapersBack = async (db: PoolClient, provinceId: number, dossierId: string, at: Moment, ended: Ended): Promise<void> => {
  await db.query({
    name: 'insert-papers-back',
    text: `
      with place as (update motcua.dossier set papers_at = $8 where province_id = $1 and dossier_id = $2)
      insert into motcua.papers_back (province_id, dossier_id, cause, since, reason, request, asker_name, fee_note)
      values ($1, $2, $3, $4, $5, $6, $7, $9)`,
    values: [
      provinceId, dossierId, ended.cause, at, ended.reason, ended.request ? JSON.stringify(ended.request) : null, ended.askerName ?? null,
      ended.place, ended.feeNote ?? null,
    ],
  });
};

/** Sent again after nothing came: what was counted then stays in the journal. */
export const saveSentBack = async (db: PoolClient, provinceId: number, dossierId: string, at: Moment, byName: string, recordNumber: string): Promise<void> => {
  await db.query({
    name: 'save-papers-sent-back',
    text: `
      with place as (update motcua.dossier set papers_at = 'on-the-way' where province_id = $1 and dossier_id = $2)
      update motcua.papers_back set sent_at = $3, sent_by_name = $4, record_number = $5,
        arrived_at = null, arrived_by_name = null, counted = null, differences = null where province_id = $1 and dossier_id = $2`,
    values: [provinceId, dossierId, at, byName, recordNumber],
  });
};

export const saveGivenBack = async (
  db: PoolClient, provinceId: number, dossierId: string, at: Moment, byName: string, taken: PapersTaken, back: PapersGivenBack,
): Promise<void> => {
  await db.query({
    name: 'save-papers-given-back',
    text: `
      with place as (update motcua.dossier set papers_at = 'given-back' where province_id = $1 and dossier_id = $2)
      update motcua.papers_back set given_at = $3, given_by_name = $4, receiver_name = $5, taken = $6 where province_id = $1 and dossier_id = $2`,
    values: [provinceId, dossierId, at, byName, back.receiverName, JSON.stringify(taken)],
  });
};

export const saveArrived = async (
  db: PoolClient, provinceId: number, dossierId: string, at: Moment, byName: string, { place, counted, differences }: Pick<PapersAccepted, 'place' | 'counted' | 'differences'>,
): Promise<void> => {
  await db.query({
    name: 'save-papers-arrived',
    text: `
      with place as (update motcua.dossier set papers_at = $7 where province_id = $1 and dossier_id = $2)
      update motcua.papers_back set arrived_at = $3, arrived_by_name = $4, counted = $5, differences = $6 where province_id = $1 and dossier_id = $2`,
    values: [provinceId, dossierId, at, byName, JSON.stringify(counted), JSON.stringify(differences), place],
  });
};

export type PapersBackRow = {
  readonly cause: 'withdrawn' | 'stopped';
  readonly since: Moment;
  readonly reason: string;
  readonly feeNote: string | null;
  readonly recordNumber: string | null;
  readonly counted: readonly PaperCounted[] | null;
  readonly place: PapersPlace | null;
};

export const findPapersBack = async (db: Pool | PoolClient, provinceId: number, dossierId: string): Promise<PapersBackRow | undefined> => {
  const { rows } = await db.query<PapersBackRow>({
    name: 'find-papers-back',
    text: `
      select b.cause, b.since, b.reason, b.fee_note as "feeNote", b.record_number as "recordNumber", b.counted, d.papers_at as place
      from motcua.papers_back b join motcua.dossier d on d.province_id = $1 and d.dossier_id = b.dossier_id
      where b.province_id = $1 and b.dossier_id = $2`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

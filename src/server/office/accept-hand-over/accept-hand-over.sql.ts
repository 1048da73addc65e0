// The hand-over record as the receiving side fills it, line by line.
import type { PoolClient } from 'pg';
import type { SignedFor } from '#core/custody/sign-for.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../../acts/act.ts';

type RecordGiven = { readonly dossierIds: readonly string[]; readonly givenBy: readonly AccountId[] };

/**
 * Who gave what. Two people who count different lines of one record must see each other's, or neither would find it complete and
 * nobody would have signed it. In the order of ids, after the dossiers.
 */
export const lockHandOvers = async (db: PoolClient, provinceId: number, dossierIds: readonly string[]): Promise<readonly RecordGiven[]> => {
  const { rows } = await db.query<RecordGiven>({
    name: 'lock-hand-overs',
    text: `
      select (select json_agg(l.dossier_id) from motcua.hand_over_line l where l.province_id = $1 and l.hand_over_id = h.hand_over_id and l.result is null) as "dossierIds",
        array_remove(array[h.sent_by, (select i.issued_by from motcua.issued_paper i where i.province_id = $1 and i.paper_id = h.hand_over_id)], null) as "givenBy"
      from motcua.hand_over h
      where h.province_id = $1 and h.received_at is null and h.direction = 'to-agency'
        and h.hand_over_id in (select hand_over_id from motcua.hand_over_line where province_id = $1 and dossier_id = any($2::uuid[]))
      order by h.hand_over_id for update`,
    values: [provinceId, dossierIds],
  });
  return rows.map(({ dossierIds: ids, givenBy }) => ({ dossierIds: ids ?? [], givenBy }));
};

/** Fills the open line of the dossier's last record to this agency; returns the record's number. */
export const saveHandOverLine = async (
  db: PoolClient, provinceId: number, dossierId: string, result: 'received' | 'rejected', note?: string,
): Promise<string | undefined> => {
  const { rows } = await db.query<{ number: string }>({
    name: 'save-hand-over-line',
    text: `
      update motcua.hand_over_line l set result = $3, note = $4
      from motcua.hand_over h
      where l.province_id = $1 and l.dossier_id = $2 and l.result is null and not l.follows
        and h.province_id = $1 and h.hand_over_id = l.hand_over_id and h.direction = 'to-agency'
      returning h.record_number as number`,
    values: [provinceId, dossierId, result, note ?? null],
  });
  return rows[0]?.number;
};

/** A record is signed by the receiver once every line of it was counted. */
export const closeHandOvers = async (db: PoolClient, context: ActContext, dossierIds: readonly string[], signed: SignedFor): Promise<void> => {
  await db.query({
    name: 'close-hand-overs',
    text: `
      update motcua.hand_over h set received_at = $3, received_by = $4, received_by_name = $5, signed_by = $6, signature_file = $7
      where h.province_id = $1 and h.received_at is null and h.direction = 'to-agency'
        and h.hand_over_id in (select hand_over_id from motcua.hand_over_line where province_id = $1 and dossier_id = any($2::uuid[]))
        and not exists (
          select 1 from motcua.hand_over_line o
          where o.province_id = $1 and o.hand_over_id = h.hand_over_id and o.result is null)`,
    values: [context.provinceId, dossierIds, context.now, context.accountId, context.accountName, signed.by, 'file' in signed ? signed.file : null],
  });
};

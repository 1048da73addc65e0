import type { Pool, PoolClient } from 'pg';
import type { DossierCode, DossierId } from '#core/dossier/dossier.ts';
import type { OfflineAct } from '#core/offline/offline-act.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';

type Db = Pool | PoolClient;
export type CaseKind = 'refused' | 'quarantined' | 'correction';
export type NewCase = {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly reason: string;
  readonly detail: string;
  readonly code?: string;
};
export type CaseOf = {
  readonly deskId: DeskId;
  readonly deviceId: string;
  readonly sentBy: AccountId;
  readonly openedAt: Moment;
  readonly envelope: OfflineCommand;
  readonly bodyBytes?: number;
};

/** jsonb refuses NUL and half surrogates: what the client sent as such is kept with a mark in its place. */
const storable = (envelope: OfflineCommand): string =>
  JSON.stringify(envelope).replace(/\\(?:u[0-9a-f]{4}|.)/g, (sign) => (/^\\u(?:0000|d[89a-f]..)$/.test(sign) ? '\\ufffd' : sign));

export const insertCase = async (db: PoolClient, provinceId: number, one: NewCase, { envelope, ...of }: CaseOf): Promise<void> => {
  await db.query({
    name: 'insert-offline-case',
    text: `insert into motcua.offline_case
             (province_id, case_id, kind, reason, detail, act, command_id, dossier_id, code, desk_id, device_id, made_at, opened_at, sent_by, envelope)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    values: [
      provinceId, one.caseId, one.kind, one.reason, one.detail, envelope.act, envelope.commandId, envelope.dossierId ?? null,
      one.code ?? envelope.printed?.code ?? null, of.deskId, of.deviceId, envelope.madeAt, of.openedAt, of.sentBy, storable(envelope),
    ],
  });
};

export type CaseRow = {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly reason: string;
  readonly text: string;
  readonly act: OfflineAct;
  readonly commandId: string;
  readonly dossierId: DossierId | null;
  readonly code: DossierCode | null;
  readonly deskId: DeskId;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly personName: string | null;
  readonly doneBy: string | null;
  readonly paperNumber: number | null;
  readonly madeAt: Moment;
  readonly openedAt: Moment;
  readonly settledAt: Moment | null;
  readonly settledBy: string | null;
  readonly settledHow: Settled['how'] | null;
  readonly resolution: string | null;
};

const COLUMNS = `c.case_id as "caseId", c.kind, c.reason, c.detail as text, c.act, c.command_id as "commandId", c.dossier_id as "dossierId", c.code,
  c.desk_id as "deskId", c.device_id as "deviceId", v.name as "deviceName", c.made_at as "madeAt", c.opened_at as "openedAt", c.settled_at as "settledAt",
  c.settled_by_name as "settledBy", c.settled_how as "settledHow", c.resolution,
  left(coalesce(c.envelope #>> '{body,requester,fullName}', c.envelope #>> '{body,personName}', c.envelope #>> '{body,parties,owner,fullName}', c.envelope #>> '{body,parties,applicant,fullName}'), 150) as "personName",
  (select a.full_name from motcua.account a where a.province_id = $1 and a.account_id::text = c.envelope #>> '{by,accountId}') as "doneBy",
  case when c.act in ('give-guidance', 'refuse-reception') then (c.envelope #>> '{leased,0,number}')::int end as "paperNumber"`;
const FROM = `from motcua.offline_case c join motcua.device v on v.province_id = $1 and v.device_id = c.device_id where c.province_id = $1`;

/** Open ones first, oldest first; then what was settled of late. All desks when none is named. */
export const listCases = async (db: Db, provinceId: number, deskId: DeskId | undefined): Promise<readonly CaseRow[]> => {
  const { rows } = await db.query<CaseRow>({
    name: 'list-offline-cases',
    text: `select ${COLUMNS} ${FROM} and ($2::text is null or c.desk_id = $2)
           order by c.settled_at is not null, case when c.settled_at is null then c.opened_at end, c.settled_at desc, c.case_id limit 300`,
    values: [provinceId, deskId ?? null],
  });
  return rows;
};

export type KeptCase = CaseRow & { readonly envelope: OfflineCommand };

export const lockCase = async (db: PoolClient, provinceId: number, caseId: string): Promise<KeptCase | undefined> => {
  const { rows } = await db.query<KeptCase>({
    name: 'lock-offline-case', text: `select ${COLUMNS}, c.envelope ${FROM} and c.case_id = $2 for update of c`, values: [provinceId, caseId],
  });
  return rows[0];
};

export const findCase = async (pool: Pool, provinceId: number, caseId: string): Promise<KeptCase | undefined> => {
  const { rows } = await pool.query<KeptCase>({
    name: 'find-offline-case', text: `select ${COLUMNS}, c.envelope ${FROM} and c.case_id = $2`, values: [provinceId, caseId],
  });
  return rows[0];
};

type KeptOf = CaseRow & { readonly handOverId: string | null; readonly correctedBy: string | null };
/** What a command is kept as, the newest; corrections are of commands that were taken. */
export const findKeptOf = async (db: Db, provinceId: number, commandId: string): Promise<KeptOf | undefined> => {
  const { rows } = await db.query<KeptOf>({
    name: 'find-kept-of-command',
    text: `select ${COLUMNS}, c.envelope->>'handOverId' as "handOverId", c.corrected_by as "correctedBy" ${FROM} and c.command_id = $2 and c.kind <> 'correction' order by c.settled_at is not null, c.opened_at desc limit 1`,
    values: [provinceId, commandId],
  });
  return rows[0];
};

/** What this desk need not wait for any more: a person, or what came in meanwhile, settled it. */
export const findJudged = async (db: Db, provinceId: number, deskId: DeskId, commandIds: readonly string[]): Promise<readonly Judged[]> => {
  const { rows } = await db.query<Judged>({
    name: 'find-judged-commands',
    text: `select c.command_id as "commandId", (array_agg(c.settled_how order by c.settled_at desc))[1] as how from motcua.offline_case c
           where c.province_id = $1 and c.desk_id = $2 and c.command_id = any($3::uuid[]) and c.kind <> 'correction'
           group by c.command_id having bool_and(c.settled_at is not null)`,
    values: [provinceId, deskId, commandIds],
  });
  return rows;
};

export const findCorrectionsOf = async (db: Db, provinceId: number, commandId: string): Promise<readonly string[]> => {
  const { rows } = await db.query<{ id: string }>({
    name: 'find-corrections-of-command',
    text: `select case_id as id from motcua.offline_case where province_id = $1 and command_id = $2 and kind = 'correction' order by reason`,
    values: [provinceId, commandId],
  });
  return rows.map(({ id }) => id);
};

export type Settled = { readonly at: Moment; readonly by: AccountId; readonly byName: string; readonly how: 'taken' | 'corrected' | 'set-aside'; readonly note: string };

export type Judged = { readonly commandId: string; readonly how: Settled['how'] };

export const settleCase = async (db: PoolClient, provinceId: number, caseId: string, settled: Settled): Promise<void> => {
  await db.query({
    name: 'settle-offline-case',
    text: `update motcua.offline_case set settled_at = $3, settled_by = $4, settled_by_name = $5, settled_how = $6, resolution = $7
           where province_id = $1 and case_id = $2 and settled_at is null`,
    values: [provinceId, caseId, settled.at, settled.by, settled.byName, settled.how, settled.note],
  });
};

/** A settled case needs its envelope no more: who, what and how it ended stay. */
export const emptyEnvelopes = async (db: Db, provinceId: number, settledBefore: Moment): Promise<void> => {
  await db.query({
    name: 'empty-settled-envelopes', text: `update motcua.offline_case set envelope = '{}' where province_id = $1 and settled_at < $2 and envelope <> '{}'`,
    values: [provinceId, settledBefore],
  });
};

/** Refused, and put right as another act of the same machine; by that one also once more. False: a person settled it, or another act put it right. */
const CORRECTED_NOTE = 'Đã sửa tại quầy và gửi lại thành việc mới.';
export const settleCorrected = async (
  db: PoolClient, provinceId: number, deviceId: string, commandId: string, settled: Pick<Settled, 'at' | 'by' | 'byName'> & { readonly correctedBy: string },
): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'settle-corrected-case',
    text: `update motcua.offline_case set settled_at = coalesce(settled_at, $4), settled_by = coalesce(settled_by, $5), settled_by_name = coalesce(settled_by_name, $6),
             settled_how = 'corrected', resolution = $7, corrected_by = $8
           where province_id = $1 and device_id = $2 and command_id = $3 and kind = 'refused' and (settled_at is null or corrected_by = $8)`,
    values: [provinceId, deviceId, commandId, settled.at, settled.by, settled.byName, CORRECTED_NOTE, settled.correctedBy],
  });
  return rowCount !== 0;
};

/** The command stands now: whatever it was kept as is settled with it. False: nothing of it was open. */
export const settleKeptOf = async (db: PoolClient, provinceId: number, commandId: string, settled: Settled): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'settle-kept-of-command',
    text: `update motcua.offline_case set settled_at = $3, settled_by = $4, settled_by_name = $5, settled_how = $6, resolution = $7
           where province_id = $1 and command_id = $2 and kind <> 'correction' and settled_at is null`,
    values: [provinceId, commandId, settled.at, settled.by, settled.byName, settled.how, settled.note],
  });
  return rowCount !== 0;
};

/** Of the commands named those that stand neither themselves nor as what put them right, however often. */
export const findNotAccepted = async (db: Db, provinceId: number, commandIds: readonly string[]): Promise<readonly { readonly isOpen: boolean }[]> => {
  const { rows } = await db.query<{ isOpen: boolean }>({
    name: 'find-not-accepted',
    text: `with recursive form (named, command_id) as (
             select n, n from unnest($2::uuid[]) n
             union select f.named, c.corrected_by from form f
               join motcua.offline_case c on c.province_id = $1 and c.command_id = f.command_id and c.corrected_by is not null)
           select bool_or(c.case_id is not null) as "isOpen"
           from form f
           left join motcua.command m on m.province_id = $1 and m.command_id = f.command_id
           left join motcua.offline_case c on c.province_id = $1 and c.command_id = f.command_id and c.settled_at is null and c.kind <> 'correction'
           group by f.named having not bool_or(m.command_id is not null)`,
    values: [provinceId, commandIds],
  });
  return rows;
};

// What is to be signed, and what was signed already. Another agency's dossier is not there.
import type { Pool, PoolClient } from 'pg';
import type { SignatureRole } from '#core/dossier/sign-paper.ts';
import type { SigningCapacity } from '#core/dossier/complete-step.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, UnitId } from '#core/organisation/organisation.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { Stamped } from './sign-pdf.ts';
import { awaitsSigner, currentDraft, draftSubject } from './draft.sql.ts';

export type Subject =
  | { readonly paperId: string }
  | { readonly dossierId: string; readonly outcomeNo: number }
  | { readonly dossierId: string; readonly draft: string };
export const subjectName = (subject: Subject): string => {
  if ('paperId' in subject) return `paper:${subject.paperId}`;
  return 'draft' in subject ? draftSubject(subject.dossierId, subject.draft) : `outcome:${subject.dossierId}:${subject.outcomeNo}`;
};

export type SubjectRow = {
  readonly paperId: string | null;
  readonly dossierId: string;
  readonly deskId: string | null;
  readonly code: string;
  readonly kind: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly payload: PaperPayload | null;
  readonly file: string | null;
  /** In which the outcome was approved: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC'. */
  readonly capacity: string | null;
  readonly supersededAt: Moment | null;
  /** Of a draft: it is before the signer now. */
  readonly awaitsSigner: boolean;
  readonly agencyRootUnitId: UnitId;
  readonly agencyName: string;
  readonly signatures: readonly { readonly role: SignatureRole; readonly sha256: string }[];
};

const OF_DOSSIER = `
  d.dossier_id as "dossierId", d.code, r.unit_id as "agencyRootUnitId", r.name as "agencyName",
  coalesce((select jsonb_agg(jsonb_build_object('role', s.role, 'sha256', s.sha256) order by s.signature_no)
    from motcua.signed_file s where s.province_id = $1 and s.subject = $2), '[]') as signatures`;
const AGENCY = `
  join motcua.unit u on u.province_id = $1 and u.unit_id = d.agency_unit_id
  join motcua.unit r on r.province_id = $1 and r.unit_id = case when u.kind = 'section' then u.parent_unit_id else u.unit_id end`;

const PAPER = `
  select i.paper_id as "paperId", i.desk_id as "deskId", i.kind, null as name, i.number, i.payload, null as file, null as capacity,
    i.superseded_at as "supersededAt", false as "awaitsSigner", ${OF_DOSSIER}
  from motcua.issued_paper i join motcua.dossier d on d.province_id = $1 and d.dossier_id = i.dossier_id ${AGENCY}
  where i.province_id = $1 and i.paper_id = $3 and d.agency_unit_id = any($4::text[])`;
const OUTCOME = `
  select null as "paperId", null as "deskId", 'outcome' as kind, o.name, o.number, null as payload, o.file,
    btrim(o.signing_prefix || ' ' || o.signing_title) as capacity, null as "supersededAt", false as "awaitsSigner", ${OF_DOSSIER}
  from motcua.outcome o join motcua.dossier d on d.province_id = $1 and d.dossier_id = o.dossier_id ${AGENCY}
  where o.province_id = $1 and o.dossier_id = $3 and o.outcome_no = $5 and d.agency_unit_id = any($4::text[])`;
/** Only a file that was proposed for this dossier, and signed only while it is the one before the signer. */
const DRAFT = `
  select null as "paperId", null as "deskId", 'draft' as kind, null as name, null as number, null as payload,
    (select f.sha256 from motcua.stored_file f where f.province_id = $1 and f.sha256 = $5 and f.media_type = 'application/pdf') as file,
    null as capacity, null as "supersededAt",
    (d.state = 'in-process' and ${currentDraft('d.dossier_id')} = $5 and ${awaitsSigner('d.dossier_id')}) as "awaitsSigner", ${OF_DOSSIER}
  from motcua.dossier d ${AGENCY}
  where d.province_id = $1 and d.dossier_id = $3 and d.agency_unit_id = any($4::text[])
    and exists (select from motcua.dossier_step p where p.province_id = $1 and p.dossier_id = $3 and p.draft_file = $5)`;

export const findSubject = async (
  db: Pool | PoolClient, provinceId: number, subject: Subject, unitIds: readonly UnitId[], lock?: 'lock',
): Promise<SubjectRow | undefined> => {
  const [key, second, text] = 'paperId' in subject ? [subject.paperId, null, PAPER] as const
    : 'draft' in subject ? [subject.dossierId, subject.draft, DRAFT] as const : [subject.dossierId, subject.outcomeNo, OUTCOME] as const;
  const values = [provinceId, subjectName(subject), key, unitIds, ...(second === null ? [] : [second])];
  const { rows } = await db.query<SubjectRow>(`${text}${lock ? ' for update of d' : ''}`, values);
  return rows[0];
};

export type CredentialRow = {
  readonly credentialNo: number;
  readonly credentialId: string;
  readonly serviceId: string;
  readonly kind: 'test-authority' | 'pkcs11' | 'remote';
  readonly settings: Readonly<Record<string, unknown>>;
  readonly serviceSecret: Buffer | null;
  readonly secret: Buffer | null;
};
export type Holder = { readonly accountId: AccountId } | { readonly unitId: UnitId };

export const findCredential = async (pool: Pool, provinceId: number, holder: Holder): Promise<CredentialRow | undefined> => {
  const { rows } = await pool.query<CredentialRow>({
    name: 'find-signing-credential',
    text: `select c.credential_no as "credentialNo", c.credential_id as "credentialId", c.service_id as "serviceId", s.kind, s.settings,
             s.secret as "serviceSecret", c.secret
           from motcua.signing_credential c
           join motcua.signing_service s on s.province_id = $1 and s.service_id = c.service_id and s.closed_at is null
           where c.province_id = $1 and c.closed_at is null and (c.account_id = $2 or c.unit_id = $3)`,
    values: [provinceId, 'accountId' in holder ? holder.accountId : null, 'unitId' in holder ? holder.unitId : null],
  });
  return rows[0];
};

export const findServiceSecret = async (pool: Pool, provinceId: number, serviceId: string): Promise<Buffer | undefined> => {
  const { rows } = await pool.query<{ secret: Buffer | null }>(
    'select secret from motcua.signing_service where province_id = $1 and service_id = $2', [provinceId, serviceId]);
  return rows[0]?.secret ?? undefined;
};

/** In which this person signs on that day: the seat that was chosen, else the first. */
export const findCapacity = async (
  pool: Pool, provinceId: number, accountId: AccountId, day: PlainDate, assignmentNo: number | undefined,
): Promise<SigningCapacity | undefined> => {
  const { rows } = await pool.query<SigningCapacity>({
    name: 'find-signing-capacity',
    text: `select coalesce(signing_prefix, '') as prefix, signing_title as title from motcua.assignment
           where province_id = $1 and account_id = $2 and role = 'signing-leader' and signing_title is not null
             and valid_from <= $3::date and (valid_to is null or valid_to > $3::date) and ($4::integer is null or assignment_no = $4)
           order by assignment_no limit 1`,
    values: [provinceId, accountId, day, assignmentNo ?? null],
  });
  return rows[0];
};

export type NewService = Pick<CredentialRow, 'serviceId' | 'kind' | 'settings'> & { readonly secret?: Buffer };
/** The first to write it wins; another one at the same moment changes nothing. */
export const insertService = async (pool: Pool, provinceId: number, service: NewService): Promise<void> => {
  await pool.query(
    `insert into motcua.signing_service (province_id, service_id, kind, settings, secret, made_at) values ($1, $2, $3, $4, $5, now()) on conflict do nothing`,
    [provinceId, service.serviceId, service.kind, service.settings, service.secret ?? null],
  );
};

export const insertCredential = async (
  pool: Pool, provinceId: number, holder: Holder, credential: { readonly serviceId: string; readonly credentialId: string; readonly secret?: Buffer },
): Promise<void> => {
  await pool.query(
    `insert into motcua.signing_credential (province_id, credential_no, service_id, credential_id, account_id, unit_id, secret, valid_from)
     select $1, coalesce(max(credential_no), 0) + 1, $2, $3, $4, $5, $6, now() from motcua.signing_credential where province_id = $1 on conflict do nothing`,
    [provinceId, credential.serviceId, credential.credentialId, 'accountId' in holder ? holder.accountId : null, 'unitId' in holder ? holder.unitId : null, credential.secret ?? null],
  );
};

export type NewSignature = {
  readonly subject: Subject; readonly signatureNo: number; readonly dossierId: string; readonly role: SignatureRole; readonly sha256: string; readonly bytes: number;
  readonly signerName: string; readonly serial: string; readonly serviceId: string; readonly at: Moment; readonly by: AccountId; readonly byName: string;
  readonly stamped: Stamped;
};

export const insertSignedFile = async (db: PoolClient, provinceId: number, made: NewSignature): Promise<void> => {
  await db.query(
    `insert into motcua.stored_file (province_id, sha256, media_type, bytes, stored_at, stored_by) values ($1, $2, 'application/pdf', $3, now(), $4) on conflict do nothing`,
    [provinceId, made.sha256, made.bytes, made.by],
  );
  await db.query(
    `insert into motcua.signed_file (province_id, subject, signature_no, dossier_id, paper_id, role, sha256, signer_name, certificate_serial, service_id, signed_at, signed_by, signed_by_name, stamped_at, stamp_missing)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [provinceId, subjectName(made.subject), made.signatureNo, made.dossierId, 'paperId' in made.subject ? made.subject.paperId : null, made.role, made.sha256,
      made.signerName, made.serial, made.serviceId, made.at, made.by, made.byName,
      made.stamped && 'at' in made.stamped ? made.stamped.at : null, made.stamped && 'missing' in made.stamped ? made.stamped.missing : null],
  );
};

/** The file with all signatures, if there is any. */
export const findSignedPaper = async (pool: Pool, provinceId: number, paperId: string): Promise<string | undefined> => {
  const { rows } = await pool.query<{ sha256: string }>({
    name: 'find-signed-paper',
    text: `select sha256 from motcua.signed_file where province_id = $1 and subject = 'paper:' || $2::text order by signature_no desc limit 1`,
    values: [provinceId, paperId],
  });
  return rows[0]?.sha256;
};

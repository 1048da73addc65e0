-- Signatures and proofs: the keys of receipts' seals, who holds signing keys for whom, and every signed form of a paper.
-- Secrets stand here only encrypted under the master key.
set search_path = motcua;

create table seal_key (
  province_id smallint not null,
  key_id text not null, -- first four bytes of the SHA-256 of the public key
  public_key bytea not null, -- Ed25519, 32 bytes
  secret bytea not null,
  -- business time: a receipt is sealed with the key of its day
  valid_from timestamptz not null,
  revoked_at timestamptz,
  made_at timestamptz not null,
  primary key (province_id, key_id)
);

create table signing_service (
  province_id smallint not null,
  service_id text not null,
  kind text not null check (kind in ('test-authority', 'pkcs11', 'remote')),
  settings jsonb not null,
  secret bytea,
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (province_id, service_id)
);

create table signing_credential (
  province_id smallint not null,
  credential_no integer not null,
  service_id text not null,
  -- what the service calls it: a token's object, a remote credential
  credential_id text not null,
  -- of a person, or the seal of an agency
  account_id uuid,
  unit_id text,
  secret bytea,
  valid_from timestamptz not null,
  closed_at timestamptz,
  primary key (province_id, credential_no),
  foreign key (province_id, service_id) references signing_service (province_id, service_id),
  foreign key (province_id, account_id) references account (province_id, account_id),
  foreign key (province_id, unit_id) references unit (province_id, unit_id),
  check ((account_id is null) <> (unit_id is null))
);
create unique index signing_credential_person on signing_credential (province_id, account_id) where closed_at is null and account_id is not null;
create unique index signing_credential_seal on signing_credential (province_id, unit_id) where closed_at is null and unit_id is not null;

-- One row a signature: the file of each holds all the earlier ones.
create table signed_file (
  province_id smallint not null,
  subject text not null, -- 'paper:<paper_id>' or 'outcome:<dossier_id>:<outcome_no>'
  signature_no smallint not null,
  dossier_id uuid,
  paper_id uuid,
  role text not null check (role in ('leader', 'agency-seal')),
  sha256 text not null,
  signer_name text not null,
  certificate_serial text not null,
  service_id text not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  signed_by_name text not null,
  primary key (province_id, subject, signature_no)
);
create index signed_file_dossier on signed_file (province_id, dossier_id);

-- a provisional code gives way to the ministry's: the receipt that bears it is still found by it
create index issued_paper_provisional on issued_paper (province_id, (payload->'tracking'->>'code'))
  where payload->'tracking'->>'provisional' = 'true';

grant select, insert on seal_key, signing_service, signing_credential, signed_file to motcua_app;
grant update (revoked_at) on seal_key to motcua_app;
grant update (closed_at) on signing_service, signing_credential to motcua_app;

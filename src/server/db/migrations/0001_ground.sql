-- The ground: every table of a province's business has the (receiving) province first in its key.
-- Only features of PostgreSQL 15; no triggers, sequences, exclusion or deferrable constraints,
-- so that the schema can be spread by province later (docs/decisions/0004).
-- Roles motcua_app and motcua_reporter exist before this runs (set-up makes them).

create schema if not exists motcua;
create schema if not exists reporting;
set search_path = motcua;
create extension if not exists pg_trgm with schema public;

-- One row: which world this database is and what its business clock says.
create table world (
  province_id smallint primary key,
  name text not null,
  title text not null,
  is_demo boolean not null,
  -- business time = real time + offset; an empty offset is real time
  clock_offset_seconds bigint not null default 0,
  created_at timestamptz not null
);

create table unit (
  province_id smallint not null,
  unit_id text not null,
  kind text not null,
  name text not null,
  short_name text not null,
  parent_unit_id text,
  agency_code_2018 text,
  agency_code_2025 text,
  gso_code text,
  address text,
  phone text,
  valid_from date not null,
  valid_to date,
  successor_unit_id text,
  primary key (province_id, unit_id),
  foreign key (province_id, parent_unit_id) references unit (province_id, unit_id),
  foreign key (province_id, successor_unit_id) references unit (province_id, unit_id)
);
create index unit_parent on unit (province_id, parent_unit_id);

create table desk (
  province_id smallint not null,
  desk_id text not null,
  name text not null,
  short_name text not null,
  post_office_unit_id text not null,
  commune_unit_id text not null,
  receiving_unit_id text not null,
  address text not null,
  phone text not null,
  site_id text not null,
  officer_confirmation text not null check (officer_confirmation in ('pin-each', 'key-while-present')),
  valid_from date not null,
  valid_to date,
  primary key (province_id, desk_id),
  foreign key (province_id, post_office_unit_id) references unit (province_id, unit_id),
  foreign key (province_id, commune_unit_id) references unit (province_id, unit_id),
  foreign key (province_id, receiving_unit_id) references unit (province_id, unit_id)
);

create table account (
  province_id smallint not null,
  account_id uuid not null,
  login text not null,
  full_name text not null,
  title text not null,
  password_hash text not null,
  pin_hash text,
  must_change_password boolean not null,
  disabled_at timestamptz,
  primary key (province_id, account_id),
  unique (province_id, login)
);

create table assignment (
  province_id smallint not null,
  account_id uuid not null,
  assignment_no smallint not null,
  role text not null,
  unit_id text not null,
  desk_id text,
  signing_prefix text,
  signing_title text,
  valid_from date not null,
  valid_to date,
  primary key (province_id, account_id, assignment_no),
  foreign key (province_id, account_id) references account (province_id, account_id),
  foreign key (province_id, unit_id) references unit (province_id, unit_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id)
);
create index assignment_unit on assignment (province_id, unit_id);

create table sign_in_session (
  province_id smallint not null,
  token_hash bytea not null, -- sha-256 of the cookie; the cookie itself is nowhere stored
  account_id uuid not null,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- the officer beside the clerk, while present (support mode)
  present_officer_id uuid,
  present_until timestamptz,
  primary key (province_id, token_hash),
  foreign key (province_id, account_id) references account (province_id, account_id)
);
create index sign_in_session_account on sign_in_session (province_id, account_id);

create table procedure_version (
  province_id smallint not null,
  procedure_code text not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  field text not null,
  level text not null,
  content jsonb not null, -- core ProcedureVersion
  content_hash bytea not null, -- of the source row: an unchanged import changes nothing
  search_folded text not null,
  incomplete_count smallint not null,
  primary key (province_id, procedure_code, version)
);
create index procedure_version_search on procedure_version using gin (search_folded public.gin_trgm_ops);

create table transfer_register (
  province_id smallint not null,
  desk_id text not null,
  procedure_code text not null,
  valid_from date not null,
  valid_to date,
  agency_unit_id text not null,
  mode text not null check (mode in ('support', 'delegated', 'postal-service')),
  decision text not null,
  delegation text,
  primary key (province_id, desk_id, procedure_code, valid_from),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  foreign key (province_id, agency_unit_id) references unit (province_id, unit_id),
  check (mode <> 'delegated' or delegation is not null)
);

create table working_calendar (
  province_id smallint not null,
  calendar_id text not null,
  version integer not null,
  content jsonb not null, -- core WorkingCalendar
  primary key (province_id, calendar_id, version)
);

-- Gap-free numbers: one row per series and period, incremented in the statement that saves.
create table number_counter (
  province_id smallint not null,
  series text not null, -- 'dossier:xa-ky-bac', 'paper:supplement-request:…', 'certification:SCT/BS:…'
  period text not null, -- '191118' for a day, '2019' for a year
  last_number integer not null,
  primary key (province_id, series, period)
);

-- Exactly-once effect: the stored answer of every command.
create table command (
  province_id smallint not null,
  command_id uuid not null,
  act text not null,
  fingerprint bytea not null,
  account_id uuid not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (province_id, command_id)
);

create table dossier (
  province_id smallint not null,
  dossier_id uuid not null,
  code text not null,
  code_is_provisional boolean not null default false,
  procedure_code text not null,
  procedure_version integer not null,
  procedure_name text not null,
  case_id text not null,
  channel text not null check (channel in ('counter', 'online', 'post')),
  regime text not null check (regime in ('one-stop', 'public-post')),
  mode text not null,
  desk_id text not null,
  receiving_unit_id text not null,
  helped_at_unit_id text,
  agency_unit_id text not null,
  parties jsonb not null,
  answers jsonb not null,
  return_wish jsonb not null,
  set_count smallint not null,
  batch_id uuid, -- one person bringing many: printed as one list
  receiver_id uuid not null,
  receiver_name text not null,
  assistant_id uuid,
  assistant_name text,
  state text not null,
  revision integer not null,
  received_at timestamptz not null, -- business time
  recorded_at timestamptz not null, -- real time
  due_at timestamptz,
  due jsonb, -- core Due with its explanation
  calendar_version text not null,
  -- who works on it at the agency
  section_unit_id text,
  assignee_id uuid,
  step_no smallint,
  step_role text,
  closed_at timestamptz,
  -- search: names without tones, numbers as typed
  names_folded text not null,
  identity_numbers text[] not null,
  primary key (province_id, dossier_id),
  unique (province_id, code),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  foreign key (province_id, agency_unit_id) references unit (province_id, unit_id)
);
create index dossier_desk_open on dossier (province_id, desk_id, state, due_at) where closed_at is null;
create index dossier_desk_received on dossier (province_id, desk_id, received_at desc);
create index dossier_agency_inbox on dossier (province_id, agency_unit_id, state, due_at, dossier_id) where closed_at is null;
create index dossier_assignee on dossier (province_id, assignee_id, due_at) where closed_at is null;
create index dossier_identity on dossier using gin (identity_numbers);
create index dossier_batch on dossier (province_id, batch_id) where batch_id is not null;
create index dossier_names on dossier using gin (names_folded public.gin_trgm_ops);

create table dossier_paper (
  province_id smallint not null,
  dossier_id uuid not null,
  line_no smallint not null,
  round_no smallint not null default 0, -- 0 at intake, then per supplement
  item_id text not null,
  name text not null,
  form text not null,
  count smallint not null,
  shown_only boolean not null,
  scans text[] not null,
  primary key (province_id, dossier_id, line_no),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);

create table dossier_fee (
  province_id smallint not null,
  dossier_id uuid not null,
  line_no smallint not null,
  fee_id text not null,
  kind text not null check (kind in ('fee', 'charge')),
  name text not null,
  quantity integer not null,
  unit_amount bigint not null,
  amount bigint not null,
  exemption text,
  collected_at timestamptz,
  payee_unit_id text not null,
  primary key (province_id, dossier_id, line_no),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);

-- Steps of the internal process as they are worked: the control slip reads this.
create table dossier_step (
  province_id smallint not null,
  dossier_id uuid not null,
  line_no smallint not null,
  step_id text not null,
  name text not null,
  role text not null,
  unit_id text not null,
  account_id uuid,
  account_name text,
  started_at timestamptz not null,
  due_at timestamptz,
  finished_at timestamptz,
  result text, -- 'passed' | 'sent-back' | 'supplement-asked' | 'refused' | 'issued'
  note text,
  primary key (province_id, dossier_id, line_no),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);

-- Papers issued: payload first, so that an old paper re-prints as it was.
create table issued_paper (
  province_id smallint not null,
  paper_id uuid not null,
  dossier_id uuid,
  desk_id text,
  kind text not null, -- 'intake-receipt', 'supplement-request', 'refusal-notice', 'hand-over-record', …
  form_version text not null, -- 'v2018', 'v2025'
  number text,
  payload jsonb not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  supersedes_paper_id uuid,
  superseded_at timestamptz,
  print_count smallint not null default 0,
  primary key (province_id, paper_id)
);
create index issued_paper_dossier on issued_paper (province_id, dossier_id);

create table hand_over (
  province_id smallint not null,
  hand_over_id uuid not null,
  direction text not null check (direction in ('to-agency', 'to-desk')),
  desk_id text not null,
  agency_unit_id text not null,
  record_number text not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  sent_by_name text not null,
  received_at timestamptz,
  received_by uuid,
  received_by_name text,
  primary key (province_id, hand_over_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id)
);
create table hand_over_line (
  province_id smallint not null,
  hand_over_id uuid not null,
  dossier_id uuid not null,
  paper_count smallint not null,
  result text, -- 'received' | 'rejected'
  note text,
  primary key (province_id, hand_over_id, dossier_id),
  foreign key (province_id, hand_over_id) references hand_over (province_id, hand_over_id)
);
create index hand_over_line_dossier on hand_over_line (province_id, dossier_id);

create table supplement_request (
  province_id smallint not null,
  dossier_id uuid not null,
  request_no smallint not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  items jsonb not null, -- [{name, original, certifiedCopy, plainCopy, reason}]
  reason text not null,
  answer_by timestamptz,
  answered_at timestamptz,
  primary key (province_id, dossier_id, request_no)
);

create table outcome (
  province_id smallint not null,
  dossier_id uuid not null,
  outcome_no smallint not null,
  kind text not null check (kind in ('outcome', 'refusal')),
  name text not null,
  number text not null, -- số, ký hiệu given by the records clerk
  issued_at timestamptz not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signing_prefix text not null,
  signing_title text not null,
  issued_by uuid not null,
  issued_by_name text not null,
  file text, -- sha-256 of the scan or PDF
  has_paper boolean not null,
  ground text, -- refusal: its legal ground
  primary key (province_id, dossier_id, outcome_no)
);

create table outcome_return (
  province_id smallint not null,
  dossier_id uuid not null,
  returned_at timestamptz not null,
  returned_by uuid not null,
  returned_by_name text not null,
  assistant_id uuid,
  assistant_name text,
  receiver jsonb not null, -- {name, identity, relation: 'self' | 'authorised', authorisation?}
  receipt_shown boolean not null,
  lost_receipt_note text,
  recalled_papers jsonb not null,
  originals_returned boolean not null,
  signature text, -- sha-256 of the drawn signature or of the scanned page
  primary key (province_id, dossier_id)
);

-- Guidance given and receptions refused: what is said must be kept. @law NĐ 61/2018 Đ.15
create table guidance (
  province_id smallint not null,
  guidance_id uuid not null,
  desk_id text not null,
  procedure_code text not null,
  procedure_version integer not null,
  at timestamptz not null,
  by_account uuid not null,
  person_name text,
  missing jsonb not null,
  kind text not null check (kind in ('guidance', 'refusal')),
  ground text,
  primary key (province_id, guidance_id)
);

-- Certification fast path: one number per kind of paper and book. @law NĐ 23/2015/NĐ-CP; TT 01/2020/TT-BTP
create table certification_entry (
  province_id smallint not null,
  dossier_id uuid not null,
  line_no smallint not null,
  unit_id text not null,
  book text not null, -- '01/2019-SCT/BS'
  number integer not null,
  paper_name text not null,
  pages smallint not null,
  copies smallint not null,
  fee bigint not null,
  requester_name text not null,
  certified_at timestamptz not null,
  primary key (province_id, dossier_id, line_no),
  unique (province_id, unit_id, book, number)
);

create table stored_file (
  province_id smallint not null,
  sha256 text not null,
  media_type text not null,
  bytes integer not null,
  stored_at timestamptz not null,
  stored_by uuid not null,
  -- where it was uploaded: a file is readable there and by whoever may read a dossier that names it
  desk_id text,
  unit_id text,
  primary key (province_id, sha256)
);

-- The journal: append only, one hash chain per desk or agency, so that no two desks wait for each other.
create table journal_head (
  province_id smallint not null,
  chain_id text not null, -- 'desk:ky-bac', 'unit:so-xay-dung', 'admin'
  seq bigint not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (province_id, chain_id)
);
create table journal (
  province_id smallint not null,
  chain_id text not null,
  seq bigint not null,
  act text not null,
  dossier_id uuid,
  account_id uuid,
  at timestamptz not null, -- business time
  recorded_at timestamptz not null,
  body text not null, -- canonical JSON text, exactly what was hashed
  prev_hash bytea not null,
  hash bytea not null, -- sha256(prev_hash || utf8(body))
  primary key (province_id, chain_id, seq)
);
create index journal_dossier on journal (province_id, dossier_id, recorded_at);
create table journal_checkpoint (
  province_id smallint not null,
  checkpoint_no bigint not null,
  made_at timestamptz not null,
  heads jsonb not null, -- [{chainId, seq, hash}]
  prev_signature bytea,
  public_key bytea not null,
  signature bytea not null, -- Ed25519 over the canonical text
  primary key (province_id, checkpoint_no)
);

-- Messages to other systems and people, written with the act, sent later.
create table outbox (
  province_id smallint not null,
  outbox_id uuid not null,
  topic text not null,
  dossier_id uuid,
  payload jsonb not null,
  created_at timestamptz not null,
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null,
  done_at timestamptz,
  last_error text,
  primary key (province_id, outbox_id)
);
create index outbox_pending on outbox (province_id, next_attempt_at) where done_at is null;

-- Wrong guesses of passwords, PINs and tracking digits, per subject; the subject is a keyed hash
-- ('sign-in:<login>', 'pin:<account>', 'track-code:<code>', 'track-caller:<address>').
create table guess_limit (
  province_id smallint not null,
  subject_hash bytea not null,
  failures integer not null,
  last_failed_at timestamptz not null,
  locked_until timestamptz,
  primary key (province_id, subject_hash)
);
create index guess_limit_old on guess_limit (province_id, last_failed_at);

grant usage on schema motcua to motcua_app;
grant select, insert, update, delete on all tables in schema motcua to motcua_app;
revoke update, delete, truncate on journal, journal_checkpoint from motcua_app;

create view reporting.dossier as
  select province_id, code, procedure_code, procedure_name, channel, regime, desk_id, receiving_unit_id,
         agency_unit_id, state, received_at, due_at, closed_at
  from motcua.dossier;
grant usage on schema reporting to motcua_reporter;
grant select on all tables in schema reporting to motcua_reporter;

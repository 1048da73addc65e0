-- The office: what a worked step proposes and who signed it in what capacity, waiting for a financial duty,
-- and the one index that the signer's and the records clerk's lists need.
set search_path = motcua;

alter table dossier_step
  add column step_no smallint, -- position in the procedure's internal steps, from 1
  add column signing_prefix text,
  add column signing_title text,
  add column proposal text check (proposal in ('grant', 'refuse')),
  add column proposal_reason text,
  add column proposal_ground text,
  add column draft_file text;

-- asked after the third working day from intake: against the decree, kept and shown
alter table supplement_request add column is_late boolean not null default false;

create table financial_duty (
  province_id smallint not null,
  dossier_id uuid not null,
  duty_no smallint not null,
  notice text not null,
  amount bigint,
  pay_by date,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_by_name text,
  paid_on date,
  proof text,
  primary key (province_id, dossier_id, duty_no),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);

create index dossier_agency_step on dossier (province_id, agency_unit_id, step_role, due_at, dossier_id)
  where state = 'in-process';

grant select, insert, update on financial_duty to motcua_app;

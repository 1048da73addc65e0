-- What an import did not understand, for an administrator to complete.
create table motcua.catalogue_question (
  province_id smallint not null,
  question_id uuid not null,
  procedure_code text not null,
  version integer not null,
  kind text not null,
  path text not null,
  raw text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answer jsonb,
  primary key (province_id, question_id)
);
create index catalogue_question_open on motcua.catalogue_question (province_id, procedure_code, version) where answered_at is null;
grant select, insert, update on motcua.catalogue_question to motcua_app;
-- A version once published is kept; only its end may be set, and an administrator's answers may fill it.

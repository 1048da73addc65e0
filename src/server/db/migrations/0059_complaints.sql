-- Complaints about the postal service: what about, by whom, until when, and how each ended. What was received is never
-- changed; only its state and its end are added.
-- @law TT 17/2017/TT-BTTTT Đ.12
set search_path = motcua;

create table complaint (
  province_id smallint not null,
  complaint_id uuid not null, -- its receipt has the same id
  number text not null,
  desk_id text not null, -- whose service it is about
  subject text not null check (subject in ('dossier', 'shipment', 'bag')),
  subject_id uuid not null,
  subject_code text not null,
  dossier_ids uuid[] not null, -- whose papers its trail is
  by_kind text not null check (by_kind in ('citizen', 'agency')),
  complainant jsonb not null,
  content text not null,
  wish text,
  proof_number text,
  transit_ends_on date,
  last_day date,
  between_provinces boolean not null,
  received_at timestamptz not null, -- business time
  received_by uuid not null,
  received_by_name text not null,
  settle_by date not null,
  explanation jsonb not null,
  state text not null default 'received' check (state in ('received', 'being-settled', 'settled', 'refused')),
  taken_up_at timestamptz,
  taken_up_by_name text,
  ended_at timestamptz,
  ended_by_name text,
  result text check (result in ('upheld', 'partly', 'dismissed')),
  refused_by text check (refused_by in ('out-of-time', 'no-proof', 'not-the-posts')),
  ground text,
  note text,
  compensation bigint check (compensation >= 0),
  case_id uuid,
  notice_id uuid,
  notice_number text,
  primary key (province_id, complaint_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  check ((ended_at is null) = (state in ('received', 'being-settled'))),
  check ((state = 'settled') = (result is not null) and (state = 'refused') = (refused_by is not null))
);
create index complaint_open on complaint (province_id, desk_id, settle_by) where ended_at is null;
create index complaint_ended on complaint (province_id, desk_id, ended_at) where ended_at is not null;

grant select, insert on complaint to motcua_app;
grant update (state, taken_up_at, taken_up_by_name, ended_at, ended_by_name, result, refused_by, ground, note, compensation, case_id, notice_id, notice_number) on complaint to motcua_app;

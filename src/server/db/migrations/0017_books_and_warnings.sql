-- Register books, recorded gaps, and what a desk or agency is warned of.
set search_path = motcua;

-- A closed series gives no number any more: asked in the statement that takes one, so that nothing slips in.
alter table number_counter add column closed_at timestamptz;

-- The register of a desk: one line a dossier, its order number given when the record reaches the server.
create table register_entry (
  province_id smallint not null,
  desk_id text not null,
  year smallint not null,
  number integer not null,
  dossier_id uuid not null,
  entered_at timestamptz not null, -- business time
  primary key (province_id, desk_id, year, number),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);
create unique index register_entry_dossier on register_entry (province_id, dossier_id);
create index register_entry_entered on register_entry (province_id, desk_id, entered_at, number);

-- Dossiers received before this table are entered in the order of their reception.
insert into register_entry (province_id, desk_id, year, number, dossier_id, entered_at)
select province_id, desk_id, year, row_number() over (partition by province_id, desk_id, year order by received_at, code), dossier_id, received_at
from (
  select province_id, desk_id, extract(year from received_at at time zone 'Asia/Ho_Chi_Minh')::smallint as year, dossier_id, received_at, code
  from dossier where state not in ('filed-online', 'refused-at-desk', 'resolved-at-desk')
) received;
insert into number_counter (province_id, series, period, last_number)
select province_id, 'register:' || desk_id, year::text, max(number) from register_entry group by province_id, desk_id, year;

-- First and last page of a book, by the series it counts with: 'register:ky-bac', 'certification:SCT/BS:xa-ky-bac'.
create table register_book (
  province_id smallint not null,
  series text not null,
  period text not null,
  decision text not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_by_name text not null,
  opened_by_title text not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  closed_by_title text,
  last_number integer,
  unused_count integer,
  primary key (province_id, series, period)
);

-- Numbers given out that nothing will ever bear.
create table number_gap (
  province_id smallint not null,
  series text not null,
  period text not null,
  from_number integer not null,
  to_number integer not null check (to_number >= from_number),
  reason text not null check (reason in ('lease-returned', 'lease-lost', 'spoilt')),
  note text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (province_id, series, period, from_number)
);

create index certification_entry_when on certification_entry (province_id, unit_id, book, certified_at, number);

-- How early a desk ('desk:ky-bac') or an agency ('unit:xa-ky-bac') is warned; absent = two working days, one, two hours.
create table warning_setting (
  province_id smallint not null,
  holder text not null,
  first_days smallint not null,
  second_days smallint not null,
  last_minutes smallint not null,
  uncollected_days smallint not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (province_id, holder)
);

-- Told once: a moved due moment is another warning.
create table warning_sent (
  province_id smallint not null,
  dossier_id uuid not null,
  kind text not null,
  step text not null, -- 'first' | 'second' | 'last'
  falls_at timestamptz not null,
  account_id uuid,
  sent_at timestamptz not null,
  primary key (province_id, dossier_id, kind, falls_at, step)
);

create index dossier_step_open on dossier_step (province_id, unit_id, due_at, dossier_id) where finished_at is null and due_at is not null;

grant select, insert on register_entry, number_gap, warning_sent to motcua_app;
grant select, insert, update on register_book, warning_setting to motcua_app;

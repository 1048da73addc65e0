-- Stock counts: one row a place, so that counts of one place follow each other, and each closed count with all its lines.
-- @law QĐ 45/2016/QĐ-TTg Đ.14
set search_path = motcua;

alter table custody_case drop constraint custody_case_kind_check;
alter table custody_case add constraint custody_case_kind_check check (kind in ('short', 'damaged', 'wrong-agency', 'not-taken', 'not-in-stock'));

create table stock_place (
  province_id smallint not null,
  place_kind text not null check (place_kind in ('desk', 'agency')),
  place_id text not null,
  last_count_id uuid,
  primary key (province_id, place_kind, place_id)
);

create table stock_count (
  province_id smallint not null,
  count_id uuid not null, -- its record has the same id
  place_kind text not null check (place_kind in ('desk', 'agency')),
  place_id text not null,
  number text not null,
  started_at timestamptz not null,
  closed_at timestamptz not null, -- business time
  closed_by uuid not null,
  closed_by_name text not null,
  found integer not null,
  missing integer not null,
  unexpected integer not null,
  strays integer not null,
  primary key (province_id, count_id)
);
create index stock_count_place on stock_count (province_id, place_kind, place_id, closed_at desc);

create table stock_count_line (
  province_id smallint not null,
  count_id uuid not null,
  thing_id uuid not null,
  result text not null check (result in ('found', 'missing', 'unexpected', 'left-meanwhile')),
  note text,
  primary key (province_id, count_id, thing_id),
  foreign key (province_id, count_id) references stock_count (province_id, count_id),
  foreign key (province_id, thing_id) references custody_thing (province_id, thing_id)
);

grant select, insert on stock_place, stock_count, stock_count_line to motcua_app;
grant update (last_count_id) on stock_place to motcua_app;

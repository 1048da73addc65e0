-- What a courier did, written down at the desk from her paper: with the paper, or why there is none, and when it was written.
-- Her phone's own word that comes later is kept beside it, and where the two differ somebody looks at both.
-- @law QĐ 45/2016/QĐ-TTg Đ.9, Đ.10
set search_path = motcua;

alter table courier_attempt add column told_at timestamptz, add column no_paper text;
alter table courier_attempt drop constraint courier_attempt_recorded_check;
alter table courier_attempt add constraint courier_attempt_recorded_check check (
  (recorded_by is null) = (recorded_by_name is null) and (recorded_by is null) = (recorded_ground is null) and (recorded_by is null) = (told_at is null)
  and case when recorded_by is null then paper is null and no_paper is null else (paper is null) <> (no_paper is null) end);
create index courier_attempt_told on courier_attempt (province_id, shipment_id, courier_id, told_at) where told_at is not null;

create table courier_report (
  province_id smallint not null,
  attempt_id uuid not null, -- the phone's own
  paper_attempt_id uuid not null, -- what the desk wrote down
  shipment_id uuid not null,
  desk_id text not null,
  courier_id uuid not null,
  courier_name text not null,
  at timestamptz not null, -- business time, as the phone had it
  arrived_at timestamptz not null, -- business time
  outcome text not null check (outcome in ('delivered', 'failed')),
  told jsonb not null, -- as the phone sent it
  signature text,
  photo text,
  differs text[] not null, -- empty: the same
  settled_at timestamptz,
  settled_by uuid,
  settled_by_name text,
  settled_word text,
  primary key (province_id, attempt_id),
  foreign key (province_id, paper_attempt_id) references courier_attempt (province_id, attempt_id),
  foreign key (province_id, shipment_id) references shipment (province_id, shipment_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_by_name is null) and (settled_at is null) = (settled_word is null)),
  check (settled_at is null or differs <> '{}')
);
create index courier_report_open on courier_report (province_id, desk_id, arrived_at) where settled_at is null and differs <> '{}';
create index courier_report_signature on courier_report (province_id, signature) where signature is not null;
create index courier_report_photo on courier_report (province_id, photo) where photo is not null;
create index courier_report_shipment on courier_report (province_id, shipment_id);

grant select, insert on courier_report to motcua_app;
grant update (settled_at, settled_by, settled_by_name, settled_word) on courier_report to motcua_app;

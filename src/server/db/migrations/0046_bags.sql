-- Bags between desk and agency: the ledger says where a bag is and what lies in it, this says whose it is, its seal, and
-- the record it went under. What a sent bag held stands on that record.
-- @law QĐ 45/2016/QĐ-TTg Đ.6.5, Đ.7.3, Đ.9
set search_path = motcua;

create table bag (
  province_id smallint not null,
  bag_id uuid not null, -- its custody_thing, written by the same act
  label text not null, -- as its barcode reads
  direction text not null check (direction in ('to-agency', 'to-desk')),
  desk_id text not null,
  agency_unit_id text not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_by_name text not null,
  closed_at timestamptz,
  closed_by_name text,
  seal_number text,
  hand_over_id uuid,
  received_at timestamptz,
  received_by uuid,
  received_by_name text,
  seal_broken boolean, -- as the receiver found it
  seal_note text,
  primary key (province_id, bag_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  foreign key (province_id, agency_unit_id) references unit (province_id, unit_id),
  foreign key (province_id, hand_over_id) references hand_over (province_id, hand_over_id),
  check ((closed_at is null) = (seal_number is null)),
  check (hand_over_id is null or closed_at is not null),
  check (received_at is null or hand_over_id is not null),
  check ((received_at is null) = (seal_broken is null))
);
create unique index bag_label on bag (province_id, label);
create index bag_desk on bag (province_id, desk_id, opened_at) where received_at is null;
create index bag_agency on bag (province_id, agency_unit_id, opened_at) where received_at is null;
create index bag_received_desk on bag (province_id, desk_id, received_at) where received_at is not null;
create index bag_received_agency on bag (province_id, agency_unit_id, received_at) where received_at is not null;

grant select, insert on bag to motcua_app;
grant update (closed_at, closed_by_name, seal_number, hand_over_id, received_at, received_by, received_by_name, seal_broken, seal_note) on bag to motcua_app;

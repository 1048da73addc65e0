-- Papers that a courier collects at somebody's home: what was asked, what she counted there, and the envelope it came in.
-- @law QĐ 45/2016/QĐ-TTg Đ.5, Đ.6; TT 17/2017/TT-BTTTT Đ.4, Đ.5.1
set search_path = motcua;

create table pickup (
  province_id smallint not null,
  pickup_id uuid not null, -- and of its envelope in the ledger
  desk_id text not null,
  courier_id uuid not null,
  day date not null,
  state text not null check (state in ('planned', 'with-courier', 'handed-in', 'at-desk', 'received', 'handed-back', 'given-up', 'lost')),
  procedure_code text not null,
  procedure_name text not null,
  checklist jsonb not null, -- as published on the day it was asked for
  person jsonb not null, -- {name, phone, address}
  note text,
  made_at timestamptz not null, -- business time
  made_by uuid not null,
  made_by_name text not null,
  collected_at timestamptz,
  slip_number text,
  papers jsonb, -- as counted
  signature text,
  photo text,
  place jsonb,
  last_reason text,
  last_note text,
  closed_at timestamptz,
  dossier_id uuid,
  primary key (province_id, pickup_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  foreign key (province_id, courier_id) references account (province_id, account_id),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id),
  check ((collected_at is null) = (slip_number is null and papers is null and signature is null))
);
create unique index pickup_slip on pickup (province_id, slip_number) where slip_number is not null;
create index pickup_courier on pickup (province_id, courier_id, day) where closed_at is null;
create index pickup_desk on pickup (province_id, desk_id, made_at) where closed_at is null;
create index pickup_signature on pickup (province_id, signature) where signature is not null;
create index pickup_photo on pickup (province_id, photo) where photo is not null;

alter table courier_record_item drop constraint courier_record_item_kind_check;
alter table courier_record_item add constraint courier_record_item_kind_check check (kind in ('shipment', 'recalled', 'pickup'));

grant select, insert on pickup to motcua_app;
grant update (courier_id, day, state, collected_at, slip_number, papers, signature, photo, place, last_reason, last_note, closed_at, dossier_id) on pickup to motcua_app;

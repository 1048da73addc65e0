-- Money that a desk counted goes on to its post; a delivery that was recorded by mistake is taken back; and what a courier
-- did is recorded at the desk where her phone is lost. Whatever was written stays.
-- @law QĐ 45/2016/QĐ-TTg Đ.7.5, Đ.8, Đ.9, Đ.10
set search_path = motcua;

-- A desk pays to its post, and whoever holds money of a delivery that was taken back gives it back.
alter table collected_money drop constraint collected_money_from_kind_check, drop constraint collected_money_to_kind_check;
alter table collected_money
  add constraint collected_money_from_kind_check check (from_kind in ('receiver', 'courier', 'desk')),
  add constraint collected_money_to_kind_check check (to_kind in ('courier', 'desk', 'post', 'receiver'));

create table remittance (
  province_id smallint not null,
  remittance_id uuid not null, -- and of its move of money, and of its printed slip
  desk_id text not null,
  unit_id text not null, -- the post office that takes it
  number text not null,
  way text not null check (way in ('cash', 'transfer')),
  reference text, -- of the transfer
  paid_on date not null,
  note text,
  sent_by uuid not null,
  sent_by_name text not null,
  receipt_number text, -- the post's, once it has counted
  primary key (province_id, remittance_id),
  foreign key (province_id, remittance_id) references collected_money (province_id, move_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id)
);
create index remittance_desk on remittance (province_id, desk_id);

-- Each sum goes on whole, and once.
create table remittance_sum (
  province_id smallint not null,
  move_id uuid not null, -- a sum counted at the desk, what the post counted less, or what the desk gave back
  remittance_id uuid not null,
  amount integer not null, -- what the desk gave back stands below nought
  primary key (province_id, move_id),
  foreign key (province_id, move_id) references collected_money (province_id, move_id),
  foreign key (province_id, remittance_id) references remittance (province_id, remittance_id)
);
create index remittance_sum_of on remittance_sum (province_id, remittance_id);

create table delivery_undone (
  province_id smallint not null,
  attempt_id uuid not null,
  shipment_id uuid not null,
  undone_id uuid not null, -- of the money that was given back
  at timestamptz not null, -- business time
  ground text not null,
  by_account uuid not null, -- the officer
  by_name text not null,
  asked_by_name text, -- the clerk beside, where there was one
  amount integer not null check (amount >= 0),
  money_from text check (money_from in ('courier', 'desk')),
  primary key (province_id, attempt_id),
  foreign key (province_id, attempt_id) references courier_attempt (province_id, attempt_id),
  check ((amount = 0) = (money_from is null))
);
create unique index delivery_undone_id on delivery_undone (province_id, undone_id);
create index delivery_undone_shipment on delivery_undone (province_id, shipment_id);

-- One return stands; what was taken back stays beside it.
alter table outcome_return add column return_no smallint not null default 1, add column undone_at timestamptz;
alter table outcome_return drop constraint outcome_return_pkey;
alter table outcome_return add primary key (province_id, dossier_id, return_no);
create unique index outcome_return_stands on outcome_return (province_id, dossier_id) where undone_at is null;

-- Recorded at the desk by the paper that she brought.
alter table courier_attempt add column recorded_by uuid, add column recorded_by_name text, add column recorded_ground text, add column paper text;
alter table courier_attempt add constraint courier_attempt_recorded_check check (
  (recorded_by is null) = (recorded_by_name is null) and (recorded_by is null) = (recorded_ground is null) and (recorded_by is null) = (paper is null));
create index courier_attempt_paper on courier_attempt (province_id, paper) where paper is not null;

grant select, insert on remittance, remittance_sum, delivery_undone to motcua_app;
grant update (receipt_number) on remittance to motcua_app;
grant update (undone_at) on outcome_return to motcua_app;

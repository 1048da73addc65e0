-- Rounds of the post's own couriers: where a shipment stands in whose round, what a desk and a courier gave each other,
-- what was tried at the door with its proof, and whose hands money collected for others is in.
-- @law QĐ 45/2016/QĐ-TTg Đ.8, Đ.9, Đ.10
set search_path = motcua;

-- One row a shipment: the round it is in now. What was before stands in records and attempts.
create table courier_stop (
  province_id smallint not null,
  shipment_id uuid not null,
  courier_id uuid not null,
  day date not null,
  place_no smallint not null, -- in her order
  state text not null check (state in ('planned', 'given', 'with-courier', 'handed-in', 'at-desk', 'delivered', 'returned', 'lost')),
  taken_at timestamptz, -- business time: since when she has it
  next_step text check (next_step in ('again', 'to-desk', 'return')),
  ended_at timestamptz,
  primary key (province_id, shipment_id),
  foreign key (province_id, shipment_id) references shipment (province_id, shipment_id),
  foreign key (province_id, courier_id) references account (province_id, account_id)
);
create index courier_stop_open on courier_stop (province_id, courier_id, day) where ended_at is null;
create index courier_stop_ended on courier_stop (province_id, courier_id, ended_at) where ended_at is not null;

create table courier_record (
  province_id smallint not null,
  record_id uuid not null, -- stands in the ledger's events
  direction text not null check (direction in ('to-courier', 'to-desk')),
  desk_id text not null,
  courier_id uuid not null,
  sent_at timestamptz not null, -- business time
  sent_by uuid not null,
  sent_by_name text not null,
  received_at timestamptz,
  received_by uuid,
  received_by_name text,
  primary key (province_id, record_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  foreign key (province_id, courier_id) references account (province_id, account_id),
  check ((received_at is null) = (received_by is null))
);
create index courier_record_desk on courier_record (province_id, desk_id, sent_at);
create index courier_record_courier on courier_record (province_id, courier_id, sent_at) where received_at is null;

create table courier_record_item (
  province_id smallint not null,
  record_id uuid not null,
  item_id uuid not null, -- the shipment, or the thing of the ledger
  kind text not null check (kind in ('shipment', 'recalled')),
  name text not null,
  result text check (result in ('received', 'missing')),
  note text,
  primary key (province_id, record_id, item_id),
  foreign key (province_id, record_id) references courier_record (province_id, record_id)
);

create table courier_attempt (
  province_id smallint not null,
  attempt_id uuid not null, -- made on the phone
  shipment_id uuid not null,
  attempt_no smallint not null,
  courier_id uuid not null,
  courier_name text not null,
  at timestamptz not null, -- business time, as the phone had it
  recorded_at timestamptz not null,
  outcome text not null check (outcome in ('delivered', 'failed')),
  reason text,
  counts boolean not null, -- the receiver caused it
  next_step text check (next_step in ('again', 'to-desk', 'return')),
  again_on date,
  note text,
  proof jsonb not null, -- receiver, signing, place
  signature text,
  photo text,
  amount_due integer not null default 0,
  amount_collected integer not null default 0,
  amount_note text,
  primary key (province_id, attempt_id),
  foreign key (province_id, shipment_id) references shipment (province_id, shipment_id),
  check ((outcome = 'failed') = (reason is not null and next_step is not null))
);
create unique index courier_attempt_no on courier_attempt (province_id, shipment_id, attempt_no);
create index courier_attempt_photo on courier_attempt (province_id, photo) where photo is not null;

-- Money of others on its way: collected at a door, handed in at a desk. What one side gave stays with it until the other
-- has counted it, and what was counted less stays with it for good. The full ledger of money comes later.
create table collected_money (
  province_id smallint not null,
  move_id uuid not null, -- the attempt, or the record
  from_kind text not null check (from_kind in ('receiver', 'courier')),
  from_id text not null,
  to_kind text not null check (to_kind in ('courier', 'desk')),
  to_id text not null,
  desk_id text not null, -- whose shipments it was collected for
  amount integer not null check (amount > 0),
  note text,
  sent_at timestamptz not null, -- business time
  counted integer check (counted >= 0),
  counted_note text,
  counted_at timestamptz,
  counted_by uuid,
  counted_by_name text,
  primary key (province_id, move_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id),
  check ((counted is null) = (counted_at is null))
);
create index collected_money_to on collected_money (province_id, to_kind, to_id);
create index collected_money_from on collected_money (province_id, from_kind, from_id);

-- The couriers' own house speaks in codes of ours, so what they mean is known from the start; an administrator may change it.
insert into carrier_code (province_id, carrier_id, code, meaning, mapped_at, mapped_by, mapped_by_name)
select a.province_id, a.carrier_id, c.code, c.meaning, now(), '00000000-0000-0000-0000-000000000000', 'Hệ thống'
from carrier_account a cross join (values
  ('given', 'accepted'), ('out', 'out-for-delivery'), ('delivered', 'delivered'), ('failed:absent', 'attempt-failed'), ('failed:asked-later', 'attempt-failed'),
  ('failed:identity-unproven', 'attempt-failed'), ('failed:not-paid', 'attempt-failed'), ('failed:wrong-address', 'attempt-failed'),
  ('failed:moved', 'attempt-failed'), ('failed:refused', 'attempt-failed'), ('failed:no-time', 'attempt-failed'), ('failed:vehicle', 'attempt-failed'),
  ('failed:damaged', 'attempt-failed'), ('failed:wrong-document', 'attempt-failed'), ('failed:weather', 'attempt-failed'),
  ('turned-back', 'returning'), ('back-at-desk', 'informs'), ('returned', 'returned'), ('lost', 'lost')) as c (code, meaning)
where a.kind = 'own-network' on conflict do nothing;

grant select, insert on courier_stop, courier_record, courier_record_item, courier_attempt, collected_money to motcua_app;
grant update (courier_id, day, place_no, state, taken_at, next_step, ended_at) on courier_stop to motcua_app;
grant update (received_at, received_by, received_by_name) on courier_record to motcua_app;
grant update (result, note) on courier_record_item to motcua_app;
grant update (counted, counted_note, counted_at, counted_by, counted_by_name) on collected_money to motcua_app;

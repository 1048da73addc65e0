-- Item numbers that the post leases to a desk; shipments of one or more dossiers; carriers, the orders they are sent and
-- the events they tell. Their secrets stand here only encrypted under the master key.
set search_path = motcua;

-- Counts as series 'item:<desk>' and period '<prefix><first serial>' in number_counter: number 1 is the first serial.
create table item_range (
  province_id smallint not null,
  series text not null,
  period text not null,
  desk_id text not null,
  prefix text not null check (prefix ~ '^[A-Z]{2}$'),
  from_serial integer not null,
  to_serial integer not null check (to_serial >= from_serial),
  decision text not null,
  given_at timestamptz not null, -- business time
  given_by uuid not null,
  given_by_name text not null,
  primary key (province_id, series, period),
  foreign key (province_id, desk_id) references desk (province_id, desk_id)
);
create index item_range_prefix on item_range (province_id, prefix, from_serial);

create table item_number (
  province_id smallint not null,
  item_number text not null,
  series text not null,
  period text not null,
  number integer not null,
  desk_id text not null,
  bearer text not null, -- 'shipment:<id>'
  taken_at timestamptz not null,
  primary key (province_id, item_number),
  foreign key (province_id, series, period) references item_range (province_id, series, period)
);
create unique index item_number_place on item_number (province_id, series, period, number);
create index item_number_bearer on item_number (province_id, bearer);

create table carrier_account (
  province_id smallint not null,
  carrier_id text not null,
  kind text not null check (kind in ('own-network', 'vnpost')),
  name text not null,
  settings jsonb not null,
  secret bytea,
  repeated_orders text not null check (repeated_orders in ('same-order', 'refused', 'second-order')),
  revision integer not null default 1,
  is_open boolean not null default true,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  -- where the feed was read to: it moves only forward
  cursor text,
  -- real time
  last_contact_at timestamptz,
  last_failure_at timestamptz,
  last_failure text,
  failures_in_row integer not null default 0,
  unreadable_count integer not null default 0,
  primary key (province_id, carrier_id)
);

-- What a carrier's status codes mean to us.
create table carrier_code (
  province_id smallint not null,
  carrier_id text not null,
  code text not null,
  meaning text not null,
  mapped_at timestamptz not null,
  mapped_by uuid not null,
  mapped_by_name text not null,
  primary key (province_id, carrier_id, code),
  foreign key (province_id, carrier_id) references carrier_account (province_id, carrier_id)
);

create table shipment (
  province_id smallint not null,
  shipment_id uuid not null,
  desk_id text not null,
  receiver jsonb not null,
  collect_on_delivery integer not null default 0,
  item_number text,
  made_at timestamptz not null, -- business time
  made_by uuid not null,
  made_by_name text not null,
  primary key (province_id, shipment_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id)
);
create index shipment_desk on shipment (province_id, desk_id, made_at);
create index shipment_item on shipment (province_id, item_number);

create table shipment_dossier (
  province_id smallint not null,
  shipment_id uuid not null,
  dossier_id uuid not null,
  primary key (province_id, shipment_id, dossier_id),
  foreign key (province_id, shipment_id) references shipment (province_id, shipment_id),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);
create index shipment_dossier_dossier on shipment_dossier (province_id, dossier_id);

create table carrier_order (
  province_id smallint not null,
  carrier_id text not null,
  order_number text not null,
  shipment_id uuid not null,
  -- as it is sent, word for word each time
  body jsonb not null,
  state text not null check (state in ('waiting', 'sending', 'unclear', 'confirmed', 'refused', 'cancelling', 'cancelled')),
  sendings smallint not null default 0,
  ordered_at timestamptz not null, -- business time
  problem text check (problem in ('number-taken', 'carrier-refused', 'cancel-refused')),
  message text, -- the carrier's own words
  -- the carrier's word, and nothing else
  status text,
  status_since timestamptz,
  primary key (province_id, carrier_id, order_number),
  foreign key (province_id, carrier_id) references carrier_account (province_id, carrier_id),
  foreign key (province_id, shipment_id) references shipment (province_id, shipment_id)
);
create index carrier_order_shipment on carrier_order (province_id, shipment_id);
create index carrier_order_open on carrier_order (province_id, carrier_id, state) where state in ('waiting', 'sending', 'unclear', 'refused', 'cancelling');

create table carrier_event (
  province_id smallint not null,
  carrier_id text not null,
  event_id text not null,
  order_number text not null,
  at timestamptz, -- the carrier's time; null: it cannot be read
  code text not null,
  message text not null,
  place text not null,
  item_number text not null,
  notes text not null,
  raw jsonb not null,
  refused text check (refused in ('order-unknown', 'older-than-order', 'time-unreadable')),
  received_at timestamptz not null, -- business time
  primary key (province_id, carrier_id, event_id),
  foreign key (province_id, carrier_id) references carrier_account (province_id, carrier_id)
);
-- told twice under two ids it is one event
create unique index carrier_event_once on carrier_event (province_id, carrier_id, order_number, at, code, place) where refused is null;
create index carrier_event_code on carrier_event (province_id, carrier_id, code);
create index carrier_event_refused on carrier_event (province_id, carrier_id, received_at) where refused is not null;

-- The book of the post's own couriers.
create table courier_order (
  province_id smallint not null,
  carrier_id text not null,
  order_number text not null,
  body jsonb not null,
  taken_at timestamptz not null, -- business time
  cancelled_at timestamptz,
  primary key (province_id, carrier_id, order_number),
  foreign key (province_id, carrier_id) references carrier_account (province_id, carrier_id)
);
create table courier_event (
  province_id smallint not null,
  carrier_id text not null,
  event_no integer not null, -- of series 'courier-event:<carrier>': in the order of commits, so that a cursor misses none
  order_number text not null,
  code text not null,
  message text not null,
  place text not null,
  notes text not null,
  at timestamptz not null, -- business time
  by_account uuid not null,
  primary key (province_id, carrier_id, event_no),
  foreign key (province_id, carrier_id, order_number) references courier_order (province_id, carrier_id, order_number)
);

grant select, insert on item_range, item_number, shipment, shipment_dossier, carrier_event, courier_event to motcua_app;
grant select, insert on carrier_account, carrier_code, carrier_order, courier_order to motcua_app;
grant update (name, settings, secret, repeated_orders, revision, is_open, changed_at, changed_by, changed_by_name, cursor, last_contact_at,
  last_failure_at, last_failure, failures_in_row, unreadable_count) on carrier_account to motcua_app;
grant update (meaning, mapped_at, mapped_by, mapped_by_name) on carrier_code to motcua_app;
grant update (state, sendings, problem, message, status, status_since) on carrier_order to motcua_app;
grant update (cancelled_at) on courier_order to motcua_app;

-- A third carrier, which pushes what happens instead of telling it when it is asked, and gives an order a number of its own;
-- and programs of other houses, which read the chain of custody with a token of theirs.
set search_path = motcua;

alter table carrier_account drop constraint carrier_account_kind_check;
alter table carrier_account
  add constraint carrier_account_kind_check check (kind in ('own-network', 'vnpost', 'viettel')),
  -- sha-256 of what the carrier's messages must bear
  add column hook_hash bytea,
  add column hook_issued_at timestamptz, -- business time
  add column hook_issued_by_name text,
  add constraint carrier_account_hook check ((hook_hash is null) = (hook_issued_at is null));
grant update (hook_hash, hook_issued_at, hook_issued_by_name) on carrier_account to motcua_app;

alter table carrier_order add column carrier_number text;
create index carrier_order_carrier_number on carrier_order (province_id, carrier_id, carrier_number) where carrier_number is not null;
grant update (carrier_number) on carrier_order to motcua_app;

-- What a carrier pushed, in the order of commits; read from here as any feed is.
create table carrier_inbox (
  province_id smallint not null,
  carrier_id text not null,
  message_no integer not null, -- of series 'carrier-inbox:<carrier>'
  -- of what makes two messages one: whose order, which code, when and where
  fingerprint bytea not null,
  body jsonb not null,
  received_at timestamptz not null, -- business time
  primary key (province_id, carrier_id, message_no),
  foreign key (province_id, carrier_id) references carrier_account (province_id, carrier_id)
);
create unique index carrier_inbox_once on carrier_inbox (province_id, carrier_id, fingerprint);
grant select, insert on carrier_inbox to motcua_app;

-- A program of another house: its scope is the province, or what one unit and those below it decide or send out.
create table integrator (
  province_id smallint not null,
  integrator_id uuid not null,
  name text not null,
  purpose text not null,
  unit_id text, -- null: the whole province
  token_hash bytea not null,
  issued_at timestamptz not null, -- business time
  issued_by uuid not null,
  issued_by_name text not null,
  valid_to date not null, -- the first day on which it is no longer good
  last_used_at timestamptz, -- real time
  revoked_at timestamptz,
  revoked_by_name text,
  revoked_reason text,
  primary key (province_id, integrator_id),
  foreign key (province_id, unit_id) references unit (province_id, unit_id),
  check ((revoked_at is null) = (revoked_reason is null))
);
create unique index integrator_token on integrator (province_id, token_hash);
grant select, insert on integrator to motcua_app;
grant update (last_used_at, revoked_at, revoked_by_name, revoked_reason) on integrator to motcua_app;

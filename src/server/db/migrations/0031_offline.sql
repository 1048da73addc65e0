-- A counter that works without a line: its device, who may act on it, the numbers it holds, and what of its acts
-- a person must look at.
set search_path = motcua;

-- Typed at the counter's machine once; only the hash of the code is stored.
create table enrolment_code (
  province_id smallint not null,
  code_hash bytea not null,
  desk_id text not null,
  name text not null,
  made_by uuid not null,
  made_by_name text not null,
  valid_until timestamptz not null,
  device_id uuid, -- that used it
  primary key (province_id, code_hash),
  foreign key (province_id, desk_id) references desk (province_id, desk_id)
);

create table device (
  province_id smallint not null,
  device_id uuid not null,
  desk_id text not null,
  name text not null,
  description text not null,
  token_hash bytea not null, -- sha-256; the token itself is nowhere stored
  enrolled_at timestamptz not null, -- business time, as everywhere but in last_seen_at
  enrolled_by uuid not null,
  enrolled_by_name text not null,
  last_seen_at timestamptz, -- real time
  pending integer not null default 0,
  oldest_pending_at timestamptz,
  revoked_at timestamptz,
  revoked_by_name text,
  revoked_reason text,
  numbers_closed_at timestamptz, -- what it held and never sent is recorded as left out
  primary key (province_id, device_id),
  foreign key (province_id, desk_id) references desk (province_id, desk_id)
);
create index device_desk on device (province_id, desk_id);

-- Who may act on a device without a line; the secret is derived from the grant's id and stored nowhere.
create table offline_grant (
  province_id smallint not null,
  grant_id uuid not null,
  device_id uuid not null,
  account_id uuid not null,
  made_at timestamptz not null,
  valid_until timestamptz not null,
  primary key (province_id, grant_id),
  foreign key (province_id, device_id) references device (province_id, device_id)
);

-- Numbers held by a device: the counter of the series has moved past them.
create table number_lease (
  province_id smallint not null,
  lease_id uuid not null,
  device_id uuid not null,
  series text not null,
  period text not null,
  from_number integer not null,
  to_number integer not null check (to_number >= from_number),
  given_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'returned', 'lost')),
  unused_from integer, -- of a returned lease: the first number that no paper bears
  ended_at timestamptz,
  primary key (province_id, lease_id),
  foreign key (province_id, device_id) references device (province_id, device_id)
);
create unique index number_lease_range on number_lease (province_id, series, period, from_number);
create index number_lease_device on number_lease (province_id, device_id) where state = 'open';

-- Each number of a lease goes to one command.
create table leased_number (
  province_id smallint not null,
  series text not null,
  period text not null,
  number integer not null,
  lease_id uuid not null,
  command_id uuid not null,
  primary key (province_id, series, period, number),
  foreign key (province_id, lease_id) references number_lease (province_id, lease_id)
);

-- What could not be taken as it came, or was taken and differs; the envelope is kept whole for the person who resolves it.
create table offline_case (
  province_id smallint not null,
  case_id uuid not null,
  kind text not null check (kind in ('refused', 'quarantined', 'correction')),
  reason text not null,
  detail text not null, -- in words
  act text not null,
  command_id uuid not null,
  dossier_id uuid,
  code text,
  desk_id text not null,
  device_id uuid not null,
  made_at timestamptz not null,
  opened_at timestamptz not null,
  sent_by uuid not null,
  envelope jsonb not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_by_name text,
  settled_how text check (settled_how in ('taken', 'corrected', 'set-aside')),
  resolution text,
  primary key (province_id, case_id),
  foreign key (province_id, device_id) references device (province_id, device_id)
);
create unique index offline_case_command on offline_case (province_id, command_id, kind, reason);
create index offline_case_desk on offline_case (province_id, desk_id, opened_at);

-- A code that was printed for a dossier that has another: it is found by both.
create table dossier_code_alias (
  province_id smallint not null,
  code text not null,
  dossier_id uuid not null,
  command_id uuid not null,
  noted_at timestamptz not null,
  primary key (province_id, code),
  foreign key (province_id, dossier_id) references dossier (province_id, dossier_id)
);
create index dossier_code_alias_dossier on dossier_code_alias (province_id, dossier_id);

-- A scan on its way, piece by piece; gone when it is whole.
create table file_piece (
  province_id smallint not null,
  device_id uuid not null,
  sha256 text not null,
  at_byte integer not null,
  content bytea not null,
  stored_at timestamptz not null,
  primary key (province_id, device_id, sha256, at_byte),
  foreign key (province_id, device_id) references device (province_id, device_id)
);

grant select, insert on offline_grant, leased_number, dossier_code_alias to motcua_app;
grant select, insert on enrolment_code, device, number_lease, offline_case to motcua_app;
grant update (device_id) on enrolment_code to motcua_app;
grant update (last_seen_at, pending, oldest_pending_at, revoked_at, revoked_by_name, revoked_reason, numbers_closed_at) on device to motcua_app;
grant update (state, unused_from, ended_at) on number_lease to motcua_app;
grant update (settled_at, settled_by, settled_by_name, settled_how, resolution) on offline_case to motcua_app;
grant select, insert, delete on file_piece to motcua_app;

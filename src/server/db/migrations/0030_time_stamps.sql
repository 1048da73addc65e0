-- Who stamps signatures with the time, if anybody; and of each signature, whether it was stamped. Off until it is set.
set search_path = motcua;
create table time_stamp_service (
  province_id smallint not null,
  service_no integer not null,
  url text not null,
  trusted_certificates text, -- PEM
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (province_id, service_no)
);
create unique index time_stamp_service_open on time_stamp_service (province_id) where closed_at is null;
alter table signed_file
  add column stamped_at timestamptz, -- as the authority says
  add column stamp_missing text; -- one was asked for and did not come: why
grant select, insert on time_stamp_service to motcua_app;
grant update (closed_at) on time_stamp_service to motcua_app;

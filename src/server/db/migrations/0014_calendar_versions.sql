-- A change of the calendar is a new version: who made it, when, by which decision and why. The version that was shipped
-- was made by nobody. Each change opens a batch of the dossiers it would move; it is applied, left, or overtaken by the next.
set search_path = motcua;
alter table working_calendar
  add column made_at timestamptz, -- business time
  add column made_by uuid, -- null: at the command line
  add column made_by_name text,
  add column decision text,
  add column reason text,
  add column changes jsonb; -- core CalendarChanges, against the version before
revoke update on working_calendar from motcua_app;

create table calendar_batch (
  province_id smallint not null,
  calendar_id text not null,
  version integer not null,
  state text not null check (state in ('open', 'applied', 'left', 'overtaken')),
  opened_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_by_name text,
  note text, -- why it was left
  moved integer, -- dossiers with another due moment
  kept integer, -- dossiers that would have come earlier than printed
  primary key (province_id, calendar_id, version),
  foreign key (province_id, calendar_id, version) references working_calendar (province_id, calendar_id, version)
);
grant select, insert, update on calendar_batch to motcua_app;

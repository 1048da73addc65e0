-- A batch of dossiers is moved to a changed calendar step by step: how far it came, who began, when the last step was.
set search_path = motcua;
alter table calendar_batch
  add column started_at timestamptz, -- business time
  add column started_by_name text,
  add column stepped_at timestamptz,
  add column reached uuid, -- the last dossier that was looked at, in the order of ids
  add column examined integer not null default 0,
  add column total integer; -- running clocks when it was begun
alter table calendar_batch drop constraint calendar_batch_state_check;
alter table calendar_batch add constraint calendar_batch_state_check check (state in ('open', 'running', 'applied', 'left', 'overtaken'));

-- Where a unit lies, where anybody knows: for the map of desks and flows. Without it a unit lies where the one above it does.
-- @law none
set search_path = motcua;

alter table unit add column latitude double precision check (latitude between -90 and 90), add column longitude double precision check (longitude between -180 and 180);
alter table unit add column position_is_approximate boolean;
alter table unit add check ((latitude is null) = (longitude is null) and (latitude is null) = (position_is_approximate is null));

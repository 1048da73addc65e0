-- An act that was put right says as which: what builds on the first builds on the other.
set search_path = motcua;
alter table offline_case add column corrected_by uuid;
grant update (corrected_by) on offline_case to motcua_app;

-- What was planned and never left its desk is in nobody's round again; and the province's rules of the post are changed by
-- an administrator, with who, why and what was changed.
set search_path = motcua;

grant delete on courier_stop to motcua_app;

alter table postal_rules add column made_by uuid;
alter table postal_rules add column made_by_name text;
alter table postal_rules add column reason text;
alter table postal_rules add column change jsonb; -- core PostalRuleRow, null: as shipped
alter table postal_rules add constraint postal_rules_made check ((made_at is null) = (made_by is null) and (made_at is null) = (change is null));

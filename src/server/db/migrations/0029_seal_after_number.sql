-- An outcome whose digital seal comes right after its number: it is not sent on before the agency signed or stamped it.
-- A draft signed by the leader stands in signed_file under 'draft:<dossier_id>:<sha256 of the draft>'.
set search_path = motcua;
alter table outcome add column seals_digitally boolean not null default false;

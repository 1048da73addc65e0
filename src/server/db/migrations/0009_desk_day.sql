-- What was returned today, without walking a year of dossiers.
set search_path = motcua;
create index dossier_desk_returned on dossier (province_id, desk_id, closed_at) where state = 'returned';

-- "Của tôi" by state and due moment: the former index made a busy person's list sort everything she has.
set search_path = motcua;
drop index dossier_assignee;
create index dossier_assignee_state on dossier (province_id, assignee_id, state, due_at, dossier_id) where closed_at is null;

-- "Của tôi" by agency, state and due moment: a busy person's list never sorts or filters what she does not see.
set search_path = motcua;
drop index dossier_assignee;
create index dossier_assignee_work on dossier (province_id, assignee_id, agency_unit_id, state, due_at, dossier_id)
  where closed_at is null;

-- Papers sent back by the agency are counted when they reach the desk, and only then given back. What was on its way
-- before counts as accepted: nobody was asked to count it.
-- @law NĐ 61/2018/NĐ-CP Đ.20.2, Đ.21
set search_path = motcua;
alter table papers_back
  add column arrived_at timestamptz,
  add column arrived_by_name text,
  add column counted jsonb, -- [{lineNo, result, arrived, note}]; null where nobody counted
  add column differences jsonb; -- [{name, result, sent, arrived, note}], as the agency reads them

alter table dossier drop constraint dossier_papers_at_check;
alter table dossier add constraint dossier_papers_at_check check (papers_at in ('agency', 'on-the-way', 'at-desk', 'given-back'));
update dossier set papers_at = 'at-desk' where papers_at = 'on-the-way';
drop index dossier_papers_to_desk;
create index dossier_papers_to_desk on dossier (province_id, desk_id, due_at, dossier_id) where papers_at in ('on-the-way', 'at-desk');

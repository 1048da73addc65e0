-- Entered later from the numbered paper booklet: {receivedAt, bookletNumber, reason}. A sheet is entered once.
set search_path = motcua;
alter table dossier add column late_entry jsonb;
create unique index dossier_booklet_number
  on dossier (province_id, desk_id, (left(late_entry->>'receivedAt', 10)), (late_entry->>'bookletNumber'))
  where late_entry is not null and state <> 'cancelled';

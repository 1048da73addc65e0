-- Sealing is an event of the bag or the envelope that is sealed.
-- @law QĐ 45/2016/QĐ-TTg Đ.6.5
set search_path = motcua;

alter table custody_event drop constraint custody_event_kind_check;
alter table custody_event add constraint custody_event_kind_check check (kind in (
  'came', 'parted', 'split', 'packed', 'unpacked', 'sealed', 'unsealed', 'sent', 'received', 'refused', 'taken-over', 'handed-out', 'archived', 'lost', 'found', 'corrected', 'destroyed'));

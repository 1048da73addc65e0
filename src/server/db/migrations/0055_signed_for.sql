-- How a hand-over was signed for by the side that took it, and the page or drawing it was signed on.
-- @law QĐ 45/2016/QĐ-TTg Đ.7.3, Đ.9.2
set search_path = motcua;

alter table hand_over add column signed_by text check (signed_by in ('button', 'pin', 'drawn', 'paper')), add column signature_file text;
alter table hand_over add check ((signature_file is not null) = (signed_by in ('drawn', 'paper') and signed_by is not null));
create index hand_over_signature on hand_over (province_id, signature_file) where signature_file is not null;
